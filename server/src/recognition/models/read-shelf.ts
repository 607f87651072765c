import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#platform/errors/index.ts';
import type { Model, Shelf, UnusableModel } from './model.domain.ts';
import { readModel, SPEECH_FINDER } from './read-model.ts';

/**
 * Looks at the operator's folder: it is a model itself, or holds a folder for each. Throws `recognition_unavailable`
 * when it isn't there.
 */
export async function readShelf(folder: string): Promise<Shelf> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new AppError('recognition_unavailable', { problem: `OPENFLOOR_RECOGNITION_MODELS names ${folder}, and there is no such folder` });
  const entries = await readdir(folder, { withFileTypes: true });
  const finder = entries.map(({ name }) => name).filter((name) => SPEECH_FINDER.test(name)).toSorted().at(0);
  const own = await readModel(folder);
  const inner: (Model | UnusableModel)[] = [];
  if (own === null) {
    for (const name of entries.map((entry) => entry.name).toSorted()) {
      const path = join(folder, name);
      const model = (await stat(path)).isDirectory() ? await readModel(path) : null;
      if (model !== null) inner.push(model);
    }
  }
  const all = own === null ? inner : [own];
  return {
    models: all.flatMap((one) => ('problem' in one ? [] : [one])),
    unusable: all.flatMap((one) => ('problem' in one ? [one] : [])),
    speechFinder: finder === undefined ? null : join(folder, finder),
  };
}
