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

/** Topics as everybody may see them. */
export interface TopicReader {
  /** Null for one that isn't there, or that only meetings have which aren't public. */
  topic(slug: string): Promise<TopicView | null>;
  together(slug: string): Promise<TopicsTogether>;
  /** Topics on which something was said in public meetings, the most frequent first. */
  list(limit: number): Promise<readonly CountedTopic[]>;
}
