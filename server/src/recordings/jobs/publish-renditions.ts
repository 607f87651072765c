import type { BuiltRendition } from '../packaging/renditions.ts';
import type { StepContext } from './step-context.ts';

/** Makes a step's files public: media first, then the playlists that name them. */
export async function publishRenditions(context: StepContext, files: Iterable<string>, built: readonly BuiltRendition[]): Promise<void> {
  await context.promote(files);
  for (const { rendition, playlist, iframes } of built) {
    await context.blobs.put(rendition.playlist, playlist);
    if (rendition.iframes !== null && iframes !== null) await context.blobs.put(rendition.iframes, iframes);
  }
}
