import type { Db } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Concept, Scheme } from '../skos/skos.domain.ts';

/** A scheme as it is kept. */
export interface KeptScheme extends Scheme {
  /** Whether moments are tagged with its concepts, and queries understood by them. */
  readonly used: boolean;
  readonly concepts: number;
  /** ISO 8601 in UTC. */
  readonly changedAt: string;
}

/** A concept as it is kept: at its address. */
export interface KeptConcept extends Concept {
  readonly slug: string;
}

/** A concept on its way into the store. */
export interface PlacedConcept extends Concept {
  readonly slug: string;
}

/** Where a concept is, or may go. */
export interface TakenAddress {
  readonly slug: string;
  /** Null for a topic that meetings brought, without a vocabulary. */
  readonly uri: string | null;
}

export type OpenVocabularyStore = (db: Db) => VocabularyStore;

/** Vocabularies as they are kept. */
export interface VocabularyStore {
  /** Until the end of the transaction nobody else brings a vocabulary in. */
  lock(): Promise<void>;
  addresses(): Promise<readonly TakenAddress[]>;
  putSchemes(schemes: readonly Scheme[], madeFrom: string, now: Date): Promise<void>;
  /** Writes concepts with their links; a topic without a URI that has the slug becomes the concept. */
  putConcepts(concepts: readonly PlacedConcept[]): Promise<void>;
  /** Marks concepts of these schemes that aren't among these URIs as deprecated, and tells how many. */
  withdrawOthers(schemes: readonly string[], uris: readonly string[]): Promise<number>;
  schemes(): Promise<readonly KeptScheme[]>;
  /** What the schemes of these URIs were made from. */
  madeFrom(uri: string): Promise<string | null>;
  /** False for a scheme that isn't there. */
  use(uri: string, used: boolean, now: Date): Promise<boolean>;
  /** Removes a scheme with those of its concepts that no meeting and no other scheme has; the others stay as topics. `meetings` had moments tagged with them. */
  remove(uri: string): Promise<{ readonly removed: number; readonly kept: number; readonly meetings: readonly string[] } | null>;
  /** Concepts of a scheme, or of all, page by page and ordered by slug. */
  concepts(scheme: string | null, after: string, limit: number): Promise<readonly KeptConcept[]>;
}

/** Makes the address of a concept from its labels. */
export type SlugOf = (labels: LocalizedText) => string;
