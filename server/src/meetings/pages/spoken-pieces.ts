import { findText, type TextRange } from '@openfloor/player';
import type { SpokenSegment, SpokenWord } from './words.ports.ts';

/** A run of letters that is shown in one way. */
export interface Piece {
  readonly text: string;
  /** Which of the paragraph's hits it belongs to, from 0; null where nothing was found. */
  readonly hit: number | null;
  /** True where that hit begins. */
  readonly begins: boolean;
  readonly doubtful: boolean;
}

/** A sentence in pieces. */
export interface PieceSentence {
  readonly segment: SpokenSegment;
  readonly pieces: readonly Piece[];
}

/** How a paragraph is to be marked. */
export interface Marking {
  /** Folded; empty where nothing is looked for. */
  readonly query: string;
  readonly doubts: boolean;
}

/** Below it, somebody should listen before he quotes. */
const DOUBTFUL = 0.5;

/** True where it isn't sure that a segment is said at its time. */
export const isUncertain = ({ confidence, unspoken }: SpokenSegment): boolean => unspoken !== true && confidence != null && confidence < DOUBTFUL;

/** True where people have corrected the words. */
export const isCorrected = ({ edited }: SpokenSegment): boolean => edited?.includes('text') ?? false;

/** How many words of a text are in doubt. */
export const countDoubts = (segments: readonly SpokenSegment[]): number => segments.reduce((sum, { words }) => sum + (words?.filter(isDoubtful).length ?? 0), 0);

const isDoubtful = ({ confidence }: SpokenWord): boolean => confidence !== null && confidence < DOUBTFUL;

/** Cuts a paragraph where what was found or is in doubt begins and ends. What is looked for may go over the end of a sentence: captions end anywhere. */
export function cutParagraph(segments: readonly SpokenSegment[], gap: string, { query, doubts }: Marking): { readonly sentences: readonly PieceSentence[]; readonly hits: readonly SpokenSegment[] } {
  const texts = segments.map(({ text }) => text.replace(/\s*\n\s*/g, gap));
  const found = findText(texts.join(gap), query);
  const hits: SpokenSegment[] = [];
  let begin = 0;
  const sentences = segments.map((segment, n): PieceSentence => {
    const text = texts[n] ?? '';
    const from = begin;
    begin += text.length + gap.length;
    const own = found.map((hit) => ({ from: Math.max(0, hit.from - from), to: Math.min(text.length, hit.to - from), begins: hit.from >= from }));
    found.forEach((hit) => { if (hit.from >= from && hit.from < begin) hits.push(segment); });
    return { segment, pieces: cut(text, own, doubts ? doubtsIn(text, segment.words ?? []) : []) };
  });
  return { sentences, hits };
}

function cut(text: string, hits: readonly (TextRange & { readonly begins: boolean })[], doubts: readonly TextRange[]): readonly Piece[] {
  const edges = [...hits, ...doubts].filter(({ from, to }) => from < to).flatMap(({ from, to }) => [from, to]);
  const at = [...new Set([0, ...edges, text.length])].sort((a, b) => a - b);
  const within = (ranges: readonly TextRange[], unit: number): number => ranges.findIndex(({ from, to }) => from <= unit && unit < to);
  return at.slice(0, -1).map((from, n): Piece => {
    const hit = within(hits, from);
    return { text: text.slice(from, at[n + 1]), hit: hit < 0 ? null : hit, begins: hits[hit]?.begins === true && hits[hit].from === from, doubtful: within(doubts, from) >= 0 };
  });
}

/** Where the doubtful words stand in the text of their segment; neighbours are one. */
function doubtsIn(text: string, words: readonly SpokenWord[]): readonly TextRange[] {
  const ranges: { from: number; to: number }[] = [];
  let at = 0;
  for (const word of words) {
    const from = text.indexOf(word.text, at);
    if (from < 0 || word.text === '') continue;
    const last = ranges.at(-1);
    if (isDoubtful(word) && last && text.slice(last.to, from).trim() === '' && last.to === at) last.to = from + word.text.length;
    else if (isDoubtful(word)) ranges.push({ from, to: from + word.text.length });
    at = from + word.text.length;
  }
  return ranges;
}
