/** How far a channel is behind the floor at a moment, in ms of the meeting's timeline. */
export interface LagAtMoment {
  /** The moment at the floor. */
  readonly floorMs: number;
  /** What is said then at the floor is said in the channel so much later. */
  readonly lagMs: number;
}

/** The lag of a channel over the meeting, by time; between two moments it changes evenly. */
export type LagOverTime = readonly LagAtMoment[];

/** The floor is what the others are behind. */
export const FLOOR_LAG: LagOverTime = [{ floorMs: 0, lagMs: 0 }];

/** How much later the channel `to` says what `from` says at a time, in ms (earlier: below 0); 0 where one of them isn't known. */
export function sentenceStep(from: LagOverTime, to: LagOverTime, timeMs: number): number {
  const behind = lagWhere(from, ({ floorMs, lagMs }) => floorMs + lagMs, timeMs);
  if (behind === null) return 0;
  const ahead = lagWhere(to, ({ floorMs }) => floorMs, timeMs - behind);
  return ahead === null ? 0 : ahead - behind;
}

/** The lag where `placeOf` says a time; before the first and after the last moment it stays. */
function lagWhere(lags: LagOverTime, placeOf: (lag: LagAtMoment) => number, ms: number): number | null {
  const next = lags.findIndex((lag) => placeOf(lag) >= ms);
  const after = lags[next] ?? lags.at(-1);
  const before = lags[next - 1] ?? after;
  if (!before || !after) return null;
  const length = placeOf(after) - placeOf(before);
  const share = length > 0 ? Math.min(1, Math.max(0, (ms - placeOf(before)) / length)) : 1;
  return before.lagMs + (after.lagMs - before.lagMs) * share;
}
