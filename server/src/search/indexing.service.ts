import type { Actor } from '#access/index.ts';
import { localDay, type MeetingDetail, type Meetings } from '#meetings/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import { isAppError } from '#platform/errors/index.ts';
import type { ChannelText, TextKind } from '#words/index.ts';
import type { MeetingMoments, Moment, MomentFacts } from './moment.domain.ts';
import { momentsOf } from './moments/moments.domain.ts';
import type { TimedText } from './moments/sentences.domain.ts';
import type { LagSource, MomentTopics, PublicMeetings, SearchIndex, WordsOfMeeting } from './search.ports.ts';

export interface IndexingDeps {
  readonly database: Database;
  readonly index: SearchIndex;
  readonly meetings: Pick<Meetings, 'get'>;
  readonly words: WordsOfMeeting;
  readonly lags: LagSource;
  readonly published: PublicMeetings;
  /** Left out: moments have the topics of their meetings only. */
  readonly topics?: MomentTopics;
  /** Has a meeting put into the index soon. */
  readonly later: (tx: Tx, meetingId: string) => Promise<void>;
  /** Has `rebuild` called soon. */
  readonly rebuildLater: (tx: Tx) => Promise<void>;
  readonly clock: Clock;
}

/** Keeps the index as the meetings are. */
export class Indexing {
  readonly #deps;

  constructor(deps: IndexingDeps) {
    this.#deps = deps;
  }

  /** Puts a meeting into the index as it is now; takes it out where it isn't public. Doing it twice is harmless. */
  async indexMeeting(actor: Actor, meetingId: string): Promise<void> {
    actor.require('meeting:edit');
    const { database, index, published } = this.#deps;
    const moments = await this.#read(actor, meetingId);
    await database.transaction(async (tx) => {
      // It may have been withdrawn while it was read; whoever withdraws it now waits, and takes it out again.
      if (moments !== null && await published.holds(tx, meetingId)) await index.put(tx, moments);
      else await index.remove(tx, meetingId);
    });
  }

  /** Has the whole index made anew, from every public meeting; tells how many these are. Questions are answered meanwhile. */
  async reindex(actor: Actor): Promise<number> {
    actor.require('meeting:edit');
    const ids = await this.#deps.published.ids();
    if (ids.length > 0) await this.#deps.database.transaction((tx) => this.#deps.rebuildLater(tx));
    return ids.length;
  }

  /** Has those meetings put into the index again whose moments have other topics by now, because a vocabulary has changed; tells how many. */
  async retag(actor: Actor, { signal, tell }: { readonly signal: AbortSignal; readonly tell: (done: number) => void }): Promise<number> {
    actor.require('meeting:edit');
    const { database, published, topics, later } = this.#deps;
    const ids = topics ? await published.ids() : [];
    let others = 0;
    for (const [n, id] of ids.entries()) {
      signal.throwIfAborted();
      const cut = await this.#cut(actor, id);
      if (cut && await topics?.areOthers(database.db, id, cut.moments)) {
        others += 1;
        await database.transaction((tx) => later(tx, id));
      }
      tell((n + 1) / ids.length);
    }
    return others;
  }

  /** Makes the whole index anew. */
  async rebuild(actor: Actor, { signal, tell }: { readonly signal: AbortSignal; readonly tell: (done: number) => void }): Promise<void> {
    actor.require('meeting:edit');
    const { clock, database, index, published, later } = this.#deps;
    const began = clock.now();
    const ids = await published.ids();
    const read = this.#read.bind(this);
    async function* all(): AsyncGenerator<MeetingMoments> {
      for (const [n, id] of ids.entries()) {
        signal.throwIfAborted();
        const moments = await read(actor, id);
        if (moments !== null) yield moments;
        tell((0.9 * (n + 1)) / ids.length);
      }
    }
    await index.rebuild(all(), async (tx) => {
      await published.removeOthers(tx, (id) => index.remove(tx, id));
      // What was put into the old index meanwhile is in the new one from the beginning.
      for (const id of await published.changedSince(began)) {
        const moments = await read(actor, id);
        if (moments !== null) await index.put(tx, moments);
      }
    });
    const changed = await published.changedSince(began);
    await database.transaction(async (tx) => {
      for (const id of changed) await later(tx, id);
    });
  }

  /** How many public meetings the index has taken in, and how many it hasn't yet. */
  state(actor: Actor): Promise<{ readonly missing: number; readonly indexed: number }> {
    actor.require('system:inspect');
    return this.#deps.published.missing();
  }

  async #read(actor: Actor, meetingId: string): Promise<MeetingMoments | null> {
    const cut = await this.#cut(actor, meetingId);
    if (cut === null) return null;
    const { meeting, moments } = cut;
    const topics = await this.#deps.topics?.topicsOf(this.#deps.database.db, meetingId, moments) ?? [];
    return describe(meeting, moments.map((moment, n) => ({ ...moment, ...factsOf(meeting, moment), topics: topics[n] ?? [] })));
  }

  /** A meeting that is public, in moments; null for any other. */
  async #cut(actor: Actor, meetingId: string): Promise<{ readonly meeting: MeetingDetail; readonly moments: readonly Moment[] } | null> {
    try {
      const meeting = await this.#deps.meetings.get(actor, meetingId);
      if (meeting.state !== 'published') return null;
      const texts = await this.#texts(meeting);
      const turns = meeting.interventions.map(({ startMs, endMs, language }) => ({ startMs, endMs, language: known(language) }));
      return { meeting, moments: momentsOf(texts, turns) };
    } catch (error) {
      if (isAppError(error) && error.code === 'meeting_not_found') return null;
      throw error;
    }
  }

  /** Of each channel and language what people read, and the official record; the floor first. */
  async #texts({ id, channels }: MeetingDetail): Promise<readonly TimedText[]> {
    const { words, lags } = this.#deps;
    const all = await words.of(id);
    const place = new Map(channels.map(({ key, role }, n) => [key, role === 'floor' ? -1 : n]));
    const wanted = all.filter((text) => place.has(text.channel) && !isSpare(text, all)).toSorted((a, b) =>
      Number(a.kind === 'record') - Number(b.kind === 'record') || (place.get(a.channel) ?? 0) - (place.get(b.channel) ?? 0));
    const curves = new Map(await Promise.all([...new Set(wanted.map(({ channel }) => channel))].map(async (key) => [key, (await lags.forChannel(id, key))?.points ?? null] as const)));
    return Promise.all(wanted.map(async ({ channel: key, language, kind }): Promise<TimedText> =>
      ({ channel: key, kind, language, lag: curves.get(key) ?? null, segments: (await words.forChannel(id, { key, language }, kind))?.segments ?? [] })));
  }
}

/** Captions say the same as the transcript of their channel. */
const isSpare = ({ channel, language, kind }: Pick<ChannelText, 'channel' | 'language'> & { readonly kind: TextKind }, all: readonly ChannelText[]): boolean =>
  kind === 'captions' && all.some((other) => other.kind === 'transcript' && other.channel === channel && other.language === language);

function factsOf({ interventions, agenda, floorLanguages }: MeetingDetail, { turn, startMs }: Moment): Omit<MomentFacts, 'topics'> {
  const intervention = turn === null ? undefined : interventions[turn];
  const item = agenda.find(({ id }) => id === intervention?.agendaItemId) ?? agenda.findLast((one) => one.startMs !== null && one.startMs <= startMs && (one.endMs ?? Infinity) > startMs);
  const onlyOne = floorLanguages.length === 1 ? floorLanguages[0] ?? null : null;
  return {
    speaker: intervention?.speaker ?? null, capacity: intervention?.capacity ?? null, spoken: known(intervention?.language) ?? onlyOne,
    agenda: item ? { title: item.title, symbol: item.symbol } : null,
  };
}

function describe({ id, starts, timezone, body, series, topics, symbol, documents }: MeetingDetail, moments: MeetingMoments['moments']): MeetingMoments {
  return {
    meetingId: id, moments,
    day: starts === null ? null : localDay(new Date(starts), timezone),
    bodies: body === null ? [] : [body, ...body.parents.toReversed()].map(({ slug }) => slug),
    series: series?.slug ?? null, topics: topics.map(({ slug }) => slug),
    symbols: [symbol, ...documents.map((one) => one.symbol)].filter((one) => one !== null),
  };
}

const known = (language: string | undefined): string | null => (language === undefined || language === 'mul' || language === 'und' ? null : language);
