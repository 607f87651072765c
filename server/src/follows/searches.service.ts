import { publicActor } from '#access/index.ts';
import { readSearch, type Browse, type MeetingFilter, type Meetings, type SearchQuery } from '#meetings/index.ts';
import { formatDate, languageName, pick, type LocalizedText, type UiLanguage } from '#platform/i18n/index.ts';
import { say } from '#web/index.ts';
import type { Find, Searches } from './follows.ports.ts';
import { followWords } from './locales/index.ts';

export interface SavedSearchesDeps {
  readonly meetings: Pick<Meetings, 'list' | 'listBodies' | 'listCategories'>;
  readonly browse: Pick<Browse, 'languages'>;
}

// Percent signs make the letters of some scripts nine times as long.
const LONGEST_SEARCH = 2400;
const MOST_AT_ONCE = 200;
const actor = publicActor();

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
    // In whatever order people will sort it: what is new is always told of by its time.
    const { order: _, ...asked } = query.filter;
    const search = new URLSearchParams(Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string').toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
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

  async finds(search: string, which: { readonly newest: number } | { readonly among: readonly string[] }): Promise<readonly Find[]> {
    const { query } = await this.#read(new URLSearchParams(search));
    // A body that has gone must not make a search of everything.
    if (!query.asked || Object.keys(query.problems).length > 0) return [];
    const filter: MeetingFilter = { ...query.filter, state: 'published', order: 'newest' };
    const wanted = 'newest' in which ? which.newest : which.among.length;
    const found: Find[] = [];
    for (let before: string | null | undefined; before !== null && found.length < wanted;) {
      const page = await this.#deps.meetings.list(actor, { ...filter, limit: Math.min(MOST_AT_ONCE, wanted - found.length), ...('among' in which && { ids: which.among }), ...(before === undefined ? {} : { before }) });
      found.push(...page.meetings.map(({ id, slug, title, body, starts, timezone, publishedAt }) => ({ meetingId: id, slug, title, body: body?.name ?? null, starts, timezone, publishedAt })));
      before = page.next;
    }
    return found;
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
