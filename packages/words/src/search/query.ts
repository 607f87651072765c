import { searchTokens } from './tokens.ts';

/** A part of a query; all that aren't excluded must be there. */
export interface QueryPart {
  /** Keys of tokens, each where it stands in the part: those of one place are the same word in other forms. */
  readonly words: readonly { readonly key: string; readonly place: number }[];
  /** The last key may go on: the beginning of a word. */
  readonly prefix: boolean;
  readonly excluded: boolean;
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
    if (tokens.words.length > 0) parts.push({ ...tokens, excluded: groups['excluded'] !== undefined });
    if (parts.length >= MOST_PARTS) break;
  }
  return parts;
}

function wordsOf(text: string, language: string, prefix: boolean): Pick<QueryPart, 'words' | 'prefix'> {
  // The whole symbol says all that its parts say; and a lone letter of a script in pairs may stand before any other.
  const tokens = searchTokens(text, language);
  const whole = new Set(tokens.filter(({ key }) => key.includes('/')).map(({ from }) => from));
  const covered = (from: number): boolean => tokens.some((other) => other.key.includes('/') && other.from <= from && from < other.to);
  const words = tokens.filter(({ key, from }) => (key.includes('/') ? whole.has(from) : !covered(from)));
  const paired = words.filter((word, n) => n === 0 || n < words.length - 1 || !isLastOfPairs(words[n - 1]?.key, word.key));
  const lone = paired.length === 1 && Array.from(paired[0]?.key ?? '').length === 1 && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(paired[0]?.key ?? '');
  return { words: paired.map(({ key, position }) => ({ key, place: position - (paired[0]?.position ?? 0) })), prefix: prefix || lone };
}

/** The last letter of a run alone, which the pair before it has said already. */
const isLastOfPairs = (before: string | undefined, key: string): boolean =>
  before !== undefined && Array.from(key).length === 1 && Array.from(before).length === 2 && before.endsWith(key) && /[^\p{Script=Latin}\p{N}]/u.test(key);
