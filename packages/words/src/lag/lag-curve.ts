import { firstFrom } from './spans.ts';

/** What a point of a lag curve rests on. */
export type LagBasis =
  /** The channel carries the floor itself. */
  | 'floor'
  /** A pause of the channel that belongs to a change of speakers. */
  | 'turn'
  /** Words of both channels: names, numbers, sentences. */
  | 'words'
  /** Nothing nearby: what lies before and after, and what this channel is wont to. */
  | 'between';

/** How far a channel is behind the floor at a moment. */
export interface LagPoint {
  /** The moment at the floor, ms on the meeting's timeline. */
  readonly floorMs: number;
  /** What is said then at the floor is said in the channel so many ms later. */
  readonly lagMs: number;
  /** How likely it is, from 0 to 1, that this is right to within a second. */
  readonly confidence: number;
  readonly basis: LagBasis;
}

/** The lag of a channel over a meeting: by time, and such that what comes later at the floor never comes earlier in the channel. */
export type LagCurve = readonly LagPoint[];

/** The lag of what is said at the floor at a moment, with its confidence; null for a channel of which nothing is known. */
export function lagAt(curve: LagCurve, floorMs: number): Omit<LagPoint, 'basis'> | null {
  return between(curve, ({ floorMs: at }) => at, floorMs, (lagMs) => ({ floorMs, lagMs }));
}

/** When that was said at the floor which is heard in the channel at a moment; null for a channel of which nothing is known. */
export function floorTimeOf(curve: LagCurve, channelMs: number): Omit<LagPoint, 'basis'> | null {
  return between(curve, ({ floorMs, lagMs }) => floorMs + lagMs, channelMs, (lagMs) => ({ floorMs: channelMs - lagMs, lagMs }));
}

type Told = Pick<LagPoint, 'floorMs' | 'lagMs'>;

function between(curve: LagCurve, placeOf: (point: LagPoint) => number, at: number, tell: (lagMs: number) => Told): Omit<LagPoint, 'basis'> | null {
  const next = firstFrom(curve, placeOf, at);
  const after = curve[next] ?? curve.at(-1);
  const before = curve[next - 1] ?? curve[0];
  if (!before || !after) return null;
  const length = placeOf(after) - placeOf(before);
  const share = length > 0 ? (at - placeOf(before)) / length : 1;
  const mix = (from: number, to: number): number => from + (to - from) * Math.min(1, Math.max(0, share));
  return { ...tell(mix(before.lagMs, after.lagMs)), confidence: mix(before.confidence, after.confidence) };
}

// Bounds the work for hours of which nothing is known.
const LONGEST_LINE = 60;

/** Leaves out the points that lie on the line between their neighbours, to within so many ms and so much confidence. */
export function thinned(curve: LagCurve, withinMs: number, withinConfidence: number): LagCurve {
  const kept: LagPoint[] = [];
  let from = 0;
  const first = curve[0];
  if (first) kept.push(first);
  for (let to = 2; to <= curve.length; to += 1) {
    if (to < curve.length && to - from <= LONGEST_LINE && isStraight(curve, from, to, withinMs, withinConfidence)) continue;
    from = to - 1;
    const point = curve[from];
    if (point) kept.push(point);
  }
  return kept;
}

function isStraight(curve: LagCurve, from: number, to: number, withinMs: number, withinConfidence: number): boolean {
  const ends = [curve[from], curve[to]].filter((point) => point !== undefined);
  const inside = curve.slice(from + 1, to);
  return inside.every((point) => {
    const found = lagAt(ends, point.floorMs);
    return found && Math.abs(found.lagMs - point.lagMs) <= withinMs && Math.abs(found.confidence - point.confidence) <= withinConfidence && point.basis === ends[1]?.basis;
  });
}

/**
 * Lets nothing that is later at the floor be earlier in the channel: what would be is said at once, after what was before.
 * Where the channel carries the floor itself, it is the booth that has to end before.
 */
export function inOrder(points: readonly LagPoint[]): LagCurve {
  let untilMs = Infinity;
  const ending = points.toReversed().map((point) => {
    if (point.basis === 'floor') untilMs = point.floorMs;
    return { ...point, lagMs: Math.min(point.lagMs, untilMs - point.floorMs) };
  });
  let saidMs = 0;
  return ending.reverse().map((point) => {
    saidMs = Math.max(saidMs, point.floorMs + point.lagMs);
    return { ...point, floorMs: Math.round(point.floorMs), lagMs: Math.round(saidMs - point.floorMs), confidence: Math.round(point.confidence * 100) / 100 };
  });
}
