import { baseOf } from '#platform/i18n/index.ts';
import type { KnownConcept, Lexicon } from './lexicon.ts';
import { findLabels, type FoundLabel } from './find-labels.domain.ts';

/** A concept that a query names. */
export interface NamedConcept extends Pick<KnownConcept, 'slug' | 'label' | 'labels'> {
  /** The words that name it, in UTF-16 units of the query. */
  readonly from: number;
  readonly to: number;
  /** 0 to 1. */
  readonly weight: number;
}

const NARROWER = 0.5;
const MOST_NARROWER = 12;
const MOST_CONCEPTS = 40;
/** Words that mean something else too, beside other words. */
const EVERYDAY = 0.6;

/** The concepts that a query names in a language, or in any other when it names none in that; then those that are narrower. */
export function expandQuery(text: string, language: string, { phrases, concepts }: Lexicon): readonly NamedConcept[] {
  const asked = text.replace(/["“”„«»][^"“”„«»]*["“”„«»]?|(?<=^|\s)[-−–]\S+/gu, (literal) => ' '.repeat(literal.length));
  const others = [...phrases.languages.keys()].filter((one) => one !== baseOf(language));
  const found = firstFound([baseOf(language), ...others], (one) => findLabels(asked, one, phrases, (phrase) => !phrase.hidden));
  const named = new Map<string, NamedConcept>();
  const add = (concept: KnownConcept | undefined, { from, to }: FoundLabel, weight: number): void => {
    if (concept && (named.get(concept.slug)?.weight ?? 0) < weight) named.set(concept.slug, { slug: concept.slug, label: concept.label, labels: concept.labels, from, to, weight });
  };
  const isAll = (name: FoundLabel): boolean => asked.slice(0, name.from).trim() === '' && asked.slice(name.to).trim() === '';
  for (const name of found) {
    const concept = concepts.get(phrases.concepts[name.phrase.concept]?.slug ?? '');
    const weight = (name.phrase.everyday && !isAll(name) ? EVERYDAY : 1) / name.meanings;
    add(concept, name, weight);
    for (const slug of concept?.narrower.slice(0, MOST_NARROWER) ?? []) add(concepts.get(slug), name, weight * NARROWER);
  }
  return [...named.values()].toSorted((a, b) => b.weight - a.weight).slice(0, MOST_CONCEPTS);
}

function firstFound(languages: readonly string[], find: (language: string) => readonly FoundLabel[]): readonly FoundLabel[] {
  for (const language of languages) {
    const found = find(language);
    if (found.length > 0) return found;
  }
  return [];
}
