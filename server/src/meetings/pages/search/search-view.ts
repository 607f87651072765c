import { publicActor } from '#access/index.ts';
import type { SearchAnswer } from '#search/index.ts';
import { isAppError } from '#platform/errors/index.ts';
import type { UiLanguage } from '#platform/i18n/index.ts';
import type { Browse } from '../../browse/index.ts';
import type { Meetings } from '../../meetings.ports.ts';
import type { SearchQuery, Show } from '../../search-query.ts';
import type { MediaSource, WatchableMedia } from '../media.ports.ts';
import type { FoundMeetings } from './meeting-results.tsx';
import type { MomentSource } from './moments.ports.ts';

export interface SearchDeps {
  readonly meetings: Pick<Meetings, 'list' | 'count'>;
  readonly browse: Pick<Browse, 'names'>;
  readonly media: MediaSource;
  readonly moments: MomentSource;
}

/** What was said, with the recordings in which it can be heard. */
export interface FoundMoments {
  readonly answer: SearchAnswer;
  readonly media: ReadonlyMap<string, WatchableMedia>;
}

/** What a search found, in the kind that is shown; of the other only how much there is. */
export interface Found {
  readonly shown: Show;
  readonly moments: FoundMoments | null;
  readonly meetings: FoundMeetings | null;
  /** What was said can't be searched just now: meetings are shown by what of the search fits them. */
  readonly away: boolean;
  /** Null where the filters don't fit that kind. */
  readonly counts: { readonly moments: number | null; readonly meetings: number | null };
  readonly names: FoundMeetings['names'];
}

/** As many moments as a page shows. */
export const MOMENTS_ON_A_PAGE = 20;
const MEETINGS_ON_A_PAGE = 24;
const NAMES_OF_A_KIND = 4;
const actor = publicActor();

/**
 * Searches what was said and the meetings. Who says nothing else sees what was said, if words were given and somebody said
 * them; else meetings.
 */
export async function runSearch(deps: SearchDeps, query: SearchQuery, language: UiLanguage, before: string | undefined): Promise<Found> {
  const onFirst = before === undefined && query.page === 1;
  const count = (): Promise<number> => deps.meetings.count(actor, query.filter);
  const [asked, counted, names] = await Promise.all([
    query.only === 'meetings' || (query.q === '' && query.only === null && query.show !== 'moments') ? null : askMoments(deps, query, language),
    query.only === 'moments' ? null : count(),
    onFirst && !query.narrowed ? deps.browse.names(query.q, NAMES_OF_A_KIND) : { speakers: [], bodies: [], series: [], topics: [] },
  ]);
  const away = asked === 'away';
  const answer = away ? null : asked;
  const total = away ? counted ?? await count() : counted;
  const shown = away ? 'meetings' : query.only ?? query.show ?? (answer !== null && answer.total > 0 ? 'moments' : 'meetings');
  const counts = { moments: answer === null ? null : answer.total, meetings: total };
  if (shown === 'moments' && answer !== null) {
    const media = await deps.media.forMeetings([...new Set(answer.moments.map(({ meeting }) => meeting.id))]);
    return { shown, away, moments: { answer, media }, meetings: null, counts, names };
  }
  const found = await deps.meetings.list(actor, { ...query.filter, limit: MEETINGS_ON_A_PAGE, ...(before === undefined ? {} : { before }) });
  const media = await deps.media.forMeetings(found.meetings.map(({ id }) => id));
  // What was not found as words may have been written wrongly.
  return { shown: 'meetings', away, moments: answer === null ? null : { answer, media: new Map() }, meetings: { total: total ?? 0, found, media, names }, counts, names };
}

async function askMoments({ moments }: SearchDeps, { q, moments: filters, sort, page, exact }: SearchQuery, language: UiLanguage): Promise<SearchAnswer | 'away'> {
  return orAway(moments.find({ text: q, language, filters, order: sort, offset: (page - 1) * MOMENTS_ON_A_PAGE, limit: MOMENTS_ON_A_PAGE, ...(exact ? { concepts: false } : {}) }));
}

/** What was said, or that it can't be searched just now: what else a page has is shown all the same. */
export async function orAway(answer: Promise<SearchAnswer>): Promise<SearchAnswer | 'away'> {
  try {
    return await answer;
  } catch (error) {
    if (isAppError(error) && error.code === 'search_away') return 'away';
    throw error;
  }
}
