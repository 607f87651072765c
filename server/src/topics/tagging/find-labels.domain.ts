import { UNSPACED } from '@openfloor/words';
import { baseOf } from '#platform/i18n/index.ts';
import { joined, nounOf, speltOf, tokensInOrder, type Phrase, type Phrases } from './phrases.domain.ts';

/** What so many concepts are called tells nothing. */
const MOST_MEANINGS = 3;

/** A label in a text, in UTF-16 units. */
export interface FoundLabel {
  readonly phrase: Phrase;
  readonly from: number;
  readonly to: number;
  /** The keys of its words: the same for all forms of a label. */
  readonly keys: string;
  /** How many concepts have this label. */
  readonly meanings: number;
}

/** The labels in a text, of those that count; where one lies within a longer one, the longer one alone. */
export function findLabels(text: string, language: string, phrases: Phrases, counts: (phrase: Phrase, said: string, key: string) => boolean = wellSpelt(language)): readonly FoundLabel[] {
  const base = baseOf(language);
  const labels = phrases.languages.get(base);
  if (!labels) return [];
  const tokens = tokensInOrder(text, base);
  const keys = tokens.map(({ key }) => (base === 'ar' && !labels.longest.has(key) ? withoutParticle(key) : key));
  const found: FoundLabel[] = [];
  const edges = UNSPACED.test(text) ? wordEdges(text, base) : null;
  for (let n = 0; n < tokens.length; n += 1) {
    const token = tokens[n];
    const most = labels.longest.get(keys[n] ?? '');
    if (most === undefined || token === undefined) continue;
    for (let count = Math.min(most, tokens.length - n); count > 0; count -= 1) {
      const phraseKeys = joined(keys.slice(n, n + count));
      const list = labels.byKeys.get(phraseKeys);
      const last = tokens[n + count - 1];
      if (!list || !last) continue;
      const said = text.slice(token.from, last.to);
      if (edges && !isWord(edges, token.from, last.to)) continue;
      const meant = list.filter((phrase) => counts(phrase, said, keys[n] ?? '')).filter(({ exact, noun }) => (exact === null || exact === said) && (noun === null || noun === nounOf(said, base)));
      const surer = meant.filter(({ everyday }) => !everyday);
      const told = meant.length > MOST_MEANINGS ? surer : meant;
      if (told.length === 0 || told.length > MOST_MEANINGS) continue;
      found.push(...told.map((phrase) => ({ phrase, from: token.from, to: last.to, keys: phraseKeys, meanings: phrase.everyday ? meant.length : surer.length })));
      break;
    }
  }
  return longestOnly(found);
}

/** What is said is written as it should be. */
const wellSpelt = (language: string) => (phrase: Phrase, said: string, key: string): boolean => phrase.spelt === null || phrase.spelt === speltOf(said, baseOf(language), key);

/** Arabic writes "in", "for", "and" and "as" together with the word; where no label begins so, they may be that. */
const withoutParticle = (key: string): string => (/^[وفبلك]/u.test(key) && key.length >= 5 ? key.slice(1) : key);

function longestOnly(found: readonly FoundLabel[]): readonly FoundLabel[] {
  let end = -1;
  let start = -1;
  return found.filter(({ from, to }) => {
    // By their beginnings, the longest first: what ends before another has ended lies within it.
    const within = to <= end && !(from === start && to === end);
    if (!within) [start, end] = [from, to];
    return !within;
  });
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Where words begin and end in a text without spaces. */
function wordEdges(text: string, language: string): ReadonlySet<number> {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  const edges = new Set<number>([text.length]);
  for (const { index } of segmenter.segment(text)) edges.add(index);
  return edges;
}

/** Words are cut differently by everybody; but what neither begins nor ends as a word does is two halves of others: 人权 in 工人权利. */
const isWord = (edges: ReadonlySet<number>, from: number, to: number): boolean => edges.has(from) || edges.has(to);
