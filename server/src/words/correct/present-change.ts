import type { Change, Part } from './change.domain.ts';

/** A text that comes in anew changes thousands of segments: as many of them are shown. */
const MOST_SEGMENTS = 100;

/** A change as programs and people get to see it: origins are of no use to them. */
export function presentChange({ before, after, ...change }: Change) {
  const segments = new Set([...before.segments, ...after.segments].map(({ id }) => id)).size;
  return { ...change, segments, before: part(before), after: part(after) };
}

/** What `presentChange` makes. */
export type PresentedChange = ReturnType<typeof presentChange>;

const part = ({ status, segments }: Part) => ({
  ...(status !== undefined && { status }),
  segments: segments.slice(0, MOST_SEGMENTS).map(({ origins: _origins, ...segment }) => segment),
});
