import type { Moment, MomentText } from '../moment.domain.ts';
import { cutTurn } from './cut.domain.ts';
import { floorSentences, joinSentences, type FloorSentence, type TimedText } from './sentences.domain.ts';

/** Who has the floor when. */
export interface Turn {
  readonly startMs: number;
  /** Null: until the next begins. */
  readonly endMs: number | null;
  /** BCP 47; null where it isn't known. */
  readonly language: string | null;
}

/** A stretch of the timeline that moments don't reach over. */
interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
  readonly turn: number | null;
  readonly language: string | null;
}

// How far from what is written down of one channel another has to be for it to be something else that was said.
const APART_MS = 5000;

/**
 * Cuts a meeting into moments.
 * @param texts the texts of all channels; those of the floor first, then those that tell best where thoughts end
 * @param turns by time
 */
export function momentsOf(texts: readonly TimedText[], turns: readonly Turn[]): readonly Moment[] {
  const spoken = texts.map((text) => ({ text, sentences: floorSentences(text) }));
  const stretches = stretchesOf(turns);
  const begins = stretches.map(({ startMs }) => startMs);
  const placed = spoken.map(({ text, sentences }) => ({ text, byStretch: Map.groupBy(sentences, (sentence) => lastFrom(begins, middle(sentence))) }));
  return stretches.flatMap((stretch, index) => {
    const here = placed.map(({ text, byStretch }) => ({ text, sentences: byStretch.get(index) ?? [] }));
    return inStretch(stretch, here);
  });
}

function inStretch({ turn, startMs, endMs, language: spoken }: Stretch, here: readonly { readonly text: TimedText; readonly sentences: readonly FloorSentence[] }[]): Moment[] {
  const spine = spineOf(here.map(({ sentences }) => sentences));
  const firsts = cutTurn(spine);
  // What a booth says after the last word of the floor belongs to what it was said about.
  const begins = firsts.map((first) => spine[first]?.startMs ?? 0);
  const parts = here.map(({ text, sentences }) => ({ text, byMoment: Map.groupBy(sentences, (sentence) => lastFrom(begins, middle(sentence))) }));
  return firsts.flatMap((first, n): Moment[] => {
    const last = spine.slice(first, firsts[n + 1]).reduce((latest, sentence) => Math.max(latest, sentence.endMs), 0);
    const texts = parts.flatMap(({ text: { channel, kind, language }, byMoment }): MomentText[] => {
      const own = byMoment.get(n);
      return own ? [{ channel, kind, language: languageOf(own, language, spoken), ...joinSentences(own) }] : [];
    });
    const from = clamp(begins[n] ?? 0, startMs, endMs);
    return texts.length > 0 ? [{ startMs: from, endMs: Math.max(from, clamp(Math.min(last, begins[n + 1] ?? Infinity), startMs, endMs)), turn, texts }] : [];
  });
}

/** What most of the sentences are in; a text of several languages is taken to be in that of the speaker. */
function languageOf(sentences: readonly FloorSentence[], language: string, spoken: string | null): string {
  const own = Map.groupBy(sentences, (one) => one.language ?? (SEVERAL.has(language) ? spoken ?? language : language));
  return [...own].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? language;
}

const SEVERAL: ReadonlySet<string> = new Set(['mul', 'und']);

/** The sentences by which a stretch is cut: of the first text that has some, and of others where it has none nearby. */
function spineOf(texts: readonly (readonly FloorSentence[])[]): readonly FloorSentence[] {
  let spine: readonly FloorSentence[] = [];
  for (const sentences of texts) {
    const alone = spine.length === 0 ? sentences : sentences.filter((sentence) => isApart(spine, sentence));
    if (alone.length > 0) spine = [...spine, ...alone].sort((a, b) => a.startMs - b.startMs);
  }
  return spine;
}

function isApart(spine: readonly FloorSentence[], { startMs, endMs }: FloorSentence): boolean {
  let [low, high] = [0, spine.length];
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((spine[mid]?.startMs ?? 0) < startMs) low = mid + 1;
    else high = mid;
  }
  const before = spine[low - 1];
  const after = spine[low];
  return (before === undefined || before.endMs + APART_MS <= startMs) && (after === undefined || endMs + APART_MS <= after.startMs);
}

/** The turns, and what is between them, before and after, as stretches without gaps. */
function stretchesOf(turns: readonly Turn[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let until = 0;
  turns.forEach(({ startMs, endMs, language }, turn) => {
    const next = turns[turn + 1]?.startMs ?? Infinity;
    const end = Math.min(endMs ?? next, next);
    if (startMs > until) stretches.push({ startMs: until, endMs: startMs, turn: null, language: null });
    if (end > Math.max(startMs, until)) stretches.push({ startMs: Math.max(startMs, until), endMs: end, turn, language });
    until = Math.max(until, end);
  });
  if (until < Infinity) stretches.push({ startMs: until, endMs: Infinity, turn: null, language: null });
  return stretches;
}


/** The index of the last that begins at or before; the first where none does. */
function lastFrom(begins: readonly number[], ms: number): number {
  let [low, high] = [0, begins.length];
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((begins[mid] ?? 0) <= ms) low = mid + 1;
    else high = mid;
  }
  return Math.max(0, low - 1);
}

const middle = ({ startMs, endMs }: FloorSentence): number => (startMs + endMs) / 2;
const clamp = (ms: number, least: number, most: number): number => Math.min(Math.max(ms, least), most);
