import { isDay } from './day.domain.ts';
import type { MeetingFilter } from './meetings.ports.ts';

/** As many letters as a search takes. */
export const MOST_LETTERS = 200;

/** What was wrong with a field, by the key of its sentence. */
export type SearchProblem = 'badDate' | 'badRange' | 'unknown' | 'tooLong';

/** A search as the form holds it: what was given, and what of it counts. */
export interface SearchQuery {
  readonly q: string;
  readonly filter: MeetingFilter;
  readonly sort: Sort;
  readonly problems: Readonly<Partial<Record<SearchField, SearchProblem>>>;
  /** True when there is anything to search for. */
  readonly asked: boolean;
  /** True when something other than words narrows it down. */
  readonly narrowed: boolean;
}

export type SearchField = 'q' | 'body' | 'category' | 'language' | 'from' | 'to' | 'sort';

/** The orders that a reader can choose; the first one is meant when none is. */
export const SORTS = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];
const isSort = (text: string): text is Sort => (SORTS as readonly string[]).includes(text);

/** What the form offers to choose from. */
export interface SearchChoices {
  readonly bodies: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
}

/** Reads the address of a search. What can't be used is left out and said, never an error: people type addresses and dates. */
export function readSearch(address: URLSearchParams, choices: SearchChoices): SearchQuery {
  const given = (field: SearchField): string => address.get(field)?.trim() ?? '';
  const problems: Partial<Record<SearchField, SearchProblem>> = {};
  const chosen = (field: SearchField, known: (value: string) => boolean, problem: SearchProblem): string => {
    const value = given(field);
    if (value === '' || known(value)) return value;
    problems[field] = problem;
    return '';
  };
  const words = given('q');
  if (words.length > MOST_LETTERS) problems.q = 'tooLong';
  const q = words.slice(0, MOST_LETTERS).toWellFormed();
  const found = {
    body: chosen('body', (slug) => choices.bodies.has(slug), 'unknown'),
    category: chosen('category', (path) => choices.categories.has(path), 'unknown'),
    language: chosen('language', (tag) => choices.languages.has(tag), 'unknown'),
    from: chosen('from', isDay, 'badDate'),
    to: chosen('to', isDay, 'badDate'),
  };
  if (found.from !== '' && found.to !== '' && found.to < found.from) problems.to = 'badRange';
  const wish = chosen('sort', isSort, 'unknown');
  const sort = isSort(wish) ? wish : 'relevance';
  const filter = Object.fromEntries(Object.entries({ q, ...found }).filter(([, value]) => value !== ''));
  const narrowed = Object.values(found).some((value) => value !== '');
  return { q, filter: { ...filter, order: sort }, sort, problems, asked: q !== '' || narrowed, narrowed };
}
