#!/usr/bin/env node
await import('../dist/openfloor.mjs');
