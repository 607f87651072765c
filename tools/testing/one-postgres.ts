import { createRequire } from 'node:module';

interface GlobalSetup {
  readonly setup: () => Promise<void>;
  readonly teardown: () => Promise<void>;
}

// Loaded by Node itself: vite's own loader, which runs a global set-up, can't find the packages of the machine.
const native = createRequire(import.meta.url)('../../server/src/platform/db/global-setup.ts') as GlobalSetup;

export const { setup, teardown } = native;
