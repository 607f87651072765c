import type { PlayerCaptions } from '../core/player-data.ts';

/** Label of the text track that isn't the browser's but the player's own. */
export const OWN_TRACK = 'openfloor';

/** `full` is picture and sound, `sound` the sound in full quality alone, `low` the rendition for slow connections alone. */
export type PictureMode = 'full' | 'sound' | 'low';

/** What plays the sound and the picture, behind the media element: hls.js, or the browser's own HLS. */
export interface Engine {
  /** Plays this channel from now on; a channel the playlist doesn't have yet is taken when it comes. */
  choose(channel: EngineChannel): void;
  /** Shows the picture, or fetches sound alone. */
  show(mode: PictureMode): void;
  /** Heights of the picture on offer, the greatest first; none where the browser alone decides. */
  heights(): readonly number[];
  /** Keeps the picture to a height; `null` lets the connection decide. */
  keepHeight(height: number | null): void;
  /** Shows one of these captions by the browser's own means, or none; `false` where the page has to show them. Ask again when the element gets a text track. */
  showCaptions(wanted: PlayerCaptions | null, all: readonly PlayerCaptions[]): boolean;
  /** Reads the playlist anew, because it lists more than before, and goes on at the same second. */
  reload(): void;
  /** Address of the playlist from which this engine takes a channel's sound; `null` when it can't tell. */
  playlistOf(key: string): string | null;
  /** Lets go of the media element. */
  close(): void;
}

/** What an engine needs to tell a channel's track from the others. */
export interface EngineChannel {
  readonly key: string;
  readonly language: string;
  readonly name: string;
}

/** How an engine begins, and whom it tells that it can't go on. */
export interface EngineOptions {
  readonly url: string;
  readonly startMs: number;
  readonly channel: EngineChannel | null;
  /** Called when a channel chosen while playing has come into the media element's buffer at the present moment. */
  readonly onLanded: (key: string) => void;
  /** Called once, when nothing more can be done without the viewer. */
  readonly onFailed: (reason: string) => void;
}

/** The part of a playlist's address by which a channel's own playlists are known: `sound-fr.m3u8`, `voice-fr.m3u8`. */
export function isPlaylistOf(url: string, key: string): boolean {
  const name = decodeURIComponent(url.split(/[?#]/, 1)[0]?.split('/').pop() ?? '');
  return name === `sound-${key}.m3u8` || name === `voice-${key}.m3u8`;
}
