import { boundaries, renditions, type PlaylistRule } from './playlist-set.ts';
import { SAME_MOMENT } from './rfc-media.rules.ts';

/** How far over its target duration a segment may be (7.7). */
const GRACE_SECONDS = 0.5;

/** Apple's HLS authoring specification, chapters 6 to 8, as far as the playlists' text tells. */
export const APPLE_MEDIA_RULES: readonly PlaylistRule[] = [
  {
    id: 'apple-6.8',
    source: 'Apple HLS authoring specification, 6.8',
    level: 'must',
    says: 'I-frame playlists say that they hold I-frames only, and no other playlist says so.',
    check: (set) =>
      renditions(set, 'picture', 'sound', 'iframes')
        .filter(({ kind, playlist }) => playlist.iframesOnly !== (kind === 'iframes'))
        .map(({ uri, kind }) => `${uri} is used as ${kind} and EXT-X-I-FRAMES-ONLY ${kind === 'iframes' ? 'is missing' : 'is there'}.`),
  },
  {
    id: 'apple-7.5',
    source: 'Apple HLS authoring specification, 7.5',
    level: 'should',
    says: 'The target duration is six seconds.',
    check: (set) =>
      renditions(set, 'picture', 'sound')
        .filter(({ playlist }) => playlist.targetDuration !== 6)
        .map(({ uri, playlist }) => `${uri} has a target duration of ${playlist.targetDuration} s.`),
  },
  {
    id: 'apple-7.7',
    source: 'Apple HLS authoring specification, 7.7',
    level: 'must',
    says: 'No segment is longer than the target duration by more than half a second.',
    check: (set) =>
      renditions(set, 'picture', 'sound', 'iframes').flatMap(({ uri, playlist }) =>
        playlist.segments
          .filter((segment) => segment.durationSeconds > playlist.targetDuration + GRACE_SECONDS)
          .map((segment) => `${uri}, line ${segment.line}: ${segment.durationSeconds} s.`),
      ),
  },
  {
    id: 'apple-8.3',
    source: 'Apple HLS authoring specification, 8.3 and 8.7',
    level: 'must',
    says: 'Picture, sound and captions last equally long.',
    check: (set) => {
      const lasting = renditions(set, 'picture', 'sound', 'iframes', 'captions').map(({ uri, playlist }) => ({ uri, seconds: boundaries(playlist).at(-1) ?? 0 }));
      const expected = lasting[0];
      return lasting
        .filter(({ seconds }) => expected && Math.abs(seconds - expected.seconds) > SAME_MOMENT)
        .map(({ uri, seconds }) => `${uri} lasts ${seconds.toFixed(3)} s, ${expected?.uri} ${expected?.seconds.toFixed(3)} s.`);
    },
  },
  {
    id: 'apple-8.6',
    source: 'Apple HLS authoring specification, 8.6',
    level: 'must',
    says: 'Playlists of a finished recording are of type VOD.',
    check: (set) =>
      renditions(set, 'picture', 'sound', 'iframes', 'captions')
        .filter(({ playlist }) => playlist.playlistType !== 'VOD')
        .map(({ uri }) => `${uri} has no EXT-X-PLAYLIST-TYPE:VOD.`),
  },
  {
    id: 'apple-8.20',
    source: 'Apple HLS authoring specification, 8.20; RFC 8216bis, section 3.1.2',
    level: 'must',
    says: 'Segments of fragmented MP4 have an EXT-X-MAP, of the same file where they are byte ranges of one.',
    check: (set) =>
      renditions(set, 'picture', 'sound', 'iframes').flatMap(({ uri, playlist }) =>
        playlist.segments
          .filter((segment) => segment.map === undefined || (segment.byteRange !== undefined && segment.map.uri !== segment.uri))
          .map((segment) => `${uri}, line ${segment.line}: the segment has no EXT-X-MAP of its file.`),
      ),
  },
  {
    id: 'apple-8.22',
    source: 'Apple HLS authoring specification, 8.22 (a must for AirPlay televisions)',
    level: 'must',
    says: 'All pictures are cut at the same moments, so a player may change between them anywhere.',
    check: (set) => {
      const pictures = renditions(set, 'picture').map(({ uri, playlist }) => ({ uri, cuts: boundaries(playlist) }));
      const first = pictures[0];
      const apart = (cuts: readonly number[]): boolean =>
        cuts.length !== first?.cuts.length || cuts.some((cut, i) => Math.abs(cut - (first.cuts[i] ?? 0)) > SAME_MOMENT);
      return pictures
        .filter(({ cuts }) => apart(cuts))
        .map(({ uri }) => `${uri} is cut at other moments than ${first?.uri}.`);
    },
  },
];
