// Days are counted back from here, so that partitions in their order have the newest first.
const LAST_DAY = Date.UTC(2300, 0, 1);
const DAY_MS = 86_400_000;
/** Of what has no date. */
export const UNDATED = 2_000_000_000;

/** A day (`2026-03-12`) as the index counts: less is newer. */
export const newestOf = (day: string | null): number => {
  const at = day === null ? NaN : Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? UNDATED : Math.round((LAST_DAY - at) / DAY_MS);
};

/** The year of such a count; null without a date. */
export const yearOf = (newest: number): number | null => (newest >= UNDATED ? null : new Date(LAST_DAY - newest * DAY_MS).getUTCFullYear());

/** A year's counts, from the newest on; the end not included. */
export const countsOf = (year: number | null): readonly [from: number, to: number] => (year === null ? [UNDATED, UNDATED + 1] : [newestOf(`${year}-12-31`), newestOf(`${year - 1}-12-31`)]);
