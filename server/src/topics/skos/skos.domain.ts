import type { LocalizedText } from '#platform/i18n/index.ts';

/** Labels by language (BCP 47; `und` where none is said), each once. */
export type Labels = Readonly<Record<string, readonly string[]>>;

/** A concept as a vocabulary describes it. */
export interface Concept {
  readonly uri: string;
  /** What it is called: one preferred label in each language. */
  readonly labels: LocalizedText;
  /** What it is called as well. */
  readonly otherLabels: Labels;
  /** Words that are said where it is spoken of, mistakes of spelling: found by, but never shown. */
  readonly hiddenLabels: Labels;
  /** Those of its labels that people also say when they mean something else. */
  readonly everydayLabels: Labels;
  /** Its definition, else its scope note. */
  readonly notes: LocalizedText;
  readonly notation: string | null;
  /** URIs, also of concepts that aren't in the file. */
  readonly broader: readonly string[];
  readonly related: readonly string[];
  /** URIs of the schemes that it is in; never empty. */
  readonly schemes: readonly string[];
  /** No longer to be used. */
  readonly deprecated: boolean;
  /** URI of the one to use in its place. */
  readonly replacedBy: string | null;
}

/** A scheme of concepts: a thesaurus, or a part of one. */
export interface Scheme {
  readonly uri: string;
  readonly titles: LocalizedText;
}

/** What was left out, and how often. */
export interface LeftOut {
  readonly what: string;
  readonly count: number;
  readonly example: string;
}

/** A vocabulary as it was read. */
export interface Vocabulary {
  readonly schemes: readonly Scheme[];
  readonly concepts: readonly Concept[];
  readonly leftOut: readonly LeftOut[];
}

/** Forms in which a vocabulary may come, with the endings of their files. */
const VOCABULARY_FORMATS = { 'turtle': ['.ttl', '.nt', '.n3'], 'rdf-xml': ['.rdf', '.xml', '.owl'], 'json-ld': ['.jsonld', '.json'] } as const;
export type VocabularyFormat = keyof typeof VOCABULARY_FORMATS;

/** The form of a file by its name; null for one that no ending tells. */
export function formatOf(file: string): VocabularyFormat | null {
  const name = file.toLowerCase();
  const formats = Object.entries(VOCABULARY_FORMATS) as [VocabularyFormat, readonly string[]][];
  return formats.find(([, endings]) => endings.some((ending) => name.endsWith(ending)))?.[0] ?? null;
}
