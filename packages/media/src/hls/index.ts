export { bitRates, iframeRates, targetDuration, type BitRates } from './bit-rates.ts';
export { captionSegments, type CaptionSegment, type TimelinePart } from './caption-segments.ts';
export type { CaptionRendition } from './caption-renditions.ts';
export { captionsPlaylist, type CaptionsPlaylistInput } from './captions-playlist.ts';
export { iframePlaylist, mediaPlaylist, type MediaPlaylistInput, type PlaylistPart } from './media-playlist.ts';
export { multivariantPlaylist, type IframeRung, type MultivariantInput, type PictureRung, type SessionText } from './multivariant.ts';
export { endSeconds, iframesOf, segmentsOf, type MediaSegment, type SegmentOptions } from './segments.ts';
export type { SoundChannel, SoundGroup, SoundMember } from './sound-renditions.ts';
export { parsePlaylist } from './parse/parse-playlist.ts';
export {
  attributeNumber,
  PlaylistSyntaxError,
  attributeText,
  type Attribute,
  type AttributeTag,
  type ParsedMap,
  type ParsedMedia,
  type ParsedMultivariant,
  type ParsedRange,
  type ParsedSegment,
  type ParsedVariant,
} from './parse/parsed.domain.ts';
export { judgePlaylists, PLAYLIST_RULES, readPlaylistSet, type PlaylistRule, type PlaylistSet, type RuleProblem } from './rules/index.ts';
