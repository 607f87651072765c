import type { LocalizedText } from '#platform/i18n/index.ts';
import type { TextKind } from '#words/index.ts';

/** In which order moments come: by how well they fit, or by date. */
export const SEARCH_ORDERS = ['relevance', 'newest', 'oldest'] as const;
export type SearchOrder = (typeof SEARCH_ORDERS)[number];

/** Only moments for which all of these hold. */
export interface SearchFilters {
  /** Slugs of the speaker, the body (those below it are in), the series, a topic of the moment or of its meeting. */
  readonly speaker?: string;
  readonly body?: string;
  readonly series?: string;
  readonly topic?: string;
  /** Slug of a second topic that has to be there too. */
  readonly with?: string;
  /** Slug or id. */
  readonly meeting?: string;
  /** A country or organisation, and the title or symbol of an agenda item: as written in any of their languages. */
  readonly capacity?: string;
  readonly agenda?: string;
  /** Of the meeting, its agenda item or one of its documents, as a whole. */
  readonly symbol?: string;
  /** The words must stand in a channel or record of this language. */
  readonly channel?: string;
  /** The language that was spoken at the floor. */
  readonly spoken?: string;
  /** `only`: the words must stand in the language that was spoken, and not in an interpretation. */
  readonly original?: string;
  /** First and last day, `2026-03-12`. */
  readonly from?: string;
  readonly to?: string;
}

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

/** What somebody looks for. */
export interface SearchQuestion {
  /** Words that must all be there, "phrases", -without these, beginnings*; in any language. Empty: everything that the filters let through. */
  readonly text: string;
  /** The reader's: shown beside what was said at the floor, and tried first for what the words mean. */
  readonly language: string;
  readonly filters?: SearchFilters;
  readonly order?: SearchOrder;
  /** False: only the very words, and not what they mean in other words and languages. */
  readonly concepts?: boolean;
  /** True: only moments that have all of the words, and none that lack some where few have all. */
  readonly complete?: boolean;
  /** 0 when left out; 1 to 100 at once, 20 when left out. */
  readonly offset?: number;
  readonly limit?: number;
}

/** A stretch to mark, in UTF-16 units of the text, the end not included. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  /** Not the question's own words, but what it names called otherwise. */
  readonly named?: true;
}

/** What a channel or record says in a moment, with what was looked for marked. */
export interface FoundText {
  /** Key of the channel. */
  readonly channel: string;
  readonly kind: TextKind;
  readonly language: string;
  /** The moment's words; of a long one the part around the marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Where to listen in this channel: ms on the meeting's timeline, at the sentence of the first mark. */
  readonly at: number;
}

/** A moment that was found. */
export interface FoundMoment {
  readonly meeting: {
    readonly id: string;
    readonly slug: string;
    readonly title: LocalizedText;
    readonly body: { readonly slug: string; readonly name: LocalizedText } | null;
    /** ISO 8601 in UTC. */
    readonly starts: string | null;
    readonly timezone: string;
    readonly symbol: string | null;
  };
  /** At the floor, ms on the meeting's timeline. */
  readonly start: number;
  readonly end: number;
  readonly speaker: { readonly slug: string; readonly name: LocalizedText } | null;
  readonly capacity: LocalizedText | null;
  readonly agenda: LocalizedText | null;
  /** The language spoken at the floor. */
  readonly spoken: string | null;
  /** Slugs of its topics. */
  readonly topics: readonly string[];
  /** The floor's own words; null where nobody has written them down. */
  readonly floor: FoundText | null;
  /** Where the query was found best. */
  readonly match: FoundText & { readonly by: 'words' | 'concept' };
  /** The words in the reader's language, where there are any. */
  readonly reader: FoundText | null;
  /** Higher fits better; only to be compared within one answer. */
  readonly score: number;
}

/** What answers are counted by. */
const FACETS = ['body', 'series', 'speaker', 'capacity', 'agenda', 'topic', 'spoken', 'channel', 'year'] as const;
export type Facet = (typeof FACETS)[number];

/** A value that a filter of the same name takes, and how many of the moments have it; a year is for `from` and `to`. */
export interface FacetCount {
  readonly value: string;
  /** Null for what has no name of its own: languages and years. */
  readonly name: LocalizedText | null;
  readonly count: number;
}

/** An answer to a question. */
export interface SearchAnswer {
  /** How many moments were found; at least so many where `capped`. */
  readonly total: number;
  /** Only so many were looked at, the newest first; facets count these. */
  readonly capped: boolean;
  /** Whether some of them lack words that were asked for, because few or none have all. */
  readonly loose: boolean;
  /** Whether meetings are still being put into a new index: some may be missing. */
  readonly building: boolean;
  readonly moments: readonly FoundMoment[];
  /** The most frequent first. */
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
  /** The question as it may have been meant; null where nothing speaks for another. */
  readonly suggestion: string | null;
  /** What the question names, and was looked for in other languages too. */
  readonly concepts: readonly { readonly slug: string; readonly label: LocalizedText }[];
}

/** How a word or name goes on that somebody has begun to type. */
export interface Completion {
  readonly text: string;
  readonly kind: 'word' | 'speaker' | 'body' | 'series' | 'topic';
  /** Of what has a page. */
  readonly slug: string | null;
  readonly language: string | null;
}
