import { letterClock } from '../../letter-clock.ts';
import type { Segment } from '../../segment.ts';
import { consonantsOf } from './sound-key.ts';
import { joinsNumbers, plainWord, valueOf, valueOfSigns, WrittenNumber } from './number-words.ts';

/** Something said that one may find again in another language. */
export interface Token {
  readonly ms: number;
  /** What it could be matched by, the most telling first. */
  readonly keys: readonly string[];
}

/** Where a sentence begins, and how many letters it has. */
export interface SentenceStart {
  readonly ms: number;
  readonly letters: number;
}

/** What of a text can be found again in another language. */
export interface Traces {
  /** By time. */
  readonly tokens: readonly Token[];
  readonly sentences: readonly SentenceStart[];
}

const PARTS = /[\d٠-٩]+(?:[.,٬\s\u00A0\u202F][\d٠-٩]{3}(?![\d٠-٩]))*|[〇零一二两三四五六七八九十百千万亿]+|(?:(?![零一二两三四五六七八九十百千万亿])\p{Script=Han})+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|[.?!。！？؟]+(?=["'»”’)\]]*(?:\s|$|\p{Script=Han}))/gu;
const SENTENCE_END = /^[.?!。！？؟]/u;
const SHORTEST_SENTENCE = 8;
const HAN = /\p{Script=Han}/u;
const HAN_LETTERS = 3;

/** Finds the numbers, the words that sound the same in many languages, and the sentences of a text. */
export function tracesOf(segments: readonly Segment[]): Traces {
  const tokens: Token[] = [];
  const sentences: { ms: number; letters: number }[] = [];
  let begins = true;
  for (const segment of segments) {
    const timeOf = letterClock(segment);
    const numbers = new Numbers((token) => { tokens.push(token); });
    for (const { 0: part, index } of segment.text.matchAll(PARTS)) {
      if (SENTENCE_END.test(part)) {
        begins = true;
        numbers.end();
        continue;
      }
      const ms = timeOf(index);
      if (begins) sentences.push({ ms, letters: 0 });
      begins = false;
      const sentence = sentences.at(-1);
      if (sentence) sentence.letters += HAN.test(part) ? part.length * HAN_LETTERS : part.length;
      const plain = plainWord(part);
      if (numbers.take(plain, ms)) continue;
      const keys = keysOf(part, plain);
      if (keys.length > 0) tokens.push({ ms, keys });
    }
    numbers.end();
  }
  return { tokens: tokens.toSorted((a, b) => a.ms - b.ms), sentences: sentences.filter(({ letters }) => letters >= SHORTEST_SENTENCE) };
}

/** Gathers the words that write out a number. */
class Numbers {
  readonly #found: (token: Token) => void;
  #open: { readonly ms: number; readonly number: WrittenNumber } | null = null;

  constructor(found: (token: Token) => void) {
    this.#found = found;
  }

  /** Whether a word is part of a number; what isn't ends it. */
  take(plain: string, ms: number): boolean {
    const value = valueOf(plain);
    if (value === null) {
      if (!joinsNumbers(plain)) this.end();
      return false;
    }
    if (this.#open?.number.take(value) === true) return true;
    this.end();
    const number = new WrittenNumber();
    number.take(value);
    this.#open = { ms, number };
    return true;
  }

  end(): void {
    if (this.#open) this.#found({ ms: this.#open.ms, keys: [`#${this.#open.number.value}`] });
    this.#open = null;
  }
}

function keysOf(part: string, plain: string): string[] {
  if (/^[\d٠-٩〇零一二两三四五六七八九十百千万亿]/u.test(part)) {
    const value = valueOfSigns(part);
    return value === null ? [] : [`#${value}`];
  }
  const heard = consonantsOf(plain);
  return [
    ...(/^[a-zñ]{5,}$/.test(plain) ? [`=${plain.slice(0, 6)}`] : []),
    ...(heard.length > 3 ? [heard.slice(0, 4)] : []),
    ...(heard.length >= 3 ? [`~${heard.slice(0, 3)}`] : []),
  ];
}
