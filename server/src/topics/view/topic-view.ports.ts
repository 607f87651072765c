import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Labels } from '../skos/skos.domain.ts';

/** A topic by its name. */
export interface TopicLink {
  readonly slug: string;
  readonly label: LocalizedText;
}

/** A topic as its page shows it. */
export interface TopicView extends TopicLink {
  readonly uri: string | null;
  readonly otherLabels: Labels;
  readonly notes: LocalizedText;
  readonly notation: string | null;
  readonly deprecated: boolean;
  /** What to use in its place. */
  readonly replacedBy: TopicLink | null;
  readonly broader: readonly TopicLink[];
  readonly narrower: readonly TopicLink[];
  readonly related: readonly TopicLink[];
}

/** A topic that is spoken of in the same moments as another. */
export interface NeighbourTopic extends TopicLink {
  /** Of public meetings. */
  readonly moments: number;
  readonly meetings: number;
}

/** Which topics are spoken of together. */
export interface TopicsTogether {
  /** With the topic itself; the most frequent first. */
  readonly topics: readonly NeighbourTopic[];
  /** Two of those with each other, by their slugs; the most frequent first. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly moments: number }[];
}

/** How much is said on a topic. */
export interface CountedTopic extends TopicLink {
  readonly uri: string | null;
  readonly moments: number;
  readonly meetings: number;
}

/** A topic with how many moments of public meetings have it; counted up to a thousand. */
export interface SpokenTopic extends TopicLink {
  readonly moments: number;
}

/** A topic that has none above it, with those right below it. */
export interface TopicGroup extends SpokenTopic {
  /** The most frequent first, a dozen at most. */
  readonly narrower: readonly SpokenTopic[];
  /** How many there are below it, those that are left out included. */
  readonly below: number;
}

/** The topics from the top. */
export interface TopicIndex {
  readonly groups: readonly TopicGroup[];
  /** How many have none above them, those that are left out included. */
  readonly total: number;
}

/** Topics as everybody may see them. */
export interface TopicReader {
  /** Null for one that isn't there, or that only meetings have which aren't public. */
  topic(slug: string): Promise<TopicView | null>;
  together(slug: string): Promise<TopicsTogether>;
  /** Where to begin to look for a topic; without what is of vocabularies that rest. */
  index(): Promise<TopicIndex>;
  /** Topics that are called by all of these words, in any language; the nearest first. */
  find(q: string, limit: number): Promise<readonly CountedTopic[]>;
  /** Topics on which something was said in public meetings, the most frequent first. */
  list(limit: number): Promise<readonly CountedTopic[]>;
}
