import { searchTokens, UNSPACED, type SearchToken } from '@openfloor/words';
import { baseOf } from '#platform/i18n/index.ts';
import type { Labels } from '../skos/skos.domain.ts';

/** A concept as tagging needs it. */
export interface TagConcept {
  readonly slug: string;
  /** All that it is called, by language. */
  readonly labels: Labels;
  /** What is said where it is spoken of, and is no name of it. */
  readonly hidden: Labels;
  /** Those of both that people also say when they mean something else; capitals make no difference. */
  readonly everyday: Labels;
  /** Slugs of broader, narrower and related concepts. */
  readonly near: readonly string[];
}

/** A label that stands for a concept. */
export interface Phrase {
  /** Index of the concept. */
  readonly concept: number;
  /** More than one word: it says more. */
  readonly several: boolean;
  /** Never shown and never asked by: it is no name. */
  readonly hidden: boolean;
  /** Also said by people who mean something else: it says little alone. */
  readonly everyday: boolean;
  /** Capitals that have to be there: of AIDS, not of aids. */
  readonly exact: string | null;
  /** The one word as a noun: of "ports", not of "porter", which has the same stem. Null where any form will do. */
  readonly noun: string | null;
  /** How it has to be written where something else would be meant: of "maïs", not of "mais". Null where any way will do. */
  readonly spelt: string | null;
}

/** The labels of a language by their keys. */
export interface LanguagePhrases {
  readonly byKeys: ReadonlyMap<string, readonly Phrase[]>;
  /** How many keys the longest label has that begins with a key. */
  readonly longest: ReadonlyMap<string, number>;
}

/** The labels of all concepts, each once however often its words are given. */
export interface Phrases {
  readonly concepts: readonly TagConcept[];
  /** The languages in which each concept has labels. */
  readonly spoken: readonly (readonly string[])[];
  /** The neighbours of each concept. */
  readonly near: readonly (readonly number[])[];
  readonly languages: ReadonlyMap<string, LanguagePhrases>;
}

const MOST_KEYS = 12;
const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}&/-]{2,8}$/u;

/** Makes the labels of concepts ready to be found. Takes about 10 s and 250 MB for 50,000 concepts in six languages. */
export function phrasesOf(concepts: readonly TagConcept[]): Phrases {
  const languages = new Map<string, { byKeys: Map<string, Phrase[]>; longest: Map<string, number> }>();
  concepts.forEach(({ labels, hidden, everyday }, concept) => {
    for (const [names, list] of [[true, labels], [false, hidden]] as const) {
      for (const [language, some] of Object.entries(list)) {
        const base = baseOf(language);
        const found = languages.get(base) ?? { byKeys: new Map<string, Phrase[]>(), longest: new Map<string, number>() };
        languages.set(base, found);
        const common = new Set(everyday[language]?.map((label) => label.toLowerCase()));
        for (const label of some) addLabel(found, label, base, { concept, hidden: !names, everyday: common.has(label.toLowerCase()) });
      }
    }
  });
  const places = new Map(concepts.map(({ slug }, concept) => [slug, concept]));
  return {
    concepts, languages, spoken: concepts.map(({ labels, hidden }) => [...new Set([...Object.keys(labels), ...Object.keys(hidden)].map(baseOf))]),
    near: concepts.map(({ near }) => near.flatMap((slug) => places.get(slug) ?? [])),
  };
}

/** The words of a text in their order, one token at each place. */
export function tokensInOrder(text: string, language: string): readonly SearchToken[] {
  const tokens = searchTokens(text, language);
  // Of a document's symbol the whole and its parts share places; nobody calls a concept so.
  return tokens.filter((token, n) => tokens[n - 1]?.position !== token.position);
}

/** Joins keys so that no two rows of them are the same text. */
export const joined = (keys: readonly string[]): string => keys.join(' ');

function addLabel({ byKeys, longest }: { byKeys: Map<string, Phrase[]>; longest: Map<string, number> }, label: string, language: string, is: Pick<Phrase, 'concept' | 'hidden' | 'everyday'>): void {
  // "Cranes (birds)": said without what is in brackets, and then it may be the other kind.
  const bare = label.replace(/\s*[([（][^)\]）]*[)\]）]\s*$/u, '');
  const keys = tokensInOrder(bare, language).map(({ key }) => key);
  const last = keys.at(-1);
  // The last letter of a script without spaces goes on in the text; one letter alone says nothing.
  if (last !== undefined && UNSPACED.test(last) && Array.from(last).length === 1) keys.pop();
  const [first] = keys;
  if (first === undefined || keys.length > MOST_KEYS) return;
  const exact = ACRONYM.test(bare) ? bare : null;
  const oneWord = isOneWord(bare, keys);
  const noun = oneWord ? nounOf(bare, language) : null;
  const made = { concept: is.concept, hidden: is.hidden, everyday: is.everyday || bare !== label, several: !oneWord, exact, noun, spelt: oneWord ? speltOf(bare, language, first) : null };
  const phrase = joined(keys);
  const list = byKeys.get(phrase);
  if (list === undefined) byKeys.set(phrase, [made]);
  else if (!list.some((one) => one.concept === made.concept && one.exact === exact && one.noun === noun)) list.push(made);
  longest.set(first, Math.max(longest.get(first) ?? 0, keys.length));
}

/**
 * A word of English, French or Spanish without its plural and its article, else null. Stems make one of "parc" and "parce", of "train"
 * and "trained": for a query that is right, for a topic it isn't.
 */
export function nounOf(word: string, language: string): string | null {
  const plural = PLURALS[language];
  return plural === undefined ? null : word.toLowerCase().replace(/^\p{L}{1,2}['’]|['’]s$/gu, '').normalize('NFKD').replace(/\p{Mn}/gu, '').replace(plural, '');
}

/**
 * What must be written so that a word is meant, or null: French without its accents is often another word, and a stem of two letters belongs to
 * many. For what is said; who asks may leave accents out.
 */
export function speltOf(word: string, language: string, key: string): string | null {
  const plain = word.toLowerCase().normalize('NFC').replace(/^\p{L}{1,2}['’]/u, '');
  if (language === 'fr') return /[^a-z'’-]/u.test(plain) || key.length <= 5 ? plain.replace(/[sx]$/u, '') : null;
  if (key.length > 2 || UNSPACED.test(word)) return null;
  return language === 'ar' ? plain.replace(/^[وف]?(?:[بك]?ال|لل)/u, '') : plain;
}

const PLURALS: Readonly<Record<string, RegExp>> = { en: /(?<=s|x|z|ch|sh)es$|(?<!s)s$/u, fr: /[sx]$/u, es: /(?<=[^aeiou])es$|s$/u };

// Chinese words of two letters are one pair; of four they are mostly two words.
const isOneWord = (label: string, keys: readonly string[]): boolean => (UNSPACED.test(label) ? keys.length <= 2 : keys.length === 1);
