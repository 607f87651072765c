import { fragmentAt, fragmentsOf, presentationSeconds, type Fragment, type FragmentIndex } from '../fmp4/index.ts';

/** A run of bytes of a media file that a playlist lists as one entry. */
export interface MediaSegment {
  /** On the file's own presentation timeline. */
  readonly startSeconds: number;
  readonly durationSeconds: number;
  readonly offset: number;
  readonly length: number;
}

/** How fragments become segments. */
export interface SegmentOptions {
  /** Length to come near to, in seconds. Fragments are never cut, so picture with rare keyframes gets longer ones. */
  readonly targetSeconds: number;
}

/** Pieces are not joined into more than this many targets: 8 s in place of twice 4 s would be too much for 6 s. */
const LONGEST_JOINED = 1.25;

/** A tail shorter than this part of the target joins the segment before it. */
const SHORT_TAIL = 0.25;

/**
 * Groups fragments into segments of about the target length; picture is cut only where a fragment starts with a
 * keyframe. Priming that the edit list skips is not counted, so durations add up to what is heard.
 */
export function segmentsOf(index: FragmentIndex, options: SegmentOptions): MediaSegment[] {
  const pieces = wholePieces(index);
  const groups: MediaSegment[] = [];
  let open: MediaSegment | undefined;
  for (const piece of pieces) {
    if (open && fits(open, piece, options.targetSeconds)) open = join(open, piece);
    else {
      if (open) groups.push(open);
      open = piece;
    }
  }
  if (open) groups.push(open);
  return joinShortTail(groups, options.targetSeconds);
}

/**
 * Entries for an I-frame playlist: header and first sample of each fragment that starts with a keyframe. None for sound.
 */
export function iframesOf(index: FragmentIndex): MediaSegment[] {
  if (index.kind !== 'video') return [];
  const keys = [...fragmentsOf(index)].filter((fragment) => fragment.startsWithKeyframe);
  const end = endSeconds(index);
  return keys.map((fragment, i) => {
    const following = keys[i + 1];
    const startSeconds = Math.max(0, presentationSeconds(index, fragment));
    const stop = following ? presentationSeconds(index, following) : end;
    return { startSeconds, durationSeconds: stop - startSeconds, offset: fragment.offset, length: fragment.headerLength + fragment.firstSampleSize };
  });
}

/** When the last sample ends on the file's presentation timeline, in seconds; 0 without fragments. */
export function endSeconds(index: FragmentIndex): number {
  const { count } = index.fragments;
  if (count === 0) return 0;
  const last = fragmentAt(index, count - 1);
  return presentationSeconds(index, last) + last.duration / index.timescale;
}

/** Fragments joined until each starts with a keyframe: what may not be cut further. */
function wholePieces(index: FragmentIndex): MediaSegment[] {
  const runs: Fragment[][] = [];
  for (const fragment of fragmentsOf(index)) {
    const last = runs.at(-1);
    if (last && index.kind === 'video' && !fragment.startsWithKeyframe) last.push(fragment);
    else runs.push([fragment]);
  }
  const starts = runs.map(([first]) => (first ? Math.max(0, presentationSeconds(index, first)) : 0));
  return runs.map((run, i) => {
    const startSeconds = starts[i] ?? 0;
    const offset = run[0]?.offset ?? 0;
    const last = run.at(-1);
    const end = starts[i + 1] ?? endSeconds(index);
    return { startSeconds, durationSeconds: end - startSeconds, offset, length: last ? last.offset + last.length - offset : 0 };
  });
}

/** Whether the target is nearer with the piece than without it, and not far behind. */
function fits(open: MediaSegment, piece: MediaSegment, target: number): boolean {
  const without = open.durationSeconds;
  const together = without + piece.durationSeconds;
  return together - target < target - without && together <= target * LONGEST_JOINED;
}

function join(a: MediaSegment, b: MediaSegment): MediaSegment {
  return { ...a, durationSeconds: b.startSeconds + b.durationSeconds - a.startSeconds, length: b.offset + b.length - a.offset };
}

function joinShortTail(groups: MediaSegment[], target: number): MediaSegment[] {
  const [tail, before] = [groups.at(-1), groups.at(-2)];
  if (!tail || !before || tail.durationSeconds >= target * SHORT_TAIL) return groups;
  const joined = join(before, tail);
  // The tail may not be what raises the target duration of the whole meeting.
  const longest = groups.reduce((most, g) => Math.max(most, Math.round(g.durationSeconds)), Math.ceil(target));
  return Math.round(joined.durationSeconds) > longest ? groups : [...groups.slice(0, -2), joined];
}
