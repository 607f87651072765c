import type { BlobStore } from '#platform/blobs/index.ts';
import type { RecordingStore } from './recording-store.ports.ts';

/**
 * Removes media that belong to no recording: what a kill between making files public and committing their rows can leave
 * of a recording that was then removed. Returns how many folders went.
 */
export async function sweepRecordings(store: Pick<RecordingStore, 'ids'>, blobs: BlobStore): Promise<number> {
  const folders = new Set<string>();
  for await (const { key } of blobs.list('media/')) folders.add(key.split('/').slice(0, 3).join('/'));
  // Read after the listing: a recording that began meanwhile is known here.
  const known = new Set((await store.ids()).map(({ id, meetingId }) => `media/${meetingId}/${id}`));
  const orphans = [...folders].filter((folder) => !known.has(folder));
  for (const folder of orphans) await blobs.remove(`${folder}/`);
  return orphans.length;
}
