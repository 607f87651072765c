import type { LocalizedText } from '#platform/i18n/index.ts';

/** A concept that meetings are about. */
export interface Topic {
  readonly slug: string;
  readonly label: LocalizedText;
  /** Of the concept in its SKOS vocabulary. */
  readonly uri: string | null;
}
