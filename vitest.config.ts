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

/** Projects that lean on ffmpeg, PostgreSQL or Chromium share the machine badly: few workers, long limits. */
const heavy = (name: keyof typeof SUFFIXES, groupOrder: number, maxWorkers: number, limitMs: number) => ({
  extends: true as const,
  test: {
    name,
    include: files(SUFFIXES[name]),
    exclude: OUTSIDE,
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
      heavy('media', 2, 1, 120_000),
      heavy('e2e', 3, 1, 120_000),
      heavy('corpus', 4, 1, 300_000),
    ],
  },
});
