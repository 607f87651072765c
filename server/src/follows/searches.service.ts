import { publicActor } from '#access/index.ts';
import { readSearch, searchAddress, type Browse, type MeetingFilter, type Meetings, type SearchQuery } from '#meetings/index.ts';
import { formatDate, languageName, pick, type LocalizedText, type UiLanguage } from '#platform/i18n/index.ts';
import type { FoundMoment, SearchAnswer, SearchQuestion } from '#search/index.ts';
import { say } from '#web/index.ts';
import type { Find, Quote, Searches } from './follows.ports.ts';
import { followWords } from './locales/index.ts';

export interface SavedSearchesDeps {
  readonly meetings: Pick<Meetings, 'list' | 'listBodies' | 'listCategories'>;
  readonly browse: Pick<Browse, 'languages'>;
  /** What was said, as the public may find it. */
  readonly moments: { readonly find: (question: SearchQuestion) => Promise<SearchAnswer> };
}

// Percent signs make the letters of some scripts nine times as long.
const LONGEST_SEARCH = 2400;
const MOST_AT_ONCE = 200;
const MOST_QUOTES = 3;
const MOMENTS_AT_ONCE = 100;
const MOST_MOMENTS = 1000;
const actor = publicActor();

type Which = { readonly newest: number } | { readonly among: readonly string[] };

interface Place {
  readonly slug?: string;
  readonly path?: string;
  readonly name: LocalizedText;
  readonly children: readonly Place[];
}

/** Searches of the site as something that is kept. */
export class SavedSearches implements Searches {
  readonly #deps;

  constructor(deps: SavedSearchesDeps) {
    this.#deps = deps;
  }

  async canonical(address: URLSearchParams): Promise<string | null> {
    const { query } = await this.#read(address);
    if (!query.asked) return null;
    const search = searchAddress(query);
    return search.length > LONGEST_SEARCH ? null : search;
  }

  async describe(search: string, language: UiLanguage): Promise<string> {
    const { query: { filter }, bodies, categories } = await this.#read(new URLSearchParams(search));
    const words = followWords(language).search;
    const named = (places: readonly Place[], wanted: string | undefined): string => {
      const place = wanted === undefined ? undefined : placeIn(places, wanted);
      return place === undefined ? '' : pick(place.name, language)?.text ?? wanted ?? '';
    };
    const day = (text: string | undefined, message: string): string => (text === undefined ? '' : say(message, { date: formatDate(new Date(`${text}T00:00:00Z`), language, 'UTC') }));
    return [
      filter.q === undefined ? '' : say(words.quoted, { q: filter.q }),
      named(bodies, filter.body), named(categories, filter.category),
      filter.language === undefined ? '' : say(words.heard, { language: languageName(filter.language, language) }),
      day(filter.from, words.from), day(filter.to, words.to),
    ].filter((part) => part !== '').join(' · ');
  }

  async finds(search: string, language: UiLanguage, which: Which): Promise<readonly Find[]> {
    const { query } = await this.#read(new URLSearchParams(search));
    // A body that has gone must not make a search of everything.
    if (!query.asked || Object.keys(query.problems).length > 0) return [];
    const [said, meetings] = await Promise.all([
      query.only === 'meetings' || (query.q === '' && query.only === null) ? [] : this.#said(query, language, which),
      query.only === 'moments' ? [] : this.#meetings(query, which),
    ]);
    const found = new Map([...meetings, ...said].map((find) => [find.meetingId, find]));
    const sorted = [...found.values()].toSorted((a, b) => (b.starts ?? '').localeCompare(a.starts ?? ''));
    return 'newest' in which ? sorted.slice(0, which.newest) : sorted;
  }

  async #meetings(query: SearchQuery, which: Which): Promise<readonly Find[]> {
    const filter: MeetingFilter = { ...query.filter, state: 'published', order: 'newest' };
    const wanted = 'newest' in which ? which.newest : which.among.length;
    const found: Find[] = [];
    for (let before: string | null | undefined; before !== null && found.length < wanted;) {
      const page = await this.#deps.meetings.list(actor, { ...filter, limit: Math.min(MOST_AT_ONCE, wanted - found.length), ...('among' in which && { ids: which.among }), ...(before === undefined ? {} : { before }) });
      found.push(...page.meetings.map(({ id, slug, title, body, starts, timezone }) => ({ meetingId: id, slug, title, body: body?.name ?? null, starts, timezone, quotes: [] })));
      before = page.next;
    }
    return found;
  }

  /** Meetings in which somebody said it; only what has all of the words is worth telling of. */
  async #said({ q, moments: filters, exact }: SearchQuery, language: UiLanguage, which: Which): Promise<readonly Find[]> {
    const question = { text: q, language, complete: true, ...(exact ? { concepts: false } : {}) };
    if ('among' in which) {
      const answers = await Promise.all(which.among.filter((id) => filters.meeting === undefined || filters.meeting === id)
        .map((meeting) => this.#deps.moments.find({ ...question, filters: { ...filters, meeting }, limit: MOST_QUOTES })));
      return answers.flatMap(({ moments }) => byMeeting(moments));
    }
    const found = new Map<string, Find>();
    for (let offset = 0; found.size < which.newest && offset < MOST_MOMENTS; offset += MOMENTS_AT_ONCE) {
      const { moments } = await this.#deps.moments.find({ ...question, filters, order: 'newest', offset, limit: MOMENTS_AT_ONCE });
      for (const find of byMeeting(moments)) if (!found.has(find.meetingId)) found.set(find.meetingId, find);
      if (moments.length < MOMENTS_AT_ONCE) break;
    }
    return [...found.values()];
  }

  async #read(address: URLSearchParams): Promise<{ readonly query: SearchQuery; readonly bodies: readonly Place[]; readonly categories: readonly Place[] }> {
    const [bodies, categories, languages] = await Promise.all([this.#deps.meetings.listBodies(), this.#deps.meetings.listCategories(), this.#deps.browse.languages()]);
    const query = readSearch(address, { bodies: new Set(keysOf(bodies)), categories: new Set(keysOf(categories)), languages: new Set(languages) });
    return { query, bodies, categories };
  }
}

const keyOf = ({ slug, path }: Place): string => slug ?? path ?? '';
const keysOf = (places: readonly Place[]): readonly string[] => places.flatMap((place) => [keyOf(place), ...keysOf(place.children)]);

function placeIn(places: readonly Place[], key: string): Place | undefined {
  for (const place of places) {
    const found = keyOf(place) === key ? place : placeIn(place.children, key);
    if (found) return found;
  }
  return undefined;
}

/** The meetings of moments in their order, each with the first few of what was said there. */
function byMeeting(moments: readonly FoundMoment[]): readonly Find[] {
  const found = new Map<string, Find & { quotes: Quote[] }>();
  for (const { meeting: { id, slug, title, body, starts, timezone }, reader, floor, match, speaker } of moments) {
    const find = found.get(id) ?? { meetingId: id, slug, title, body: body?.name ?? null, starts, timezone, quotes: [] };
    found.set(id, find);
    const { channel, at, language, text } = reader ?? floor ?? match;
    if (find.quotes.length < MOST_QUOTES) find.quotes.push({ channel, atMs: at, language, text, speaker: speaker?.name ?? null });
  }
  return [...found.values()];
}
