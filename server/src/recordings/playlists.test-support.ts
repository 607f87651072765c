import { readFile } from 'node:fs/promises';
import { judgePlaylists, readPlaylistSet, type FragmentIndex } from '@openfloor/media';
import { Captions } from '#words/index.ts';
import { indexFile } from './packaging/fragment-file.ts';
import { multivariantOf } from './packaging/multivariant.ts';
import type { Rendition } from './recordings.domain.ts';
import type { openTestRecordings } from './testing.ts';

type House = Awaited<ReturnType<typeof openTestRecordings>>;

/** Everything in which a published meeting's playlists break a rule. */
export async function judge(house: House, meetingId: string, renditions: readonly Rendition[]) {
  const meeting = await house.meetings.get(house.operator, meetingId);
  const texts = new Map<string, string>();
  const indexes = new Map<string, FragmentIndex>();
  for (const rendition of renditions) {
    for (const key of [rendition.playlist, rendition.iframes].filter((one) => one !== null)) {
      texts.set(key.split('/').slice(2).join('/'), await readFile(house.blobs.localPath(key), 'utf8'));
    }
    for (const key of rendition.files) indexes.set(key.split('/').at(-1) ?? '', await indexFile(house.blobs.localPath(key)));
  }
  const words = new Captions({ words: house.words, timelines: house.recordings });
  const captions = await words.of(meetingId);
  for (const { hls } of captions) {
    const [name = ''] = hls.split('/').slice(-1);
    texts.set(`captions/${name}`, await words.playlist(meetingId, decodeURIComponent(name).replace(/\.m3u8$/, '')));
  }
  const master = multivariantOf({ ...meeting, captions, renditions });
  return { problems: judgePlaylists(readPlaylistSet(master, (uri) => texts.get(uri), indexes)), master };
}
