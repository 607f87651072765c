import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { readClips, type Clips } from '#clips/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { formatBytes } from '#platform/i18n/index.ts';
import type { FolderClips } from '#recordings/index.ts';

// A clip takes a kilobyte.
const MOST_BYTES = 64 * 1024 * 1024;

/** Brings clips and recordings together, which publish and export meetings but know no clips. */
export const folderClips = (clips: () => Pick<Clips, 'bring' | 'toFolder'>): FolderClips => ({
  toFolder: (actor, meetingId) => clips().toFolder(actor, meetingId),
  async read(root, name) {
    await using file = await open(join(root, name), 'r').catch((error: unknown) => { throw new AppError('file_missing', { file: name }, { cause: error }); });
    const { size } = await file.stat();
    if (size > MOST_BYTES) throw new AppError('folder_invalid', { file: name, problem: `it is ${formatBytes(size)} large; clips take ${formatBytes(MOST_BYTES)} at most` });
    const { moves, clips: coming } = readClips(await file.readFile('utf8'), name);
    return { moves, bring: (actor, tx, meetingId) => clips().bring(actor, tx, meetingId, coming) };
  },
});
