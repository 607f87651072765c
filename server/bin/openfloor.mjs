#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const LEAST = 24;
const own = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= LEAST) {
  // V8 would let the young part of the heap grow while it starts, and a server that mostly waits never gives that back:
  // 30 MB. Measured: pages come as fast without.
  setFlagsFromString('--semi-space-growth-factor=1');
  // By its address: it is built, so a fresh copy's check finds no types for it.
  await import(new URL('../dist/openfloor.mjs', import.meta.url).href);
} else if (existsSync(own)) {
  // Openfloor brings its own Node: whoever starts this file with an older one runs that.
  const child = spawn(own, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => { process.exitCode = code ?? 1; });
} else {
  process.stderr.write(`Openfloor needs Node ${LEAST}, and this is ${process.version}. It brings its own: run npm start once.\n`);
  process.exitCode = 1;
}
