import { UNSPACED } from '@openfloor/words';
import type { Actor } from '#access/index.ts';
import type { Meetings, MeetingSummary } from '#meetings/index.ts';
import { isAppError } from '#platform/errors/index.ts';
import { baseOf, type LocalizedText } from '#platform/i18n/index.ts';
import { foundText } from './excerpt.domain.ts';
import { toMark, type Marking } from './marking.domain.ts';
import type { Completion, FacetCount, FoundMoment, FoundText, NamedConcept, SearchAnswer, SearchFilters, SearchQuestion } from './search.domain.ts';
import type { FoundNames, IndexAnswer, IndexHit, NameSource, QueryExpansion, SearchIndex } from './search.ports.ts';

export interface SearchDeps {
  readonly index: SearchIndex;
  readonly meetings: Pick<Meetings, 'get'> & {
    /** By their ids; those that the actor may not see are missing. */
    readonly shown: (actor: Actor, ids: readonly string[]) => Promise<ReadonlyMap<string, MeetingSummary>>;
  };
  readonly names: NameSource;
  /** Left out: a question is taken by its words alone. */
  readonly expansion?: QueryExpansion;
}

const LIMIT = 20;
const MOST = 100;
const SUGGEST_BELOW = 3;
const NEAR_NAMES = 100;
const NOTHING: IndexAnswer = { total: 0, capped: false, loose: false, building: false, unknown: false, hits: [], frequent: new Set(), facets: { body: [], series: [], speaker: [], capacity: [], agenda: [], topic: [], spoken: [], channel: [], year: [] } };

/** Finds the moments at which something was said, in whatever language. */
export class Search {
  readonly #deps;

  constructor(deps: SearchDeps) {
    this.#deps = deps;
  }

  /** Answers a question with what the public may see. Any text is a question; what no meeting has finds nothing. Throws `search_away` where there is no index. */
  async find(actor: Actor, question: SearchQuestion): Promise<SearchAnswer> {
    const { text, language, order = 'relevance' } = question;
    const { index, expansion } = this.#deps;
    const filters = await this.#resolved(actor, question.filters ?? {});
    const concepts = question.concepts === false ? [] : await expansion?.expand(text, language) ?? [];
    const offset = Math.max(0, Math.trunc(question.offset ?? 0));
    const limit = Math.min(MOST, Math.max(1, Math.trunc(question.limit ?? LIMIT)));
    const found = filters === null ? NOTHING : await index.find({ text, language, concepts, filters, order, offset, limit, complete: question.complete ?? false });
    // What names a concept is written rightly, though nobody may have said it.
    const understood = concepts.flatMap(({ from, to }) => wordsOf(text.slice(from, to)));
    const [moments, facets, suggestion] = await Promise.all([
      this.#shown(actor, question, concepts, found),
      this.#named(found.facets),
      text.trim() !== '' && (found.total < SUGGEST_BELOW || found.loose || found.unknown) ? index.correct(text, language, async (beginning) => [...await this.#wordsOfNames(beginning), ...understood]) : null,
    ]);
    return { total: found.total, capped: found.capped, loose: found.loose, building: found.building, moments, facets, suggestion, concepts: concepts.map(({ slug, label }) => ({ slug, label })) };
  }

  /** How words and names go on that somebody has begun to type; the names of what has a page first. */
  async complete(text: string, language: string, limit = 8): Promise<readonly Completion[]> {
    const { before, last } = lastWord(text);
    const most = Math.min(20, Math.max(1, Math.trunc(limit)));
    // One letter says something only where it is a word.
    if (text.trim().length < 2 && !UNSPACED.test(text)) return [];
    const [names, words] = await Promise.all([this.#deps.names.find(text, Math.ceil(most / 2)), last === '' ? [] : this.#deps.index.complete(last, language, most)]);
    const called = KINDS.flatMap(([kind, list]) => names[list].map(({ slug, name }): Completion => ({ kind, slug, text: name[language] ?? name['en'] ?? Object.values(name)[0] ?? slug, language: null })));
    // Whoever has written some words goes on in the same language.
    const own = before.trim() === '' ? [] : words.filter((word) => baseOf(word.language) === baseOf(language));
    const going = (own.length > 0 ? own : words).map((word): Completion => ({ kind: 'word', slug: null, text: before + word.text, language: word.language }));
    return [...called.slice(0, Math.max(Math.ceil(most / 2), most - going.length)), ...going].slice(0, most);
  }

  async #wordsOfNames(beginning: string): Promise<readonly string[]> {
    const { speakers, bodies, series } = await this.#deps.names.find(beginning, NEAR_NAMES);
    return [...new Set([...speakers, ...bodies, ...series].flatMap(({ name }) => Object.values(name).flatMap(wordsOf)))];
  }

  /** Filters as the index takes them; null where they name a meeting that there isn't. */
  async #resolved(actor: Actor, filters: SearchFilters): Promise<SearchFilters | null> {
    if (filters.meeting === undefined) return filters;
    try {
      return { ...filters, meeting: (await this.#deps.meetings.get(actor, filters.meeting)).id };
    } catch (error) {
      if (isAppError(error)) return null;
      throw error;
    }
  }

  async #shown(actor: Actor, { text, language }: SearchQuestion, concepts: readonly NamedConcept[], { hits, frequent }: IndexAnswer): Promise<readonly FoundMoment[]> {
    const byId = hits.length === 0 ? new Map<string, MeetingSummary>() : await this.#deps.meetings.shown(actor, hits.map(({ meetingId }) => meetingId));
    const marking = new Map<string, Marking>();
    const mark = (tag: string) => {
      const own = baseOf(tag);
      const known = marking.get(own) ?? toMark(own, text, concepts, frequent);
      marking.set(own, known);
      return known;
    };
    return hits.flatMap((hit): FoundMoment[] => {
      const meeting = byId.get(hit.meetingId);
      return meeting === undefined ? [] : [presentHit(hit, meeting, language, mark)];
    });
  }

  /** Facets with the names of today. */
  async #named(facets: IndexAnswer['facets']): Promise<SearchAnswer['facets']> {
    const slugs = (facet: 'body' | 'series' | 'topic'): readonly string[] => facets[facet].map(({ value }) => value);
    const { bodies, series, topics } = await this.#deps.names.names({ bodies: slugs('body'), series: slugs('series'), topics: slugs('topic') });
    const called = (counts: readonly FacetCount[], known: ReadonlyMap<string, LocalizedText>): readonly FacetCount[] => counts.map((count) => ({ ...count, name: known.get(count.value) ?? { und: count.value } }));
    return { ...facets, body: called(facets.body, bodies), series: called(facets.series, series), topic: called(facets.topic, topics) };
  }
}

const KINDS = [['speaker', 'speakers'], ['body', 'bodies'], ['series', 'series'], ['topic', 'topics']] as const satisfies readonly (readonly [Completion['kind'], keyof FoundNames])[];

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}'’]+/gu) ?? [];

function presentHit(hit: IndexHit, meeting: MeetingSummary, language: string, mark: (tag: string) => Marking): FoundMoment {
  const { texts, best, speaker, capacity, agenda, spoken, topics, startMs, endMs, score, by } = hit;
  const floorKey = meeting.channels.find(({ role }) => role === 'floor')?.key;
  // One text is often two or all three of what is shown.
  const shown = new Map<IndexHit['texts'][number], FoundText>();
  const show = (text: IndexHit['texts'][number] | undefined): FoundText | null => {
    if (text === undefined) return null;
    const made = shown.get(text) ?? foundText(text, mark(text.language));
    shown.set(text, made);
    return made;
  };
  const own = texts.filter((text) => baseOf(text.language) === baseOf(language));
  // Where nobody has written down the floor, the record in the language that was spoken has the speaker's own words.
  const floor = show(texts.find(({ channel, kind }) => channel === floorKey && kind !== 'record') ?? texts.find(({ channel }) => channel === floorKey)
    ?? texts.find(({ kind, language: tag }) => kind === 'record' && spoken !== null && baseOf(tag) === baseOf(spoken)));
  const match = show(texts[best] ?? texts[0]) ?? { channel: '', kind: 'transcript' as const, language, text: '', marks: [], at: startMs };
  const { id, slug, title, body, starts, timezone, symbol } = meeting;
  return {
    meeting: { id, slug, title, body, starts, timezone, symbol }, start: startMs, end: endMs, speaker, capacity, agenda: agenda?.title ?? null, spoken, topics,
    floor, match: { ...match, by }, reader: show(own.find(({ kind }) => kind !== 'record') ?? own[0]), score: Math.round(score * 1000) / 1000,
  };
}

/** The word that is being typed, and what stands before it. */
function lastWord(text: string): { readonly before: string; readonly last: string } {
  const [last = ''] = /[\p{L}\p{M}\p{N}'’]+$/u.exec(text) ?? [];
  return { before: text.slice(0, text.length - last.length), last };
}
