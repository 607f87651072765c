import type { Queue, Registry } from '#platform/queue/index.ts';
import type { Db, Tx } from '#platform/db/index.ts';
import type { FileCache } from '#recordings/index.ts';
import { addressOf } from './file-address.ts';
import { ClipMedia, type ClipFileWish, type ClipMediaDeps } from './clip-media.service.ts';
import { ClipRepo } from './clips.repo.ts';
import { discardClipFiles, makeClipFile } from './clip-jobs.ts';
import { Clips, type ClipsDeps } from './clips.service.ts';

/** Clips on a database, the files that are made of them, and their jobs. */
export function createClips(deps: Omit<ClipsDeps, 'openStore'> & Omit<ClipMediaDeps, 'clips'> & { readonly cache: FileCache }) {
  const clips = new Clips({ ...deps, openStore: (db: Db) => new ClipRepo(db) });
  const clipMedia = new ClipMedia({ ...deps, clips });
  return {
    clips, clipMedia,
    /** Where pages have files made. */
    clipFiles: {
      async file(id: string, wish: Omit<ClipFileWish, 'rung'>, allow: () => Promise<void>) {
        const file = await clipMedia.file(id, { ...wish, rung: null }, allow);
        if (file.state !== 'ready') return file;
        const { form, channel, captions, burnt } = wish;
        return { state: file.state, address: addressOf(id, form, { ...(channel !== null && { ch: channel }), captions: [...captions], burnt: burnt ? '1' : '0' }) };
      },
    },
    /** Registers a handler for each of `ALL_CLIP_JOBS`. */
    handleJobs: (registry: Registry): void => {
      registry.handle(makeClipFile, async ({ id, wish }, context) => clipMedia.make(id, wish, { signal: context.signal, tell: (done) => { context.progress(done); } }));
      registry.handle(discardClipFiles, async ({ meetingId }) => deps.cache.store.remove(`${meetingId}/`));
    },
  };
}

/** Has the files of a meeting's clips removed, because it isn't public any more. */
export const forgetClipFiles = (queue: Pick<Queue, 'add'>) => async (tx: Tx, meetingId: string): Promise<void> => {
  await queue.add(tx, discardClipFiles, { meetingId });
};

/** Every job of this capability, for the check at start. */
export const ALL_CLIP_JOBS = [makeClipFile, discardClipFiles];

export { clipMediaRoutes } from './clip-media.routes.ts';
export { clipRoutes } from './clips.routes.ts';
export { ClipBody, ClipCaptionsQuery, ClipFileStateQuery, ClipTextQuery } from './clips.schema.ts';
export { readClips } from './clips-file.schema.ts';
export type { Clips, ClipView } from './clips.service.ts';
