import { APPLE_MEDIA_RULES } from './apple-media.rules.ts';
import { APPLE_MULTIVARIANT_RULES } from './apple-multivariant.rules.ts';
import { INDEXED_RULES } from './indexed.rules.ts';
import { MEASURED_RULES } from './measured.rules.ts';
import type { PlaylistRule, PlaylistSet, RuleProblem } from './playlist-set.ts';
import { RFC_MEDIA_RULES } from './rfc-media.rules.ts';
import { RFC_MULTIVARIANT_RULES } from './rfc-multivariant.rules.ts';

export { readPlaylistSet, type PlaylistRule, type PlaylistSet, type RuleProblem } from './playlist-set.ts';

/** What RFC 8216bis and Apple's HLS authoring specification ask and playlists on demand can be judged by. */
export const PLAYLIST_RULES: readonly PlaylistRule[] = [
  ...RFC_MEDIA_RULES,
  ...RFC_MULTIVARIANT_RULES,
  ...APPLE_MEDIA_RULES,
  ...APPLE_MULTIVARIANT_RULES,
  ...MEASURED_RULES,
  ...INDEXED_RULES,
];

/** Everything in which a set of playlists falls short; empty when nothing does. */
export function judgePlaylists(set: PlaylistSet): RuleProblem[] {
  return PLAYLIST_RULES.flatMap(({ id, level, source, check }) => check(set).map((problem) => ({ rule: id, level, source, problem })));
}
