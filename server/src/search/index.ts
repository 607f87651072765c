import type { Actor } from '#access/index.ts';
import type { Browse, Meetings, MeetingState } from '#meetings/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { Queue, Registry } from '#platform/queue/index.ts';
import { indexMeeting, indexMeetingHandler } from './index-meeting.job.ts';
import { rebuildIndex, rebuildIndexHandler } from './rebuild-index.job.ts';
import { retagMoments, retagMomentsHandler } from './retag-moments.job.ts';
import { mendedIndex } from './mended-index.ts';
import { Indexing, type IndexingDeps } from './indexing.service.ts';
import { catalogueNames } from './names.repo.ts';
import { ensureLayout, isBuilt, markBuilt } from './postgres/layout.repo.ts';
import { PostgresIndex } from './postgres/postgres-index.repo.ts';
import { rememberedMeetings } from './remembered-meetings.ts';
import { publishedMeetings } from './published.repo.ts';
import { Search, type SearchDeps } from './search.service.ts';
import type { SearchIndex } from './search.ports.ts';

// Whoever corrects a text corrects more than one word.
const SETTLE_MS = 700;

/**
 * Opens the index of a database; makes its tables where there are none.
 * @param version changes whenever anything in the database may have changed
 */
export async function openSearchIndex(database: Database, version?: () => Promise<string>): Promise<SearchIndex> {
  await ensureLayout(database);
  return new PostgresIndex(database, version);
}

/** Has a meeting put into the index soon, because its words or their times have changed; many changes are one job. */
export const requestIndex = (queue: Queue) => async (tx: Tx, meetingId: string, delayMs = SETTLE_MS): Promise<void> => {
  await queue.add(tx, indexMeeting, { meetingId }, { dedupeKey: meetingId, delayMs });
};

/** Has moments tagged anew because a vocabulary has changed; these meetings have lost tags by it already, of all others only those are indexed again that turn out otherwise. */
export const requestTags = (queue: Queue) => async (tx: Tx, meetingIds: readonly string[]): Promise<void> => {
  for (const id of meetingIds) await requestIndex(queue)(tx, id);
  await queue.add(tx, retagMoments, {}, { dedupeKey: 'all' });
};

/** Takes what isn't public any more out of the index at once, and has what is put into it: for whoever changes meetings. */
export const indexChanges = (index: SearchIndex, queue: Queue) => async (tx: Tx, meetingId: string, state: MeetingState | 'removed'): Promise<void> => {
  if (state === 'published') await requestIndex(queue)(tx, meetingId, 0);
  else await index.remove(tx, meetingId);
};

type Given = Pick<IndexingDeps, 'meetings' | 'words' | 'lags' | 'topics' | 'clock'> & Pick<SearchDeps, 'index' | 'expansion'> & {
  readonly meetings: Pick<Meetings, 'get' | 'list'>;
  readonly database: Database;
  readonly queue: Queue;
  readonly browse: Pick<Browse, 'names'>;
  /** Changes whenever anything in the database may have changed. */
  readonly version: () => Promise<string>;
  readonly worker: Actor;
};

/** Search over a database, with the job that keeps its index. */
export function createSearch({ queue, browse, version, worker, ...given }: Given): {
  readonly search: Search;
  readonly indexing: Indexing;
  /** Registers a handler for each of `ALL_SEARCH_JOBS`. */
  readonly handleJobs: (registry: Registry) => void;
  /** Has every meeting put into an index that was made anew. */
  readonly fill: () => Promise<void>;
} {
  const { database } = given;
  const rebuildLater = async (tx: Tx): Promise<void> => { await queue.add(tx, rebuildIndex, {}, { dedupeKey: 'all' }); };
  const index = mendedIndex(given.index, () => database.transaction(rebuildLater));
  const search = new Search({ ...given, meetings: rememberedMeetings(given.meetings, version), index, names: catalogueNames(database.db, browse, version) });
  const indexing = new Indexing({ ...given, published: publishedMeetings(database.db), later: requestIndex(queue), rebuildLater });
  return {
    search, indexing,
    handleJobs: (registry) => { registry.handle(indexMeeting, indexMeetingHandler(indexing, worker)).handle(rebuildIndex, rebuildIndexHandler(indexing, worker)).handle(retagMoments, retagMomentsHandler(indexing, worker)); },
    fill: async () => {
      if (await isBuilt(database)) return;
      // What an empty archive gets is put as it comes.
      if ((await indexing.state(worker)).missing > 0) await indexing.reindex(worker);
      else await markBuilt(database);
    },
  };
}

/** Every job of this capability, for the check at start. */
export const ALL_SEARCH_JOBS = [indexMeeting, rebuildIndex, retagMoments];

export { searchRoutes, type SearchRoutesDeps } from './search.routes.ts';
export { SearchQuery, SuggestionsQuery } from './search.schema.ts';
export type { Search } from './search.service.ts';
export type { Indexing } from './indexing.service.ts';
export type { MeetingMoments, Moment, MomentFacts, MomentText } from './moment.domain.ts';
export type { Completion, Facet, FacetCount, FoundMoment, FoundText, Mark, NamedConcept, SearchAnswer, SearchFilters, SearchOrder, SearchQuestion } from './search.domain.ts';
export type { IndexAnswer, IndexHit, IndexQuery, MomentTopics, QueryExpansion, SearchIndex } from './search.ports.ts';
export { momentsOf, type Turn } from './moments/moments.domain.ts';
export type { TimedText } from './moments/sentences.domain.ts';
