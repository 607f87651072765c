import { captionsFor, ownCaptions, type CaptionWish } from './captions.ts';
import { chooseChannel, findChannel, orderChannels, type ChannelWish } from './choose-channel.ts';
import { turnAfter, turnAt, turnBefore } from './interventions.ts';
import type { PlayerCaptions, PlayerChannel, PlayerData, PlayerTurn } from './player-data.ts';

/** Where playing stands: `idle` before the first press of play, `failed` when it can't go on. */
export type Phase = 'idle' | 'loading' | 'playing' | 'paused' | 'failed';

/** Everything the elements show; replaced as a whole at each change. */
export interface PlayerState {
  readonly phase: Phase;
  readonly timeMs: number;
  readonly rate: number;
  readonly channel: PlayerChannel | null;
  readonly turn: PlayerTurn | null;
  /** What is read along; null where nothing is wanted, or nothing is there. */
  readonly captions: PlayerCaptions | null;
  /** Whether the second picture is wanted; always false where there is none. */
  readonly second: boolean;
}

/** What this viewer wants, from the address and from what the device remembers. */
export interface CoreWish extends Omit<ChannelWish, 'uiLanguage'> {
  /** Whether the second picture was shown last. */
  readonly second?: boolean;
  readonly captions?: CaptionWish;
}

/** Told of each change, with the state before it. */
export type StateListener = (now: PlayerState, before: PlayerState) => void;

/**
 * The player's state and its rules, without a document or a media element: what is chosen, where we are, who speaks.
 * Elements ask it to change and draw what it says; the engine tells it what really plays.
 */
export class PlayerCore {
  readonly data: PlayerData;
  readonly #turns: readonly PlayerTurn[];
  readonly #listeners = new Set<StateListener>();
  #state: PlayerState;
  #captionWish: CaptionWish;

  constructor(data: PlayerData, wish: CoreWish = {}) {
    this.data = data;
    this.#captionWish = wish.captions ?? 'off';
    const channel = chooseChannel(data.channels, { ...wish, uiLanguage: data.uiLanguage });
    this.#turns = [...data.turns].sort((a, b) => a.startMs - b.startMs);
    this.#state = {
      phase: 'idle',
      timeMs: data.startMs,
      rate: 1,
      channel,
      captions: captionsFor(data.captions ?? [], this.#captionWish, channel),
      turn: turnAt(this.#turns, data.startMs),
      second: opensSecond(data, wish),
    };
  }

  /** The state now. */
  get state(): PlayerState {
    return this.#state;
  }

  /** Calls `listener` after each change until the returned function is called. */
  subscribe(listener: StateListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Chooses a channel by key or language; `false` when the meeting has none such. */
  choose(wish: string): boolean {
    const channel = findChannel(this.data.channels, wish);
    if (channel) this.#change({ channel, captions: captionsFor(this.data.captions ?? [], this.#captionWish, channel) });
    return channel !== null;
  }

  /** What somebody wants to read, as it was said last: `own` follows the channel. */
  get captionWish(): CaptionWish {
    return this.#captionWish;
  }

  /** Wants other captions, or none; those of the channel that is heard follow it. `false` when there are none such. */
  wantCaptions(wish: CaptionWish): boolean {
    const { channel } = this.#state;
    const all = this.data.captions ?? [];
    const captions = captionsFor(all, wish, channel);
    if (captions === null && (all.length === 0 || (wish !== 'off' && wish !== 'own'))) return false;
    this.#captionWish = captions !== null && captions === ownCaptions(all, channel) ? 'own' : wish;
    this.#change({ captions });
    return true;
  }

  /** The wish in words that fit other meetings too: a language, where it means the same here. */
  get rememberableCaptions(): CaptionWish {
    const { captions, channel } = this.#state;
    if (this.#captionWish === 'own' || captions === null) return this.#captionWish;
    return captionsFor(this.data.captions ?? [], captions.language, channel) === captions ? captions.language : captions.key;
  }

  /** What turns captions off, or on again: those of the channel that is heard, else in the language of the pages, else any. */
  get otherCaptionWish(): CaptionWish {
    const all = this.data.captions ?? [];
    if (this.#captionWish !== 'off') return 'off';
    if (ownCaptions(all, this.#state.channel)) return 'own';
    return (captionsFor(all, this.data.uiLanguage, this.#state.channel) ?? all[0])?.key ?? 'own';
  }

  /** Wants the second picture or does without it; `false` when the meeting has none. */
  wantSecond(second: boolean): boolean {
    if (!this.data.secondPicture) return false;
    this.#change({ second });
    return true;
  }

  /** The channel after or before the chosen one in the order of the bar, round and round. */
  neighbour(direction: 1 | -1): PlayerChannel | null {
    const bar = orderChannels(this.data.channels);
    const here = bar.findIndex((channel) => channel.key === this.#state.channel?.key);
    return bar[(here + direction + bar.length) % bar.length] ?? null;
  }

  /** Where "next speaker" or "previous speaker" goes from here, in ms; `null` when there is no such turn. */
  speakerStep(direction: 1 | -1): number | null {
    const from = this.#state.timeMs;
    return (direction === 1 ? turnAfter(this.#turns, from) : turnBefore(this.#turns, from))?.startMs ?? null;
  }

  /** The turn that lies at a time, for previews. */
  turnAt(ms: number): PlayerTurn | null {
    return turnAt(this.#turns, ms);
  }

  /** True while nothing comes from the chosen channel's booth though somebody has the floor. */
  get boothIsSilent(): boolean {
    const { channel, timeMs } = this.#state;
    if (!channel?.gaps || channel.role === 'floor') return false;
    return channel.gaps.some(([from, to]) => from <= timeMs && timeMs < to);
  }

  /** Takes over what the media element reports. */
  report(now: Partial<Pick<PlayerState, 'phase' | 'timeMs' | 'rate'>>): void {
    this.#change(now.timeMs === undefined ? now : { ...now, turn: turnAt(this.#turns, now.timeMs) });
  }

  #change(part: Partial<PlayerState>): void {
    const before = this.#state;
    const now = { ...before, ...part };
    if (KEYS.every((key) => now[key] === before[key])) return;
    this.#state = now;
    for (const listener of this.#listeners) listener(now, before);
  }
}

/** Whoever asks for the sign-language channel by its key wants to see it, whatever was remembered. */
function opensSecond({ secondPicture }: PlayerData, { asked, second }: CoreWish): boolean {
  if (!secondPicture) return false;
  const key = secondPicture.channel?.toLowerCase();
  return (key !== undefined && asked?.trim().toLowerCase() === key) || second === true;
}

const KEYS = ['phase', 'timeMs', 'rate', 'channel', 'turn', 'captions', 'second'] as const satisfies readonly (keyof PlayerState)[];
