import { letterClock } from '../letter-clock.ts';
import { joinTexts } from './join-texts.ts';
import { matchTokens, type TokenMatch, type TokenPattern } from './match-tokens.ts';
import type { FoundQuote, Quote, QuotedSegment, QuoteTime } from './quote.ts';
import { keysOf, quoteTokens, type QuoteToken } from './quote-tokens.ts';

/** Words are first looked for so near to where they ought to be. */
const NEAR_MS = 90_000;
/** Near the place half of the words may be others; anywhere else it would be other words. */
const LEAST_LIKENESS_NEAR = 0.5;
const LEAST_LIKENESS = 0.7;
/** Where nothing tells two places apart but their time: what stands around it counts as much as being so much nearer. */
const CONTEXT_WORTH_MS = 60_000;
/** Times may be corrected by so much without anybody calling it another place. */
const SAME_PLACE_MS = 1000;
/** A word that isn't there any more counts as much as being so much further away. */
const WORD_WORTH_MS = 10_000;
const CONTEXT_WORDS = 12;

/**
 * Finds cited words again in a text that may have been corrected, cut into other segments, or heard anew.
 * @param expected where they ought to be; null where that was cut out of the recording, or isn't known: then words that are
 *   much the same count, wherever they are
 * @returns null where they are nowhere in the text
 */
export function findQuote(segments: readonly QuotedSegment[], quote: Quote, expected: QuoteTime | null): FoundQuote | null {
  const pattern = {
    before: keysOf(quote.prefix).slice(-CONTEXT_WORDS), words: keysOf(quote.exact), after: keysOf(quote.suffix).slice(0, CONTEXT_WORDS),
  };
  if (pattern.words.length === 0) return null;
  const tokens = quoteTokens(segments);
  const near = expected === null ? [] : tokens.filter(({ segment }) => isNear(segments[segment], expected));
  const rank = (match: TokenMatch, among: readonly QuoteToken[]): number => {
    const apart = expected === null ? 0 : Math.abs((segments[among[match.from]?.segment ?? 0]?.startMs ?? 0) - expected.startMs);
    return (1 - match.likeness) * pattern.words.length * WORD_WORTH_MS + (1 - match.context) * CONTEXT_WORTH_MS + Math.min(apart, 10 * CONTEXT_WORTH_MS);
  };
  for (const [among, least] of [[near, LEAST_LIKENESS_NEAR], [tokens, LEAST_LIKENESS]] as const) {
    const found = matchTokens(pattern, among.map(({ key }) => key)).filter(({ likeness }) => likeness >= least)
      .toSorted((a, b) => rank(a, among) - rank(b, among))[0];
    if (found) return describe(segments, among, toSentenceEnds(segments, among, found, quote, pattern), quote, expected);
  }
  return null;
}

const isNear = (segment: QuotedSegment | undefined, { startMs, endMs }: QuoteTime): boolean =>
  segment !== undefined && segment.endMs >= startMs - NEAR_MS && segment.startMs <= endMs + NEAR_MS;

/** As many words may have been put in at either end. */
const MOST_ADDED = 3;
const ENDS = /[.?!…。！？؟]/u;

/** A word that was put in before the full stop, or in front, belongs to the sentence that was cited as a whole. */
function toSentenceEnds(segments: readonly QuotedSegment[], tokens: readonly QuoteToken[], match: TokenMatch, quote: Quote, pattern: TokenPattern): TokenMatch {
  const parted = (at: number): boolean => {
    const [a, b] = [tokens[at], tokens[at + 1]];
    if (!a || !b || a.segment !== b.segment) return true;
    return ENDS.test(segments[a.segment]?.text.slice(a.to, b.from) ?? '');
  };
  const reach = (from: number, step: 1 | -1, beside: readonly string[]): number => {
    for (let at = from, n = 0; n <= MOST_ADDED; n += 1, at += step) {
      if (parted(step === 1 ? at : at - 1)) return at;
      // What was beside it then isn't part of it now.
      if (beside.length > 0 && beside.every((key, next) => tokens[at + step * (next + 1)]?.key === key)) return from;
    }
    return from;
  };
  const to = ENDS.test(quote.exact.slice(-2)) ? reach(match.to, 1, pattern.after.slice(0, 2)) : match.to;
  const from = quote.prefix === '' || ENDS.test(quote.prefix.slice(-2)) ? reach(match.from, -1, pattern.before.slice(-2).toReversed()) : match.from;
  return { ...match, from, to };
}

function describe(segments: readonly QuotedSegment[], tokens: readonly QuoteToken[], { from, to, likeness }: TokenMatch, quote: Quote, expected: QuoteTime | null): FoundQuote | null {
  const [head, tail] = [tokens[from], tokens[to]];
  const [first, last] = [head && segments[head.segment], tail && segments[tail.segment]];
  if (!head || !tail || !first || !last) return null;
  // Signs that open or close the sentence belong to it.
  const begins = tokens[from - 1]?.segment !== head.segment;
  const ends = tokens[to + 1]?.segment !== tail.segment;
  const startMs = Math.round(begins ? first.startMs : letterClock(first)(head.from));
  const endMs = Math.round(ends ? last.endMs : letterClock(last)(tail.to));
  const cut = segments.slice(head.segment, tail.segment + 1).map(({ text }, n, all) =>
    text.slice(n === 0 && !begins ? head.from : 0, n === all.length - 1 && !ends ? endOf(text, tail.to) : undefined));
  const text = joinTexts(cut);
  const same = text === joinTexts([quote.exact]);
  const moved = expected === null || Math.abs(startMs - expected.startMs) > SAME_PLACE_MS;
  return { state: !same ? 'changed' : moved ? 'moved' : 'unchanged', startMs, endMs, text, likeness, first: head.segment, last: tail.segment };
}

/** Behind the signs that close the words. */
const endOf = (text: string, to: number): number => to + (/^[\p{P}\p{S}]*/u.exec(text.slice(to))?.[0].length ?? 0);
