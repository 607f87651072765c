import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { inFile, onTimeline, type Layout } from '@openfloor/media';
import { floorText, floorTimeOf, measureLag, type LagQuestion, type ListedTurn, type Segment } from '@openfloor/words';
import type { Actor } from '#access/index.ts';
import type { MeetingDetail, Meetings } from '#meetings/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import { isInterpreted, summaryOf, type ChannelLag, type LagSummary } from './lag.domain.ts';
import type { HearSpeech, LagStore, MeasuredLag, OpenLagStore, SoundSource, SpeechSpan, WordsSource } from './lag.ports.ts';

export interface LagsDeps {
  readonly database: Database;
  readonly openStore: OpenLagStore;
  readonly clock: Clock;
  readonly meetings: Pick<Meetings, 'get'>;
  readonly sounds: SoundSource;
  readonly words: WordsSource;
  readonly hear: HearSpeech;
  /** Told, in the transaction, when lags of a meeting were measured anew. */
  readonly changed?: (tx: Tx, meetingId: string) => Promise<void>;
}

/** A channel with all that its lag is found by. */
interface Heard {
  readonly key: string;
  readonly language: string;
  readonly speech: readonly SpeechSpan[];
  readonly text: readonly Segment[] | null;
}

/** What was found, and by which speech. */
interface Measured {
  readonly fresh: readonly MeasuredLag[];
  /** Channels whose lag stays as it is. */
  readonly same: readonly string[];
  readonly speech: ReadonlyMap<string, readonly SpeechSpan[]>;
}

/** How long a measurement may be told of, and how it is stopped. */
export interface Measuring {
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly tell: (done: number) => void;
}

/** How far the channels of meetings are behind the floor. */
export class Lags {
  readonly #deps;
  readonly #store: LagStore;

  constructor(deps: LagsDeps) {
    this.#deps = deps;
    this.#store = deps.openStore(deps.database.db);
  }

  /** The lags of a meeting's channels in a few numbers each. Whether the meeting may be seen is for the caller to ask, here and below. */
  async of(meetingId: string): Promise<readonly LagSummary[]> {
    return (await this.#store.ofMeeting(meetingId)).map(summaryOf);
  }

  /** The lag of one channel over the meeting; null where it is not known. */
  forChannel(meetingId: string, channel: string): Promise<ChannelLag | null> {
    return this.#store.ofChannel(meetingId, channel);
  }

  /** A text of a channel with the time at which the floor said each segment, where the channel's lag is known. */
  async withFloorTimes<T extends { readonly segments: readonly { readonly startMs: number }[] }>(meetingId: string, channel: string, text: T | null): Promise<T | null> {
    const lag = text ? await this.forChannel(meetingId, channel) : null;
    if (!text || !lag) return text;
    return { ...text, segments: text.segments.map((segment) => ({ ...segment, floorMs: Math.round(floorTimeOf(lag.points, segment.startMs)?.floorMs ?? segment.startMs) })) };
  }

  /** Has measured what never was, such as of meetings from before lags were known; the newest first. Tells how many meetings these are. */
  async catchUp(actor: Actor, later: (tx: Tx, meetingId: string) => Promise<void>): Promise<number> {
    actor.require('meeting:edit');
    const ids = await this.#store.unheard();
    if (ids.length > 0) await this.#deps.database.transaction(async (tx) => { for (const id of ids) await later(tx, id); });
    return ids.length;
  }

  /** How many public meetings wait to be measured. */
  async waiting(actor: Actor): Promise<number> {
    actor.require('system:inspect');
    return (await this.#store.unheard()).length;
  }

  /**
   * Measures the lag of each interpretation channel anew, from what can be heard and read of the meeting now, and keeps it.
   * A channel is listened to once; later only the words can have changed, and channels for which nothing has are left as they are. Throws `meeting_not_found`, `not_found`, `media_failed`.
   */
  async measure(actor: Actor, meetingId: string, measuring: Measuring): Promise<void> {
    actor.require('meeting:edit');
    const meeting = await this.#deps.meetings.get(actor, meetingId);
    const floorKey = meeting.channels.find(({ role }) => role === 'floor')?.key;
    const { fresh, same, speech } = floorKey === undefined ? { fresh: [], same: [], speech: new Map<string, readonly SpeechSpan[]>() } : await this.#curves(meeting, floorKey, measuring);
    await this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      for (const lag of fresh) await store.put(meetingId, lag, this.#deps.clock.now());
      await store.keepOnly(meetingId, [...same, ...fresh.map(({ channel }) => channel)]);
      await this.#deps.words.placeRecordsAgain(actor, tx, meetingId, speech);
      if (fresh.length > 0) await this.#deps.changed?.(tx, meetingId);
    });
  }

  /** Lets the lags of a meeting follow a recording that took another's place; they are measured anew when it can be heard. */
  async follow(actor: Actor, tx: Tx, meetingId: string, { from, to }: { readonly from: Layout; readonly to: Layout }): Promise<void> {
    actor.require('meeting:edit');
    if (from.length === 0) return;
    await this.#deps.openStore(tx).move(meetingId, (floorMs) => {
      const file = inFile(from, { startMs: floorMs, endMs: floorMs });
      return file && (onTimeline(to, file)?.startMs ?? null);
    }, this.#deps.clock.now());
  }

  async #curves(meeting: MeetingDetail, floorKey: string, { signal, tell }: Measuring): Promise<Measured> {
    const sound = await this.#deps.sounds.soundOf(meeting.id);
    const wanted = meeting.channels.filter((channel) => (channel.key === floorKey || isInterpreted(channel)) && sound.channels.has(channel.key));
    const heard: Heard[] = [];
    for (const [n, { key, language }] of wanted.entries()) {
      const text = await this.#deps.words.forChannel(meeting.id, { key, language });
      heard.push({ key, language, speech: await this.#speech(sound, key, signal), text: text?.segments ?? null });
      tell((0.8 * (n + 1)) / wanted.length);
    }
    const floor = heard.find(({ key }) => key === floorKey);
    const booths = heard.filter(({ key }) => key !== floorKey);
    const speechOf = new Map(heard.map(({ key, speech }) => [key, speech]));
    if (!floor) return { fresh: [], same: [], speech: speechOf };
    const turns = turnsOf(meeting, sound.durationMs);
    const said = floor.text ?? floorText(turns, floor.speech, booths.flatMap(({ text, ...booth }) => (text ? [{ ...booth, text }] : [])));
    const before = await this.#store.madeFrom(meeting.id);
    const [fresh, same]: [MeasuredLag[], string[]] = [[], []];
    for (const { key, language, speech, text } of booths) {
      signal.throwIfAborted();
      const question: LagQuestion = { floor: { speech: floor.speech, text: said }, channel: { speech, text }, language, turns };
      const madeFrom = nameOf(question);
      if (before.get(key) === madeFrom) {
        same.push(key);
        continue;
      }
      const points = await measureLag(question, () => setImmediate());
      if (points.length > 0) fresh.push({ channel: key, points, withWords: points.some(({ basis }) => basis === 'words'), madeFrom });
    }
    return { fresh, same, speech: speechOf };
  }

  async #speech({ recordingId, channels }: Awaited<ReturnType<SoundSource['soundOf']>>, key: string, signal: AbortSignal): Promise<readonly SpeechSpan[]> {
    const known = await this.#store.speech(recordingId, key);
    if (known) return known;
    const speech = await this.#deps.hear(channels.get(key) ?? [], signal);
    await this.#store.putSpeech(recordingId, key, speech);
    return speech;
  }
}

// Grows when lags are measured in another way: then all are measured anew.
const METHOD = 1;

/** Names a question: an equal one has the same name. */
function nameOf({ floor, channel, language, turns }: LagQuestion): string {
  const said = (text: readonly Segment[] | null | undefined) => text?.map(({ startMs, endMs, text: own, words }) => [startMs, endMs, own, words?.map((word) => [word.startMs, word.endMs])]) ?? null;
  return createHash('sha256').update(JSON.stringify([METHOD, language, turns, floor.speech, channel.speech, said(floor.text), said(channel.text)])).digest('base64url');
}

/** Who has the floor when; a turn without an end lasts until the next. */
function turnsOf({ interventions }: MeetingDetail, durationMs: number): ListedTurn[] {
  return interventions.flatMap(({ startMs, endMs, language }, n): ListedTurn[] => {
    const end = endMs ?? interventions[n + 1]?.startMs ?? durationMs;
    return end > startMs ? [{ startMs, endMs: end, language: language === 'mul' || language === 'und' ? null : language }] : [];
  });
}
