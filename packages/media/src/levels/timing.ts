/** How much later than the floor a channel is in one stretch of the meeting. */
export type LagPoint = {
  /** Seconds from the meeting's start. */
  readonly atS: number;
  readonly lagMs: number;
};

/** Offset and drift of a channel, each with what it may be off by (one standard error). */
export type Timing = {
  /** Median: ms, positive when the channel is late. */
  readonly offsetMs: number;
  readonly offsetErrorMs: number;
  /** Null when the points don't span enough time. */
  readonly driftMsPerHour: number | null;
  readonly driftErrorMsPerHour: number;
  /** How far single stretches lie from the line (standard deviation, ms). */
  readonly unevenMs: number;
};

// A slope over less is made by chance.
const LEAST_SPAN_S = 600;
const LEAST_POINTS = 8;
// Theil and Sen's slope takes the square of this many steps.
const MOST_GROUPS = 240;
// Windows overlap by half: two of them say hardly more than one and a half.
const INDEPENDENT = 0.6;
// Standard deviation of a normal distribution over its median absolute deviation.
const MAD_TO_SIGMA = 1.4826;
// The least a single window is unsure by, however well a few of them agree (ms).
const LEAST_SIGMA_MS = 3;

/** Fits offset and drift to the points (in the order of time); medians throughout, so that single mistakes don't count. */
export function timingOf(points: readonly LagPoint[]): Timing {
  const groups = grouped(points);
  const span = (points.at(-1)?.atS ?? 0) - (points[0]?.atS ?? 0);
  const slope = span > 0 ? theilSen(groups) : 0;
  const middle = median(points.map((point) => point.lagMs - slope * point.atS));
  const unevenMs = MAD_TO_SIGMA * median(points.map((point) => Math.abs(point.lagMs - slope * point.atS - middle)));
  const sigma = Math.max(LEAST_SIGMA_MS, unevenMs);
  const counted = Math.max(1, points.length * INDEPENDENT);
  const mean = points.reduce((sum, point) => sum + point.atS, 0) / points.length;
  const width = Math.sqrt(points.reduce((sum, point) => sum + (point.atS - mean) ** 2, 0) / points.length);
  const enough = span >= LEAST_SPAN_S && points.length >= LEAST_POINTS;
  return {
    offsetMs: median(points.map((point) => point.lagMs)),
    offsetErrorMs: (1.25 * sigma) / Math.sqrt(counted),
    driftMsPerHour: enough ? slope * 3600 : null,
    driftErrorMsPerHour: width > 0 ? (sigma / (width * Math.sqrt(counted))) * 3600 : Infinity,
    unevenMs,
  };
}

/** Neighbouring points put together by their medians, so that few enough are left. */
function grouped(points: readonly LagPoint[]): LagPoint[] {
  const size = Math.ceil(points.length / MOST_GROUPS);
  if (size <= 1) return [...points];
  return Array.from({ length: Math.ceil(points.length / size) }, (_, index) => {
    const group = points.slice(index * size, (index + 1) * size);
    return { atS: median(group.map((point) => point.atS)), lagMs: median(group.map((point) => point.lagMs)) };
  });
}

/** The median slope over all pairs, each weighted by the time between the two: ms per second. */
function theilSen(points: readonly LagPoint[]): number {
  const slopes: { slope: number; weight: number }[] = [];
  for (const [index, from] of points.entries()) {
    for (const to of points.slice(index + 1)) {
      const weight = to.atS - from.atS;
      if (weight > 0) slopes.push({ slope: (to.lagMs - from.lagMs) / weight, weight });
    }
  }
  slopes.sort((a, b) => a.slope - b.slope);
  const half = slopes.reduce((sum, one) => sum + one.weight, 0) / 2;
  let passed = 0;
  for (const one of slopes) {
    passed += one.weight;
    if (passed >= half) return one.slope;
  }
  return 0;
}

/** The middle value; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}
