import type { Db, Tx } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { MeetingMoments, Moment, MomentFacts, MomentText } from './moment.domain.ts';
import type { SearchFilters, SearchOrder } from './search.domain.ts';

/** A concept that a query names. */
export interface NamedConcept {
  readonly slug: string;
  readonly label: LocalizedText;
  /** Everything it is called, by language; the preferred label first. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** The words of the query that name it, in UTF-16 units: the rest of the query has to be found besides. */
  readonly from: number;
  readonly to: number;
  /** 0 to 1: less for what is only narrower than what was named. */
  readonly weight: number;
}

/** Finds what a query means in other words and languages. */
export interface QueryExpansion {
  /** The concepts that a query names by one of their labels, the best first; none where it names none. */
  expand(text: string, language: string): Promise<readonly NamedConcept[]>;
}

/** Tells what moments are about. */
export interface MomentTopics {
  /** The slugs of the topics of each of a meeting's moments, in their order. */
  topicsOf(db: Db, meetingId: string, moments: readonly Moment[]): Promise<readonly (readonly string[])[]>;
}

/** What is asked of an index. */
export interface IndexQuery {
  readonly text: string;
  readonly language: string;
  readonly concepts: readonly NamedConcept[];
  readonly filters: SearchFilters;
  readonly order: SearchOrder;
  readonly offset: number;
  readonly limit: number;
}

/** A moment as the index has it. */
export interface IndexHit extends Pick<Moment, 'startMs' | 'endMs'>, MomentFacts {
  readonly meetingId: string;
  /** The text in which the query fits best, by its index in `texts`. */
  readonly best: number;
  readonly by: 'words' | 'concept';
  readonly texts: readonly MomentText[];
  readonly score: number;
}

/** What an index finds. */
export interface IndexAnswer {
  readonly total: number;
  readonly capped: boolean;
  readonly loose: boolean;
  readonly hits: readonly IndexHit[];
  /** Values with their counts, the most frequent first. */
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly name: LocalizedText | null; readonly count: number }[]>>;
}

/** Holds the moments of meetings so that they can be found. Whether a meeting may be seen is for those to know who put it. */
export interface SearchIndex {
  /** Puts a meeting's moments in the place of those that are there; doing it again changes nothing. */
  put(tx: Tx, meeting: MeetingMoments): Promise<void>;
  remove(tx: Tx, meetingId: string): Promise<void>;
  find(query: IndexQuery): Promise<IndexAnswer>;
  /** Words of the index that go on from this beginning, the most frequent first. */
  complete(beginning: string, language: string, limit: number): Promise<readonly { readonly text: string; readonly language: string }[]>;
  /** The query with the words that nobody says replaced by the nearest that somebody does; null where nothing is nearer. */
  correct(text: string, language: string): Promise<string | null>;
}
