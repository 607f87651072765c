import { UNSPACED } from '../unspaced.ts';
import type { SearchToken } from './token.ts';
import { searchTokens } from './tokens.ts';

/** A part of a query; all that aren't excluded must be there. */
export interface QueryPart {
  /** Keys of tokens, each where it stands in the part: those of one place are the same word in other forms. */
  readonly words: readonly { readonly key: string; readonly place: number }[];
  /** The last key may go on: the beginning of a word. */
  readonly prefix: boolean;
  readonly excluded: boolean;
  /** Put in quotation marks: exactly so. */
  readonly quoted: boolean;
}

const PARTS = /(?<excluded>(?<=^|\s)[-−–])?(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]?|(?<word>[^\s"“”„«»]+))/gu;
const LONGEST = 1000;
const MOST_PARTS = 40;

/**
 * Reads a query as people write them: words that must all be there, "phrases" in order, -without these, and beginnings*. Every
 * text is a query: what has no words asks for nothing. Cut after a thousand letters.
 */
export function readQuery(text: string, language: string): readonly QueryPart[] {
  const parts: QueryPart[] = [];
  for (const { groups = {} } of text.slice(0, LONGEST).matchAll(PARTS)) {
    const said = groups['phrase'] ?? groups['word'] ?? '';
    const prefix = groups['phrase'] === undefined && said.endsWith('*');
    const tokens = wordsOf(prefix ? said.slice(0, -1) : said, language, prefix);
    if (tokens.words.length > 0) parts.push({ ...tokens, excluded: groups['excluded'] !== undefined, quoted: groups['phrase'] !== undefined });
    if (parts.length >= MOST_PARTS) break;
  }
  return parts;
}

function wordsOf(text: string, language: string, prefix: boolean): Pick<QueryPart, 'words' | 'prefix'> {
  const tokens = searchTokens(text, language);
  const isSymbol = ({ key }: SearchToken): boolean => key.includes('/');
  const symbols = tokens.filter(isSymbol);
  const words = tokens.filter((token, n) => {
    // A whole symbol says all that its parts say, and the last pair of a run what the last letter alone says.
    if (!isSymbol(token) && symbols.some(({ from, to }) => from <= token.from && token.from < to)) return false;
    return !(isLone(token.key) && tokens[n - 1]?.to === token.to);
  });
  // A lone letter of a script in pairs may stand before any other.
  const lone = words.length === 1 && isLone(words[0]?.key ?? '');
  return { words: words.map(({ key, position }) => ({ key, place: position - (words[0]?.position ?? 0) })), prefix: prefix || lone };
}

/**
 * A run of a script without spaces as its pairs of letters, each by itself: for texts that say the same with other words in between.
 * What is quoted, and everything else, stays as it is.
 */
export function splitRuns(part: QueryPart): readonly QueryPart[] {
  const { words, quoted } = part;
  if (quoted || words.length < 2 || !words.every(({ key }) => UNSPACED.test(key))) return [part];
  return words.map(({ key }) => ({ ...part, words: [{ key, place: 0 }] }));
}

const isLone = (key: string): boolean => Array.from(key).length === 1 && UNSPACED.test(key);
