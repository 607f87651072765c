import type { Segment } from '../../segment.ts';
import type { RecordTurn } from '../record.ts';
import { heardSentences, type Heard } from './heard.ts';
import { inOrder } from './in-order.ts';
import { markMoved } from './out-of-order.ts';
import { DOUBT_MS, type FlatSentence, type PlacedRecord, type PlacedSentence, type PlacedTurn } from './placed.ts';
import { sentencePath, type Pair } from './sentence-path.ts';
import { bagOf, learnWeights, type Weights } from './similarity.ts';
import { splitPassage } from './split-pair.ts';
import { turnStart } from './turn-start.ts';

/** Where a sentence of the record begins among what was heard. */
interface Anchor {
  readonly startMs: number;
  readonly endMs: number;
  readonly likeness: number;
}

// References that only the written record has: (resolution 2732 (2024)), (see S/PV.9721), (A3+).
const REFERENCES = /[（(][^()（）]*(?:[（(][^()（）]*[)）][^()（）]*)*[)）]/gu;
const SURE = 0.55;
const WEAK = 0.3;

/**
 * Places a record by what a channel's transcript says: first its turns, each from its greeting to the next one, then within each
 * turn its sentences, by names, numbers and words that both have in common.
 */
export function placeByWords(turns: readonly RecordTurn[], flat: readonly FlatSentence[], transcript: readonly Segment[]): PlacedRecord {
  const heard = heardSentences(transcript);
  const bags = flat.map(({ text }) => bagOf(text.replace(REFERENCES, ' ')));
  const heardBags = heard.map(({ text }) => bagOf(text));
  const weights = learnWeights([...bags, ...heardBags]);
  const overall = sentencePath(bags, heardBags, weights);
  const starts = turnStarts(turns, flat, heard, overall);
  const inside = turns.flatMap((_, turn): Pair[] => {
    const own = range(flat, turn);
    const [from, to] = [starts[turn] ?? 0, starts[turn + 1] ?? heard.length];
    return sentencePath(bags.slice(own.from, own.to), heardBags.slice(from, to), weights)
      .map((pair) => ({ ...pair, from: pair.from + own.from, to: pair.to + own.from, heardFrom: pair.heardFrom + from, heardTo: pair.heardTo + from }));
  });
  const anchors = new Map(inside.flatMap((pair) => anchorsOf(pair, flat, heard, weights)));
  const isSure = (at: number): boolean => (anchors.get(at)?.likeness ?? 0) >= WEAK;
  const lastMs = heard.at(-1)?.endMs ?? 0;
  const edges = [...starts.map((start) => heard[start]?.startMs ?? lastMs), lastMs];
  const sentences = markMoved(fill(flat, anchors, edges), bags, heard, heardBags, starts, weights, isSure);
  return { by: 'words', sentences, turns: turns.map((_, turn) => turnOf(sentences, turn, edges[turn] ?? 0)) };
}

const range = (flat: readonly FlatSentence[], turn: number): { readonly from: number; readonly to: number } => {
  const from = flat.findIndex((one) => one.turn === turn);
  return from < 0 ? { from: 0, to: 0 } : { from, to: flat.findLastIndex((one) => one.turn === turn) + 1 };
};

/** For each turn the first sentence heard of it. */
function turnStarts(turns: readonly RecordTurn[], flat: readonly FlatSentence[], heard: readonly Heard[], pairs: readonly Pair[]): number[] {
  const starts: number[] = [];
  turns.forEach((turn, at) => {
    const own = range(flat, at);
    const first = pairs.find(({ to }) => to > own.from);
    const before = pairs.findLast(({ from }) => from < own.from);
    const previous = turns[at - 1];
    // What a pair holds besides its surest sentence may be the words between two turns.
    const low = Math.max(Math.min(before === undefined ? 0 : before.heardFrom + 1, before?.heardTo ?? 0), (starts.at(-1) ?? -1) + 1);
    const high = Math.max(low, Math.min(first?.heardFrom ?? heard.length, heard.length));
    if (previous === undefined) starts.push(high);
    else starts.push(low + turnStart({ last: heard[low - 1] ?? null, between: heard.slice(low, high), unsure: heard.slice(high, Math.max(high, (first?.heardTo ?? high) - 1)) }, turn, previous));
  });
  return starts;
}

function anchorsOf(pair: Pair, flat: readonly FlatSentence[], heard: readonly Heard[], weights: Weights): [number, Anchor][] {
  const passages = heard.slice(pair.heardFrom, pair.heardTo);
  const glue = ' ';
  const sentenceStarts = passages.map((_, at) => passages.slice(0, at).reduce((sum, { text }) => sum + text.length + glue.length, 0));
  const timeAt = (place: number): number => {
    const at = sentenceStarts.findLastIndex((start) => start <= place);
    return passages[at]?.timeAt(place - (sentenceStarts[at] ?? 0)) ?? 0;
  };
  const texts = flat.slice(pair.from, pair.to).map(({ text }) => text.replace(REFERENCES, ' '));
  const whole = passages.map(({ text }) => text).join(glue);
  const places = splitPassage({ text: whole, sentenceStarts }, texts, weights);
  const endMs = passages.at(-1)?.endMs ?? 0;
  return places.map((place, n) => {
    const own = bagOf(texts[n] ?? '');
    const said = bagOf(whole.slice(place, places[n + 1] ?? whole.length));
    const likeness = (2 * weights.common(own, said)) / Math.max(1e-6, weights.mass(own) + weights.mass(said));
    return [pair.from + n, { startMs: timeAt(place), endMs: places[n + 1] === undefined ? endMs : timeAt(places[n + 1] ?? 0), likeness }];
  });
}

/** Gives a place to every sentence: those without an anchor share the time between their neighbours by their lengths. */
function fill(flat: readonly FlatSentence[], anchors: ReadonlyMap<number, Anchor>, edges: readonly number[]): PlacedSentence[] {
  const strong = (at: number): boolean => (anchors.get(at)?.likeness ?? 0) >= WEAK;
  const lastMs = edges.at(-1) ?? 0;
  const sureBefore = runningLast(flat, (at) => (strong(at) ? anchors.get(at)?.endMs : undefined));
  const sureAfter = runningLast(flat, (at) => (strong(flat.length - 1 - at) ? anchors.get(flat.length - 1 - at)?.startMs : undefined)).toReversed();
  const placed: PlacedSentence[] = [];
  for (let at = 0; at < flat.length; at += 1) {
    const sentence = flat[at];
    if (sentence === undefined) continue;
    const own = anchors.get(at);
    const [before, after] = [neighbour(flat, at, -1, strong), neighbour(flat, at, 1, strong)];
    const [low, high] = [before === null ? edges[sentence.turn] ?? 0 : anchors.get(before)?.endMs ?? 0, after === null ? edges[sentence.turn + 1] ?? 0 : anchors.get(after)?.startMs ?? 0];
    const letters = (from: number, to: number): number => flat.slice(from, to).reduce((sum, { text }) => sum + text.length, 0);
    const [first, last] = [before === null ? firstOfTurn(flat, at) : before + 1, after ?? lastOfTurn(flat, at) + 1];
    const share = (upTo: number): number => Math.round(low + (Math.max(0, high - low) * letters(first, upTo)) / Math.max(1, letters(first, last)));
    const { startMs, endMs } = own ?? { startMs: share(at), endMs: share(at + 1) };
    // Between sure neighbours it can't be far off; with free time around it, it can.
    const sure = { from: sureBefore[at] ?? 0, to: sureAfter[at] ?? lastMs };
    const free = Math.max(startMs - sure.from, sure.to - endMs);
    const likeness = own?.likeness ?? 0;
    const confidence = own === undefined ? Math.max(0.05, 0.4 - free / 30_000) : Math.min(1, likeness / SURE);
    placed.push({ ...place(sentence), startMs, endMs, confidence, doubtful: !strong(at) && free > DOUBT_MS });
  }
  return inOrder(placed);
}

/** For each place the last value before it; undefined where there is none. */
function runningLast(list: readonly unknown[], valueAt: (at: number) => number | undefined): (number | undefined)[] {
  let last: number | undefined;
  return list.map((_, at) => {
    const before = last;
    last = valueAt(at) ?? last;
    return before;
  });
}

const place = ({ turn, paragraph, sentence }: FlatSentence): Pick<PlacedSentence, 'turn' | 'paragraph' | 'sentence'> => ({ turn, paragraph, sentence });
const firstOfTurn = (flat: readonly FlatSentence[], at: number): number => flat.findIndex(({ turn }) => turn === flat[at]?.turn);
const lastOfTurn = (flat: readonly FlatSentence[], at: number): number => flat.findLastIndex(({ turn }) => turn === flat[at]?.turn);

function neighbour(flat: readonly FlatSentence[], at: number, step: 1 | -1, strong: (at: number) => boolean): number | null {
  for (let other = at + step; flat[other]?.turn === flat[at]?.turn && flat[other] !== undefined; other += step) if (strong(other)) return other;
  return null;
}

function turnOf(sentences: readonly PlacedSentence[], turn: number, startMs: number): PlacedTurn {
  const first = sentences.find((one) => one.turn === turn);
  return { startMs: Math.min(startMs, first?.startMs ?? startMs), confidence: first?.confidence ?? 0, doubtful: first?.doubtful ?? true };
}
