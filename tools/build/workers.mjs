import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const WORKER = /new URL\('([\w./-]+)\.worker\.ts', import\.meta\.url\)/g;

/**
 * Finds the worker threads that sources start by `new URL('x.worker.ts', import.meta.url)`. In a bundle that address
 * lies beside the bundle, so it is rewritten to `x.worker.mjs`, and `found` says which files must be built there.
 * @returns {{ plugin: import('esbuild').Plugin, found: Map<string, string> }} found: source file by output name
 */
export function workerFinder() {
  /** @type {Map<string, string>} */
  const found = new Map();
  return {
    found,
    plugin: {
      name: 'workers',
      setup(build) {
        build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
          const text = await readFile(path, 'utf8');
          if (!text.includes('.worker.ts')) return undefined;
          const contents = text.replaceAll(WORKER, (_, /** @type {string} */ stem) => {
            const name = `${basename(stem)}.worker`;
            found.set(name, join(dirname(path), `${stem}.worker.ts`));
            return `new URL('${name}.mjs', import.meta.url)`;
          });
          return { contents, loader: 'ts' };
        });
      },
    },
  };
}
