export { bitRates, targetDuration, type BitRates } from './bit-rates.ts';
export { iframePlaylist, mediaPlaylist, type MediaPlaylistInput, type PlaylistPart } from './media-playlist.ts';
export { multivariantPlaylist, type IframeRung, type MultivariantInput, type PictureRung, type SessionText } from './multivariant.ts';
export { endSeconds, iframesOf, segmentsOf, type Segment, type SegmentOptions } from './segments.ts';
export type { SoundChannel, SoundGroup, SoundMember } from './sound-renditions.ts';
