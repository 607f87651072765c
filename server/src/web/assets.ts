import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The built scripts, styles and static files of the pages. */
export interface Assets {
  /** Folder of the files as they are served below `/assets/`. */
  readonly folder: string;
  /** The address of a file by its plain name: `player.js` is `/assets/player-3XQ7ABCD.js`. */
  address(name: string): string;
  /** The name under which a plain name is served; `undefined` for what is no plain name. */
  served(name: string): string | undefined;
}

/**
 * Reads the manifest of a build; `dist` holds `manifest.json` and `public/`. Throws with one sentence when there is no
 * build or a name is asked for that it doesn't have: a page without its style must not go out unnoticed.
 */
export async function readAssets(dist: string): Promise<Assets> {
  const file = join(dist, 'manifest.json');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`The built pages are missing (${file}): build them with "node tools/build.mjs".`, { cause });
  });
  const manifest = JSON.parse(text) as Readonly<Record<string, string>>;
  return {
    folder: join(dist, 'public'),
    served: (name) => manifest[name],
    address(name) {
      const served = manifest[name];
      if (served === undefined) throw new Error(`The build has no file ${name}: build the pages again with "node tools/build.mjs --force".`);
      return `/assets/${served}`;
    },
  };
}
