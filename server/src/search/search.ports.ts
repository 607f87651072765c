import type { LagCurve, Segment } from '@openfloor/words';
import type { ChannelText, TextKind } from '#words/index.ts';
import type { Db, Tx } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { MeetingMoments, Moment, MomentFacts, MomentText } from './moment.domain.ts';
import type { Facet, FacetCount, NamedConcept, SearchFilters, SearchOrder } from './search.domain.ts';

/** Finds what a query means in other words and languages. */
export interface QueryExpansion {
  /** The concepts that a query names by one of their labels, the best first; none where it names none. */
  expand(text: string, language: string): Promise<readonly NamedConcept[]>;
}

/** Tells what moments are about. */
export interface MomentTopics {
  /** The slugs of the topics of each of a meeting's moments, in their order. */
  topicsOf(db: Db, meetingId: string, moments: readonly Moment[]): Promise<readonly (readonly string[])[]>;
  /** Whether they have others by now than those that were told last. */
  areOthers(db: Db, meetingId: string, moments: readonly Moment[]): Promise<boolean>;
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
  /** True: only moments that have all of the words, however few. */
  readonly complete: boolean;
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
  readonly building: boolean;
  /** Whether the question has words that no text has: they may have been meant otherwise. */
  readonly unknown: boolean;
  readonly hits: readonly IndexHit[];
  /** The most frequent first; what has a page has no name yet. */
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
  /** Words of the question that so many texts have that they tell little: a language and a key, parted by a space. */
  readonly frequent: ReadonlySet<string>;
}

/** Gives the words of names that begin with some letters, as they are written. */
export type WordsOfNames = (beginning: string) => Promise<readonly string[]>;

/**
 * Holds the moments of meetings so that they can be found. Whether a meeting may be seen is for those to know who put it.
 * Where it isn't there, everything but `remove` and `rebuild` throws `search_away`.
 */
export interface SearchIndex {
  /** Puts a meeting's moments in the place of those that are there; doing it again changes nothing. */
  put(tx: Tx, meeting: MeetingMoments): Promise<void>;
  /** Nothing to do where the index isn't there. */
  remove(tx: Tx, meetingId: string): Promise<void>;
  /**
   * Makes all of it anew from these meetings, and then takes them for the whole; the old one answers meanwhile, and stays where this
   * breaks off. What changes meanwhile has to be put again afterwards.
   * @param swapped runs in the transaction in which the new one takes its place
   */
  rebuild(meetings: AsyncIterable<MeetingMoments>, swapped: (tx: Tx) => Promise<void>): Promise<{ readonly meetings: number; readonly texts: number; readonly words: number }>;
  find(query: IndexQuery): Promise<IndexAnswer>;
  /** Words of the index that go on from this beginning, the most frequent first. */
  complete(beginning: string, language: string, limit: number): Promise<readonly { readonly text: string; readonly language: string }[]>;
  /**
   * The query with the words that nobody says replaced by the nearest that somebody does; null where nothing is nearer.
   * @param names words of names that begin so: nobody need have said them
   */
  correct(text: string, language: string, names?: WordsOfNames): Promise<string | null>;
}

interface Named {
  readonly slug: string;
  readonly name: LocalizedText;
}

/** What is called by some words, by kind. */
export type FoundNames = Readonly<Record<'speakers' | 'bodies' | 'series' | 'topics', readonly Named[]>>;

/** What the things are called that meetings belong to. */
export interface NameSource {
  /** What has a page and is called by all these words; at most `limit` of each kind. */
  find(text: string, limit: number): Promise<FoundNames>;
  /** The names of those that there are, by slug. */
  names(slugs: Readonly<Record<'bodies' | 'series' | 'topics', readonly string[]>>): Promise<Readonly<Record<'bodies' | 'series' | 'topics', ReadonlyMap<string, LocalizedText>>>>;
}

/** Where the words of a meeting come from. */
export interface WordsOfMeeting {
  of(meetingId: string): Promise<readonly ChannelText[]>;
  forChannel(meetingId: string, channel: { readonly key: string; readonly language: string }, kind: TextKind): Promise<{ readonly segments: readonly Segment[] } | null>;
}

/** How far channels are behind the floor. */
export interface LagSource {
  forChannel(meetingId: string, channel: string): Promise<{ readonly points: LagCurve } | null>;
}

/** The meetings that everybody may see. */
export interface PublicMeetings {
  /** Of all that are published, the newest first. */
  ids(): Promise<readonly string[]>;
  /** Of those that have changed since. */
  changedSince(time: Date): Promise<readonly string[]>;
  /** Takes out of the index what isn't published. */
  removeOthers(tx: Tx, remove: (meetingId: string) => Promise<void>): Promise<void>;
  /** How many are in the index, and how many aren't yet. */
  missing(): Promise<{ readonly missing: number; readonly indexed: number }>;
  /** Whether a meeting is published; it stays so until the transaction ends. */
  holds(tx: Tx, meetingId: string): Promise<boolean>;
}
