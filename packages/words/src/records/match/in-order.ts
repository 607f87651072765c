import type { PlacedSentence } from './placed.ts';

/** No sentence begins before the one before it, or lasts into the next. */
export function inOrder(placed: readonly PlacedSentence[]): PlacedSentence[] {
  let last = 0;
  const started = placed.map((one) => {
    last = Math.max(last, Math.round(one.startMs));
    return { ...one, startMs: last };
  });
  return started.map((one, at) => ({ ...one, endMs: Math.max(one.startMs, Math.min(Math.round(one.endMs), started[at + 1]?.startMs ?? Infinity)) }));
}
