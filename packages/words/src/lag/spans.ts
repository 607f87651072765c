import type { Span } from '../sound/index.ts';

/** The silences between stretches of speech that are in order; none before the first and after the last. */
export function pausesOf(speech: readonly Span[]): Span[] {
  return speech.slice(1).flatMap(({ startMs: endMs }, n): Span[] => {
    const startMs = speech[n]?.endMs ?? endMs;
    return endMs > startMs ? [{ startMs, endMs }] : [];
  });
}

/** Index of the first item whose value is not below `least`, in a list that grows by it. */
export function firstFrom<T>(items: readonly T[], valueOf: (item: T) => number, least: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && valueOf(item) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
