import type { QueryPart } from '@openfloor/words';
import { sql } from 'kysely';
import { rememberEach, rememberReads, type Database, type Remember, type RememberEach } from '#platform/db/index.ts';
import type { MomentText } from '../moment.domain.ts';
import { countFacets } from '../rank/facets.domain.ts';
import { mergeCandidates, type FoundInLanguage, type MergedMoment } from '../rank/merge.domain.ts';
import { RANKING, scoreOf, type Asked, type AskedWord, type WordPlaces } from '../rank/ranking.domain.ts';
import { askedIn, keysOf, knownOf, readIn, STEPS, wantedAt, type Frequencies, type LanguageFacts, type Reading } from '../rank/reading.domain.ts';
import type { IndexAnswer, IndexHit, IndexQuery } from '../search.ports.ts';
import { findCandidates } from './candidates.repo.ts';
import { withoutExcluded } from './excluded.repo.ts';
import { languageOf } from './layout.repo.ts';
import { asksForOrder, indexedQuery, setsQuery } from './literals.ts';
import { wantedMarks } from './marks.ts';
import { newestOf, UNDATED } from './newest.ts';
import type { KeptFacts } from './rows.ts';

/** A reading of the question in one language, with what is known of its words there. */
interface Question {
  readonly facts: LanguageFacts;
  readonly reading: Reading;
  readonly frequencies: Frequencies;
}

interface ShownRow {
  readonly moment: number;
  readonly facts: number;
  readonly start_ms: number;
  readonly end_ms: number;
  readonly texts: readonly MomentText[];
}

const MOST_FACTS = 100_000;

/** Finds moments in the index's tables. */
export class Finder {
  readonly #database;
  readonly #remember: Remember;
  /** In one index an id never means anything else, so what is known once stays right. */
  readonly #facts: RememberEach<number, KeptFacts>;

  /** @param version changes whenever anything in the database may have changed */
  constructor(database: Database, version: () => Promise<string>) {
    this.#database = database;
    this.#remember = rememberReads({ version, most: 1 });
    this.#facts = rememberEach(MOST_FACTS, async (ids) => {
      const { rows } = await sql<{ id: number; facts: KeptFacts }>`select id, facts from search.facts where id = any(${ids}::integer[])`.execute(database.db);
      return rows.map(({ id, facts }) => [id, facts]);
    });
  }

  async find(query: IndexQuery): Promise<Omit<IndexAnswer, 'building'>> {
    const { questions, generation } = await this.#questions(query);
    let found: readonly FoundInLanguage[] = [];
    let merged: readonly MergedMoment[] = [];
    let [loose, unknown] = [false, false];
    if (query.text.trim() === '') {
      found = await this.#browse(query, questions);
      merged = mergeCandidates(found, query.order);
    } else {
      const known = questions.map(({ reading, frequencies }) => knownOf(reading, frequencies));
      const most = Math.max(...known);
      unknown = most < 1;
      const own = new Set(questions.filter((_, n) => (known[n] ?? 0) >= most * RANKING.sameLanguage).map(({ facts }) => facts.language));
      const asked = askedLanguage(query, questions, own);
      for (const step of query.complete ? STEPS.slice(0, 1) : STEPS) {
        const more = await Promise.all(questions.flatMap((question) => {
          const sets = wantedAt(step, question.reading, question.frequencies, question.facts, own.has(question.facts.language));
          return sets.length === 0 ? [] : [this.#look(query, question, sets, asked)];
        }));
        if (more.length === 0) continue;
        const before = merged.length;
        found = [...found, ...more];
        merged = await withoutExcluded(this.#database.db, mergeCandidates(found, query.order), questions.filter(({ facts }) => own.has(facts.language)));
        loose ||= step !== 'all' && merged.length > before;
        // What a concept finds in other languages doesn't say that the words are found.
        if (merged.filter(({ languages }) => [...languages].some((language) => own.has(language))).length >= RANKING.enough) break;
      }
    }
    return { ...await this.#answer(query, merged, generation), loose, capped: found.some(({ capped }) => capped), unknown, frequent: frequentOf(questions) };
  }

  /** What the question is in each language that can be asked, in one look at how frequent its words are. */
  async #questions({ text, concepts, filters }: IndexQuery): Promise<{ readonly questions: readonly Question[]; readonly generation: string }> {
    const { rows: languages } = await this.#remember('languages', () => sql<LanguageFacts & { readonly generation: string }>`
      select language, texts, words, (select generation from search.layout) as generation from search.languages where texts > 0`.execute(this.#database.db));
    const asked = languages.filter(({ language }) => filters.channel === undefined || language === languageOf(filters.channel));
    const readings = asked.map((facts) => ({ facts, reading: readIn(facts.language, text, concepts) }));
    const pairs = readings.flatMap(({ facts, reading }) => keysOf(reading).map((key) => [facts.language, key] as const));
    const rows = pairs.length === 0 ? [] : await this.#database.planned<{ language: string; key: string; texts: number }>('search-keys', `
      select k.language, k.key, k.texts from unnest($1::text[], $2::text[]) as a (language, key)
      join search.keys k on k.language = a.language collate "C" and k.key = a.key collate "C" where k.texts > 0`, [pairs.map(([language]) => language), pairs.map(([, key]) => key)]);
    return { generation: languages[0]?.generation ?? '', questions: readings.map(({ facts, reading }) => ({ facts, reading, frequencies: new Map(rows.filter((row) => row.language === facts.language).map(({ key, texts }) => [key, texts])) })) };
  }

  /** @param askedLanguage which is looked at more deeply than others */
  async #look(query: IndexQuery, { facts, reading, frequencies }: Question, sets: readonly (readonly QueryPart[])[], askedLanguage: string | undefined): Promise<FoundInLanguage> {
    const { filters, order } = query;
    const { candidates: limit, judged: close, read } = facts.language === askedLanguage ? RANKING.asked : RANKING.other;
    const wanted = setsQuery(sets, reading.excluded);
    const byDay = order === 'relevance' && wanted !== '' ? undefined : order === 'oldest' ? 'oldest' : 'newest';
    // Sorted by day, all that is found is read anyway.
    const bounded = byDay === undefined && asksForOrder([...sets, reading.excluded]);
    const asked = askedIn(reading, frequencies, facts);
    const words = wordsIn(asked);
    const candidates = await findCandidates(this.#database, {
      language: facts.language, wanted, indexed: indexedQuery(sets, (key) => frequencies.get(key) ?? 0, facts.texts), words, marks: wantedMarks(filters), limit, judged: Math.max(close, Math.min(query.offset + query.limit, 300)),
      // What has no date is neither before nor after a day.
      newest: [filters.to === undefined ? 0 : newestOf(filters.to), filters.from !== undefined ? newestOf(filters.from) : filters.to === undefined ? UNDATED : UNDATED - 1],
      ...(byDay && { byDay }), ...(bounded && { read }),
    });
    const judgeText = judgeOf(asked, words, facts);
    const judged = new Map(candidates.first.map(({ moment, nth, length, places }) => [moment, { nth, ...judgeText(places, length) }]));
    return { language: facts.language, moments: candidates, judged, isOwn: facts.language === languageOf(query.language), capped: candidates.moments.length >= limit || (bounded && mostWith(sets, frequencies) > read) };
  }

  /** Without words, what the filters let through; without any of these, nothing. */
  async #browse(query: IndexQuery, questions: readonly Question[]): Promise<FoundInLanguage[]> {
    if (Object.values(query.filters).every((value) => value === undefined)) return [];
    const asked = askedLanguage(query, questions, new Set(questions.map(({ facts }) => facts.language)));
    return Promise.all(questions.map((question) => this.#look(query, question, [], asked)));
  }

  async #answer({ offset, limit }: IndexQuery, merged: readonly MergedMoment[], generation: string): Promise<Pick<IndexAnswer, 'total' | 'hits' | 'facets'>> {
    const byFacts = new Map<number, number>();
    for (const { facts } of merged) byFacts.set(facts, (byFacts.get(facts) ?? 0) + 1);
    const page = merged.slice(offset, offset + limit);
    const [known, rows] = await Promise.all([this.#facts(generation, byFacts.keys()), page.length === 0 ? [] : this.#database.planned<ShownRow>('search-moments', `
      select moment, facts, start_ms, end_ms, texts from search.moments where moment = any($1::bigint[])`, [page.map(({ moment }) => moment)])]);
    const counted = [...byFacts].flatMap(([id, moments]) => {
      const facts = known.get(id);
      return facts ? [[facts, moments] as const] : [];
    });
    const moments = new Map(rows.map((row) => [row.moment, row]));
    const hits = page.flatMap(({ moment, nth, by, score, languages }): IndexHit[] => {
      const row = moments.get(moment);
      const facts = row && known.get(row.facts);
      if (!row || !facts) return [];
      const { bodies: _bodies, series: _series, year: _year, ...shown } = facts;
      return [{ ...shown, startMs: row.start_ms, endMs: row.end_ms, texts: row.texts, best: nth ?? Math.max(0, row.texts.findIndex(({ language }) => languages.has(languageOf(language)))), by, score }];
    });
    const channels = new Map<string, number>();
    for (const { languages } of merged) for (const language of languages) channels.set(language, (channels.get(language) ?? 0) + 1);
    return { total: merged.length, hits, facets: countFacets(counted, channels) };
  }
}

/** The reader's language where the question can be of it, else the largest of those that it can be of. */
function askedLanguage({ language }: IndexQuery, questions: readonly Question[], own: ReadonlySet<string>): string | undefined {
  const reader = languageOf(language);
  return own.has(reader) ? reader : questions.filter(({ facts }) => own.has(facts.language)).toSorted((a, b) => b.facts.texts - a.facts.texts)[0]?.facts.language;
}

/** How many texts can have all words of one of these sets, at most. */
const mostWith = (sets: readonly (readonly QueryPart[])[], frequencies: Frequencies): number =>
  sets.reduce((sum, parts) => sum + Math.min(...parts.flatMap(({ words, prefix }) => words.slice(0, prefix ? -1 : undefined).map(({ key }) => frequencies.get(key) ?? 0))), 0);

/** Tells how well a text fits, and whether by the question's own words; from where `wanted` stand in it. */
function judgeOf(asked: readonly Asked[], wanted: readonly AskedWord[], { texts, words }: LanguageFacts): (places: readonly WordPlaces[], length: number) => { readonly score: number; readonly by: 'words' | 'concept' } {
  const numbers = new Map(wanted.map((word, n) => [nameOf(word), n]));
  const ways = asked.map(({ weight, words: own }) => ({ weight, own, at: own.map((word) => numbers.get(nameOf(word)) ?? -1) }));
  return (places, length) => {
    const scores = ways.map(({ weight, own, at }) => weight * scoreOf(own, at.map((n) => places[n] ?? NOWHERE), length, words / Math.max(1, texts)));
    const best = Math.max(0, ...scores);
    return { score: best, by: (asked[0]?.weight ?? 1) === 1 && (scores[0] ?? 0) >= best ? 'words' : 'concept' };
  };
}

const NOWHERE: WordPlaces = { said: [], named: false };
const nameOf = ({ key, prefix }: AskedWord): string => `${key}${prefix ? '*' : ''}`;

/** Each word of all ways to say it once, with the most that it tells. */
function wordsIn(asked: readonly Asked[]): readonly AskedWord[] {
  const words = new Map<string, AskedWord>();
  for (const { weight, words: own } of asked) {
    for (const word of own) {
      const name = nameOf(word);
      const told = weight * word.weight;
      if (told > (words.get(name)?.weight ?? 0)) words.set(name, { ...word, weight: told });
    }
  }
  return [...words.values()];
}

const frequentOf = (questions: readonly Question[]): ReadonlySet<string> => new Set(questions.flatMap(({ facts: { language, texts }, frequencies }) =>
  [...frequencies].filter(([, having]) => having > Math.max(RANKING.frequent * texts, 10)).map(([key]) => `${language} ${key}`)));
