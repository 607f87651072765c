import type { ParsedMedia } from '../parse/parsed.domain.ts';
import { boundaries, renditions, type PlaylistRule, type PlaylistSet, type Rendition } from './playlist-set.ts';

/** How far apart in seconds two renditions may put the same moment: about two frames of sound or picture. */
export const SAME_MOMENT = 0.1;

const all = (set: PlaylistSet): Rendition[] => renditions(set, 'picture', 'sound', 'iframes', 'captions');

/** RFC 8216bis on media playlists, one by one and among each other. */
export const RFC_MEDIA_RULES: readonly PlaylistRule[] = [
  {
    id: 'rfc-version',
    source: 'RFC 8216bis, sections 4.4.1.2 and 8',
    level: 'must',
    says: 'A playlist states a protocol version that knows everything it uses.',
    check: (set) =>
      all(set).flatMap(({ uri, playlist }) => {
        const needed = neededVersion(playlist);
        return (playlist.version ?? 1) < needed ? [`${uri} uses what version ${needed} brought and states ${playlist.version ?? 1}.`] : [];
      }),
  },
  {
    id: 'rfc-target-duration',
    source: 'RFC 8216bis, section 4.4.3.1',
    level: 'must',
    says: 'No segment, rounded to whole seconds, is longer than the target duration.',
    check: (set) =>
      all(set).flatMap(({ uri, playlist }) =>
        playlist.segments
          .filter((segment) => Math.round(segment.durationSeconds) > playlist.targetDuration)
          .map(
            ({ line, durationSeconds }) => `${uri}, line ${line}: ${durationSeconds} s are over the target duration of ${playlist.targetDuration} s.`,
          ),
      ),
  },
  {
    id: 'rfc-same-target-duration',
    source: 'RFC 8216bis, section 6.2.4; Apple 8.2',
    level: 'must',
    says: 'Every picture and sound playlist of a meeting has the same target duration.',
    check: (set) => unlike(renditions(set, 'picture', 'sound'), (playlist) => playlist.targetDuration, 'a target duration'),
  },
  {
    id: 'rfc-same-playlist-type',
    source: 'RFC 8216bis, section 6.2.4',
    level: 'must',
    says: 'Where one playlist states a type, all state the same.',
    check: (set) => unlike(all(set), (playlist) => playlist.playlistType ?? 'none', 'a playlist type'),
  },
  {
    id: 'rfc-vod-ends',
    source: 'RFC 8216bis, sections 4.4.3.5 and 6.2.1',
    level: 'must',
    says: 'A playlist on demand says that nothing follows.',
    check: (set) =>
      all(set)
        .filter(({ playlist }) => playlist.playlistType === 'VOD' && !playlist.endList)
        .map(({ uri }) => `${uri} is VOD and has no EXT-X-ENDLIST.`),
  },
  {
    id: 'rfc-same-discontinuities',
    source: 'RFC 8216bis, section 6.2.4; Apple 8.15',
    level: 'must',
    says: 'All renditions have as many discontinuities, at the same moments.',
    check: (set) => differentMoments(all(set), discontinuities, 'discontinuities'),
  },
  {
    id: 'rfc-dates',
    source: 'RFC 8216bis, section 6.2.4',
    level: 'must',
    says: 'Where one playlist gives dates, all do, and all give a moment the same date.',
    check: (set) => differentMoments(all(set), dates, 'EXT-X-PROGRAM-DATE-TIME'),
  },
];

function neededVersion(playlist: ParsedMedia): number {
  const uses = (test: (segment: ParsedMedia['segments'][number]) => boolean): boolean => playlist.segments.some(test);
  if (uses((segment) => segment.map !== undefined)) return playlist.iframesOnly ? 5 : 6;
  if (playlist.iframesOnly || uses((segment) => segment.byteRange !== undefined)) return 4;
  return uses((segment) => !Number.isInteger(segment.durationSeconds)) ? 3 : 1;
}

function unlike(list: readonly Rendition[], value: (playlist: ParsedMedia) => string | number, what: string): string[] {
  const [first] = list;
  if (!first) return [];
  const expected = value(first.playlist);
  return list.flatMap(({ uri, playlist }) => {
    const found = value(playlist);
    return found === expected ? [] : [`${uri} has ${what} of ${found}, ${first.uri} of ${expected}.`];
  });
}

function differentMoments(list: readonly Rendition[], moments: (playlist: ParsedMedia) => number[], what: string): string[] {
  const [first] = list;
  const expected = first ? moments(first.playlist) : [];
  return list.flatMap(({ uri, playlist }) => {
    const found = moments(playlist);
    if (found.length !== expected.length) return [`${uri} has ${found.length} times ${what}, ${first?.uri} has ${expected.length}.`];
    const off = found.findIndex((moment, i) => Math.abs(moment - (expected[i] ?? 0)) > SAME_MOMENT);
    return off === -1 ? [] : [`${uri} and ${first?.uri} put number ${off + 1} of ${what} at different moments.`];
  });
}

function discontinuities(playlist: ParsedMedia): number[] {
  const starts = boundaries(playlist);
  return playlist.segments.flatMap((segment, i) => (segment.discontinuity ? (starts[i] ?? 0) : []));
}

/** The date, in seconds, that each EXT-X-PROGRAM-DATE-TIME gives to the playlist's beginning. */
function dates(playlist: ParsedMedia): number[] {
  const starts = boundaries(playlist);
  return playlist.segments.flatMap((segment, i) => (segment.programDateTime === undefined ? [] : segment.programDateTime / 1000 - (starts[i] ?? 0)));
}
