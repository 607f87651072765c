import { defineConfig } from 'vitest/config';

// The suffix of a test file names what it needs: nothing, a real PostgreSQL, real ffmpeg, a real browser,
// or the shared corpus. `tools/test.mjs` runs one project after the other.
const SUFFIXES = {
  database: ['{repo,db}.test'],
  media: ['media.test'],
  e2e: ['e2e'],
  corpus: ['corpus.test'],
} as const;

const ROOTS = '{packages,server,fixtures,tools,e2e,bench}';
const files = (suffixes: readonly string[]) => suffixes.map((suffix) => `${ROOTS}/**/*.${suffix}.ts?(x)`);
const OUTSIDE = ['**/node_modules/**', '**/dist/**'];

/** Stories that measure what is heard, and when: beside others they would hear how busy the machine is. */
const LISTENING = ['player-*', 'clips', 'second-picture', 'publish-and-listen', 'break'].map((name) => `e2e/${name}.e2e.ts`);

/** Projects that lean on ffmpeg, PostgreSQL or Chromium share the machine badly: few workers, long limits. */
const heavy = (name: keyof typeof SUFFIXES | 'listening', groupOrder: number, maxWorkers: number, limitMs: number) => ({
  extends: true as const,
  test: {
    name,
    include: name === 'listening' ? LISTENING : files(SUFFIXES[name]),
    exclude: name === 'e2e' ? [...OUTSIDE, ...LISTENING] : OUTSIDE,
    maxWorkers,
    fileParallelism: maxWorkers > 1,
    testTimeout: limitMs,
    hookTimeout: limitMs,
    // One PostgreSQL for the whole run, started by the first test that asks for it.
    globalSetup: ['tools/testing/one-postgres.ts'],
    sequence: { groupOrder },
  },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${ROOTS}/**/*.test.ts?(x)`],
          exclude: [...OUTSIDE, ...Object.values(SUFFIXES).flatMap(files)],
          maxWorkers: 2,
          // Some start small programs; two shared cores can be slow.
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      heavy('database', 1, 2, 60_000),
      heavy('media', 2, 2, 120_000),
      heavy('e2e', 3, 2, 120_000),
      heavy('listening', 4, 1, 120_000),
      heavy('corpus', 5, 1, 300_000),
    ],
  },
});
