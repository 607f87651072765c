/** The middle one of some values (of an even number the mean of the two in the middle); NaN of none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which a share (0 to 1) of the values lies, in between by straight lines; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? Number.NaN : low + (high - low) * (at - Math.floor(at));
}
