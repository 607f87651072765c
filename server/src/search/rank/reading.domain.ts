import { readQuery, splitRuns, type QueryPart } from '@openfloor/words';
import { baseOf } from '#platform/i18n/index.ts';
import type { NamedConcept } from '../search.domain.ts';
import { RANKING, weightOf, type Asked, type AskedWord } from './ranking.domain.ts';

/** What is known of a language's texts. */
export interface LanguageFacts {
  readonly language: string;
  readonly texts: number;
  /** Words in all of them. */
  readonly words: number;
}

/** In how many texts of a language each key stands; what is missing stands in none. */
export type Frequencies = ReadonlyMap<string, number>;

/** A question as it is read in one language. */
export interface Reading {
  readonly language: string;
  /** What has to be there; of each concept with the rest of the question around it. */
  readonly alternatives: readonly Alternative[];
  readonly excluded: readonly QueryPart[];
}

interface Alternative {
  /** What a concept is called: it has to be there as a whole. Empty where the question is taken by its own words. */
  readonly named: readonly QueryPart[];
  readonly parts: readonly QueryPart[];
  /** 1 for the question's own words, less for a concept's. */
  readonly weight: number;
}

/** Reads a question by the rules of a language: its own words, and what the concepts that it names are called there. */
export function readIn(language: string, text: string, concepts: readonly NamedConcept[]): Reading {
  const own = readQuery(text, language);
  const alternatives: Alternative[] = [{ named: [], parts: own.filter(({ excluded }) => !excluded), weight: 1 }];
  for (const concept of concepts) {
    const rest = readQuery(`${text.slice(0, concept.from)} ${text.slice(concept.to)}`, language).filter(({ excluded }) => !excluded);
    for (const label of labelsIn(concept, language)) {
      const named = readLabel(label, language);
      if (named.length > 0) alternatives.push({ named, parts: rest, weight: concept.weight });
    }
  }
  return { language, alternatives: alternatives.filter(({ named, parts }) => named.length + parts.length > 0), excluded: own.filter(({ excluded }) => excluded) };
}

/** The words of what a concept is called: no sign in it asks for anything. */
export const readLabel = (label: string, language: string): readonly QueryPart[] =>
  readQuery(label.replaceAll(/["“”„«»*]|(?<=^|\s)[-–−]/gu, ' '), language).filter(({ excluded }) => !excluded);

const MOST_LABELS = 4;

/** What a concept is called in a language, as far as it is looked for. */
export const labelsIn = ({ labels }: NamedConcept, language: string): readonly string[] =>
  Object.entries(labels).filter(([tag]) => baseOf(tag) === language).flatMap(([, all]) => all).slice(0, MOST_LABELS);

/** All keys that a reading asks for. */
export const keysOf = ({ alternatives, excluded }: Reading): readonly string[] =>
  [...new Set([...alternatives.flatMap(({ named, parts }) => [...named, ...parts]), ...excluded].flatMap(({ words }) => words.map(({ key }) => key)))];

/** The words of a reading with what each tells in this language, one list for each way to say it. */
export function askedIn({ alternatives }: Reading, frequencies: Frequencies, { texts }: LanguageFacts): readonly Asked[] {
  return alternatives.map(({ named, parts, weight }) => {
    const words = new Map<string, AskedWord>();
    let first = 0;
    const rest = named.length === 0 ? parts : parts.filter((part) => isThere(part, frequencies));
    for (const { words: own, prefix } of [...named, ...rest]) {
      own.forEach(({ key, place }, n) => {
        const goesOn = prefix && n === own.length - 1;
        const name = goesOn ? `${key}*` : key;
        const having = frequencies.get(key) ?? (goesOn ? texts / 100 : 0);
        if (!words.has(name)) words.set(name, { key, prefix: goesOn, weight: weightOf(having, texts), place: first + place });
      });
      first += (own.at(-1)?.place ?? 0) + 1;
    }
    return { weight, words: [...words.values()] };
  });
}

/** How far a question is loosened: all words; all that tell much; these but one; most of these; one of these. */
export const STEPS = ['all', 'telling', 'nearly', 'most', 'any'] as const;
export type Step = (typeof STEPS)[number];

/** How much of a question's own words a language knows, 0 to 1: little where it is of another language. */
export const knownOf = ({ alternatives }: Reading, frequencies: Frequencies): number => {
  const parts = alternatives.find(({ named }) => named.length === 0)?.parts ?? [];
  const words = parts.flatMap((part) => splitRuns(part));
  return words.length === 0 ? 0 : words.filter((part) => isThere(part, frequencies)).length / words.length;
};

const isThere = ({ words, prefix }: QueryPart, frequencies: Frequencies): boolean => words.every(({ key }, n) => (frequencies.get(key) ?? 0) > 0 || (prefix && n === words.length - 1));

/**
 * What a text has to have at a step: any of these sets of parts, all of a set. Empty where nothing in this language can have it, or
 * nothing that the step before didn't find.
 * @param isOwn whether the question is in this language, as far as can be told: else its own words aren't loosened
 */
export function wantedAt(step: Step, { alternatives }: Reading, frequencies: Frequencies, { texts }: LanguageFacts, isOwn = true): readonly (readonly QueryPart[])[] {
  return alternatives.flatMap(({ named, parts }): readonly (readonly QueryPart[])[] => {
    if (named.length > 0) {
      if (!named.every((part) => isThere(part, frequencies))) return [];
      // What a concept is called in another language is found without the words around it, which aren't of that language.
      const rest = parts.filter((part) => isThere(part, frequencies));
      if (step === 'all') return [[...named, ...rest]];
      return step === 'telling' && rest.length > 0 ? [named] : [];
    }
    if (step === 'all') return parts.every((part) => isThere(part, frequencies)) ? [parts] : [];
    // Some words of a question are words of other languages too: that is no reason to look for these alone.
    if (!isOwn) return [];
    const rarity = ({ words }: QueryPart): number => Math.min(...words.map(({ key }) => frequencies.get(key) ?? 0));
    const split = parts.flatMap((part) => splitRuns(part));
    const present = split.filter((part) => isThere(part, frequencies));
    const telling = present.filter((part) => rarity(part) <= RANKING.frequent * texts || part.words.length > 1);
    // A question of frequent words alone keeps the rarest of them.
    const kept = (telling.length > 0 ? telling : present).toSorted((a, b) => rarity(a) - rarity(b)).slice(0, MOST_PARTS);
    if (kept.length === 0) return [];
    if (step === 'telling') return kept.length < parts.length || split.length > parts.length ? [kept] : [];
    // Of three words, two are most.
    if (step === 'nearly') return kept.length > 3 ? choose(kept, kept.length - 1) : [];
    if (step === 'most') return kept.length > 2 ? choose(kept, Math.ceil(kept.length / 2)) : [];
    return kept.length > 1 ? kept.map((part) => [part]) : [];
  });
}

const MOST_PARTS = 6;

/** All choices of so many out of these. */
function choose<T>(from: readonly T[], many: number): readonly (readonly T[])[] {
  if (many === 0) return [[]];
  return from.flatMap((first, n) => choose(from.slice(n + 1), many - 1).map((rest) => [first, ...rest]));
}
