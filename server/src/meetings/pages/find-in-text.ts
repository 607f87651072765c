import { foldText } from '@openfloor/player';
import { gapOf } from './reading-view.ts';
import { cutParagraph, type PieceSentence } from './spoken-pieces.ts';
import type { SpokenSegment, SpokenText } from './words.ports.ts';

/** A place at which something was found. */
export interface FoundPlace {
  readonly startMs: number;
  /** The sentence with what was found marked in it, and those over which it goes on. */
  readonly sentences: readonly PieceSentence[];
}

/** What a text has of what is looked for. */
export interface FoundInText {
  readonly count: number;
  /** The first of them. */
  readonly places: readonly FoundPlace[];
}

interface Folded {
  readonly folded: string;
  /** Where each segment begins in it. */
  readonly begins: readonly number[];
}

// Captions end anywhere, so what is looked for may go over their end; over a pause nobody speaks in one breath.
const PAUSE_MS = 2500;

/** Folded once for as long as somebody keeps the text: who looks for words looks more than once. */
const foldedTexts = new WeakMap<SpokenText, Folded>();

/** Finds the folded query in a text: how often, and the first `most` places. */
export function findInText(text: SpokenText, query: string, most: number): FoundInText {
  const { folded, begins } = foldedOf(text);
  const places: FoundPlace[] = [];
  let count = 0;
  if (query === '') return { count, places };
  const gap = gapOf(text.language);
  let shownUntil = 0;
  for (let at = folded.indexOf(query); at >= 0; at = folded.indexOf(query, at + query.length)) {
    count += 1;
    // A second one in the same sentence is marked in it already.
    if (places.length >= most || at < shownUntil) continue;
    const first = segmentAt(begins, at);
    const last = segmentAt(begins, at + query.length - 1);
    shownUntil = begins[last + 1] ?? folded.length;
    const segments = text.segments.slice(first, last + 1);
    places.push({ startMs: segments[0]?.startMs ?? 0, sentences: cutParagraph(segments, gap, { query, doubts: false }).sentences });
  }
  return { count, places };
}

function foldedOf(text: SpokenText): Folded {
  const known = foldedTexts.get(text);
  if (known) return known;
  const gap = gapOf(text.language);
  const begins: number[] = [];
  let folded = '';
  let before: SpokenSegment | undefined;
  for (const segment of text.segments) {
    if (before) folded += segment.startMs - before.endMs < PAUSE_MS ? gap : '\n';
    begins.push(folded.length);
    folded += foldText(segment.text.replace(/\s*\n\s*/g, gap)).folded;
    before = segment;
  }
  const made = { folded, begins };
  foldedTexts.set(text, made);
  return made;
}

function segmentAt(begins: readonly number[], at: number): number {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((begins[middle] ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
