const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400];

/** Round times for a time axis, from 0, at most `most` of them; none within 10 % of the end, where the end itself stands. */
export function axisTicks(durationMs: number, most = 8): readonly number[] {
  if (durationMs <= 0) return [];
  const step = (STEPS_S.find((seconds) => durationMs / (seconds * 1000) <= most) ?? 28_800) * 1000;
  const ticks: number[] = [];
  for (let ms = 0; ms < durationMs * 0.9; ms += step) ticks.push(ms);
  return ticks;
}

/** Where a time lies on the axis, 0 to 1. */
export function shareOf(ms: number, durationMs: number): number {
  return durationMs > 0 ? Math.min(1, Math.max(0, ms / durationMs)) : 0;
}

/** The time under a pointer: `x` and `width` in the same unit, measured from the left, as time always runs left to right. */
export function timeAt(x: number, width: number, durationMs: number): number {
  return width > 0 ? Math.round(Math.min(1, Math.max(0, x / width)) * durationMs) : 0;
}
