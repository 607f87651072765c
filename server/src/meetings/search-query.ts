import { isDay } from './day.domain.ts';
import type { MeetingFilter } from './meetings.ports.ts';

/** As many letters as a search takes. */
export const MOST_LETTERS = 200;
/** Nobody reads further than this; whoever wants all of it has the API. */
const MOST_PAGES = 50;
const LONGEST_VALUE = 300;

/** What was wrong with a field, by the key of its sentence. */
export type SearchProblem = 'badDate' | 'badRange' | 'unknown' | 'tooLong';

/** What narrows down moments, in the order in which it is shown. */
export const MOMENT_FILTERS = ['body', 'series', 'meeting', 'speaker', 'capacity', 'agenda', 'topic', 'symbol', 'spoken', 'channel', 'original', 'from', 'to'] as const;
export type MomentFilter = (typeof MOMENT_FILTERS)[number];
export type MomentFilters = Readonly<Partial<Record<MomentFilter, string>>>;
/** Those that make no sense of a whole meeting, and those that can't be told of a moment. */
const OF_MOMENTS = ['meeting', 'capacity', 'agenda', 'symbol', 'spoken', 'channel', 'original'] as const;
const OF_MEETINGS = ['category', 'language'] as const;

/** What a page of the search shows: what was said, or meetings. */
const SHOWS = ['moments', 'meetings'] as const;
export type Show = (typeof SHOWS)[number];

/** A search as an address holds it: what was given, and what of it counts. */
export interface SearchQuery {
  readonly q: string;
  readonly filter: MeetingFilter;
  readonly moments: MomentFilters;
  readonly sort: Sort;
  readonly problems: Readonly<Partial<Record<SearchField, SearchProblem>>>;
  /** True when there is anything to search for. */
  readonly asked: boolean;
  /** True when something other than words narrows it down. */
  readonly narrowed: boolean;
  /** What alone can be searched with these filters; null where both can. */
  readonly only: Show | null;
  /** What the reader chose to see; null where nothing was chosen. */
  readonly show: Show | null;
  /** From 1. */
  readonly page: number;
  /** True where only the very words count, and not what they mean. */
  readonly exact: boolean;
}

export type SearchField = 'q' | 'category' | 'language' | 'sort' | 'show' | MomentFilter;

/** The orders that a reader can choose; the first one is meant when none is. */
export const SORTS = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];
const isSort = (text: string): text is Sort => (SORTS as readonly string[]).includes(text);
const isShow = (text: string): text is Show => (SHOWS as readonly string[]).includes(text);

/** What the form offers to choose from. */
export interface SearchChoices {
  readonly bodies: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
}

const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const given = (filter: object): Record<string, string> => Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''));

/** Reads the address of a search. What can't be used is left out and said, never an error: people type addresses and dates. */
export function readSearch(address: URLSearchParams, choices: SearchChoices): SearchQuery {
  const text = (field: string): string => address.get(field)?.trim().toWellFormed().replaceAll('\u0000', '') ?? '';
  const problems: Partial<Record<SearchField, SearchProblem>> = {};
  const chosen = (field: SearchField, known: (value: string) => boolean, problem: SearchProblem = 'unknown'): string => {
    const value = text(field);
    if (value === '' || known(value)) return value;
    problems[field] = problem;
    return '';
  };
  const short = (value: string): boolean => value.length <= LONGEST_VALUE;
  const words = text('q');
  if (words.length > MOST_LETTERS) problems.q = 'tooLong';
  const q = words.slice(0, MOST_LETTERS).toWellFormed();
  const shared = {
    body: chosen('body', (slug) => choices.bodies.has(slug)), series: chosen('series', short), topic: chosen('topic', short), speaker: chosen('speaker', short),
    from: chosen('from', isDay, 'badDate'), to: chosen('to', isDay, 'badDate'),
  };
  if (shared.from !== '' && shared.to !== '' && shared.to < shared.from) problems.to = 'badRange';
  const ofMeetings = { category: chosen('category', (path) => choices.categories.has(path)), language: chosen('language', (tag) => choices.languages.has(tag)) };
  const ofMoments = {
    meeting: chosen('meeting', short), capacity: chosen('capacity', short), agenda: chosen('agenda', short), symbol: chosen('symbol', short),
    spoken: chosen('spoken', (tag) => TAG.test(tag)), channel: chosen('channel', (tag) => TAG.test(tag)), original: chosen('original', (value) => value === 'only'),
  };
  const wish = chosen('sort', isSort);
  const sort = isSort(wish) ? wish : 'relevance';
  const show = chosen('show', isShow);
  const page = /^\d{1,3}$/.test(text('page')) ? Math.min(Math.max(Number(text('page')), 1), MOST_PAGES) : 1;
  const filters = given({ ...shared, ...ofMeetings, ...ofMoments });
  return {
    q, sort, problems, page, exact: text('exact') === '1',
    filter: { ...given({ q, ...shared, ...ofMeetings }), order: sort }, moments: given({ ...shared, ...ofMoments }),
    asked: q !== '' || Object.keys(filters).length > 0, narrowed: Object.keys(filters).length > 0,
    only: OF_MOMENTS.some((field) => field in filters) ? 'moments' : OF_MEETINGS.some((field) => field in filters) ? 'meetings' : null,
    show: isShow(show) ? show : null,
  };
}

/** The address of a search in its one form, whatever its order, page and look. */
export function searchAddress({ q, filter, moments, exact }: Pick<SearchQuery, 'q' | 'filter' | 'moments' | 'exact'>): string {
  const { order: _, ...rest } = filter;
  const entries = Object.entries(given({ ...rest, ...moments, q, exact: exact ? '1' : '' })).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new URLSearchParams(entries).toString();
}
