import type { Span } from '../sound/index.ts';
import { firstFrom, pausesOf } from './spans.ts';

/** A turn at the floor as the list of speakers has it. */
export interface ListedTurn {
  readonly startMs: number;
  readonly endMs: number;
  /** BCP 47 of what is spoken; null where nobody noted it. */
  readonly language: string | null;
}

/** A turn at the floor as it is heard. */
export interface FloorTurn extends ListedTurn {
  /** How certain it is that a turn begins here, from 0 to 1. */
  readonly certainty: number;
}

// People who note turns are late by their reaction, or a little early.
const NEAR_MS = 1500;
const LISTED = 1;
// Without a list of speakers, long silences are taken for changes.
const SILENCE_MS = 1200;
const GUESSED = 0.5;
const LEAST_PAUSE_MS = 250;

/** The turns, moved to where speech begins and ends at the floor; those without a list are guessed by its silences. */
export function floorTurns(listed: readonly ListedTurn[], speech: readonly Span[]): FloorTurn[] {
  const pauses = pausesOf(speech);
  const [first, last] = [speech[0], speech.at(-1)];
  if (!first || !last) return listed.map((turn) => ({ ...turn, certainty: LISTED }));
  const silences: Span[] = [{ startMs: first.startMs - SILENCE_MS, endMs: first.startMs }, ...pauses, { startMs: last.endMs, endMs: last.endMs + SILENCE_MS }];
  if (listed.length === 0) return guess(silences.filter((one) => lengthOf(one) >= SILENCE_MS));
  const usable = silences.filter((one) => lengthOf(one) >= LEAST_PAUSE_MS);
  const moved = listed.toSorted((a, b) => a.startMs - b.startMs).map((turn) => ({ ...turn, startMs: nearest(usable, 'endMs', turn.startMs) ?? turn.startMs }));
  return moved.map((turn, n): FloorTurn => ({ ...turn, certainty: LISTED, endMs: Math.max(turn.startMs + 1, endOf(turn, moved[n + 1]?.startMs ?? Infinity, usable)) }));
}

/** Where a turn ends: as listed, or, as many lists have no ends of their own, before the silence that the next turn breaks. */
function endOf(turn: ListedTurn, nextMs: number, silences: readonly Span[]): number {
  const before = silences[firstFrom(silences, ({ endMs }) => endMs, nextMs)];
  if (before?.endMs === nextMs && turn.endMs > before.startMs - NEAR_MS) return before.startMs;
  return Math.min(nearest(silences, 'startMs', turn.endMs) ?? turn.endMs, nextMs);
}

/** The edge of a silence near a time; a longer silence may be farther. */
function nearest(silences: readonly Span[], edge: keyof Span, ms: number): number | null {
  const around = silences.slice(firstFrom(silences, (one) => one[edge], ms - NEAR_MS), firstFrom(silences, (one) => one[edge], ms + NEAR_MS));
  const cost = (one: Span): number => Math.abs(one[edge] - ms) - 0.3 * Math.min(lengthOf(one), 3000);
  return around.toSorted((a, b) => cost(a) - cost(b))[0]?.[edge] ?? null;
}

const lengthOf = ({ startMs, endMs }: Span): number => endMs - startMs;

function guess(silences: readonly Span[]): FloorTurn[] {
  return silences.slice(0, -1).map(({ endMs: startMs }, n) => ({ startMs, endMs: silences[n + 1]?.startMs ?? startMs, language: null, certainty: n === 0 ? LISTED : GUESSED }));
}
