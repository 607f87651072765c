import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobEntry } from './blobs.ports.ts';

/** Every file below `root` whose path from there starts with `prefix`, in order of these paths. */
export async function* listFiles(root: string, prefix: string): AsyncGenerator<BlobEntry> {
  yield* walk(root, prefix.slice(0, prefix.lastIndexOf('/') + 1), prefix);
}

async function* walk(root: string, folder: string, prefix: string): AsyncGenerator<BlobEntry> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((): Dirent[] => []);
  // A folder sorts as its files do, by the slash behind its name: `a-b`, `a/b`, `a0`.
  const named = entries.map((entry) => ({ entry, key: folder + entry.name + (entry.isDirectory() ? '/' : '') }));
  named.sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { entry, key } of named) {
    if (!key.startsWith(prefix) && !prefix.startsWith(key)) continue;
    if (entry.isDirectory()) yield* walk(root, key, prefix);
    else if (entry.isFile() && key.startsWith(prefix)) {
      // Removed since the folder was read: not there any more.
      const size = await stat(join(root, key)).then((found) => found.size, () => undefined);
      if (size !== undefined) yield { key, size };
    }
  }
}
