import type { Choosable } from './choose-channel.ts';
import type { Turn } from './interventions.ts';

/** One channel as the player needs it. */
export interface PlayerChannel extends Choosable {
  /** What the bar calls it: the language's own name, or the word for the floor. */
  readonly name: string;
  /** Gain in dB the player applies, because a copied channel can't carry it. 0 = as it is. */
  readonly gainDb: number;
  /** Stretches in which the booth is silent while somebody speaks: start and end in ms. */
  readonly gaps?: readonly (readonly [number, number])[];
}

/** The words of a channel in one language, to be shown over the picture. */
export interface PlayerCaptions {
  /** The channel's key; with the language behind it where that isn't the channel's own. */
  readonly key: string;
  readonly channel: string;
  /** BCP 47. */
  readonly language: string;
  /** As a machine wrote them, looked through by people, or settled. */
  readonly status: 'machine' | 'edited' | 'final';
  /** Their HLS playlist of WebVTT segments. */
  readonly hls: string;
}

/** A picture beside the main one, as a playlist of its own. */
export interface SecondPicture {
  /** Its HLS media playlist. */
  readonly hls: string;
  /** In pixels, of which only the proportion matters here. */
  readonly width: number;
  readonly height: number;
  /** Key of the sign-language channel that it shows; `null` for another view, such as slides. */
  readonly channel: string | null;
}

/** One turn at the floor with what the timeline shows of it. */
export interface PlayerTurn extends Turn {
  readonly name: string;
  readonly capacity: string | null;
  readonly colour: number;
}

/**
 * What a page hands its player, as JSON in `<script type="application/json">` inside `<openfloor-player>`.
 * Addresses are absolute or relative to the page; times in ms on the meeting's timeline.
 */
export interface PlayerData {
  readonly meeting: string;
  /** Language of the pages and of the player's own words. */
  readonly uiLanguage: string;
  /** The multivariant playlist, or `null` until the recording can be watched. */
  readonly hls: string | null;
  readonly hasPicture: boolean;
  readonly secondPicture?: SecondPicture;
  readonly durationMs: number;
  /** Where `?t=` asks to begin. */
  readonly startMs: number;
  /** Of a clip: where it begins and ends, which playing keeps to, and the channel that is heard unless the address names another. */
  readonly clip?: { readonly startMs: number; readonly endMs: number; readonly channel: string };
  /** WebVTT of stills for the timeline's preview. */
  readonly storyboard: string | null;
  /** Address in the API at which the lags of the channels are told; none where there is nothing to be behind of. */
  readonly lags?: string;
  /** Server-sent events about this recording, or `null` when nothing more will change. */
  readonly events: string | null;
  readonly channels: readonly PlayerChannel[];
  /** Left out where no channel has words. */
  readonly captions?: readonly PlayerCaptions[];
  readonly turns: readonly PlayerTurn[];
}

/** Reads the data block; throws with one sentence when it isn't one. */
export function readPlayerData(json: string | null | undefined): PlayerData {
  const data: unknown = JSON.parse(json ?? 'null');
  if (!isPlayerData(data)) {
    throw new Error('openfloor-player needs a <script type="application/json"> with `meeting`, `channels` and `turns` inside it.');
  }
  return data;
}

function isPlayerData(data: unknown): data is PlayerData {
  if (typeof data !== 'object' || data === null) return false;
  const { meeting, channels, turns } = data as Partial<PlayerData>;
  return typeof meeting === 'string' && Array.isArray(channels) && Array.isArray(turns);
}
