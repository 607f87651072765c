import type { PictureTrack } from '../probe/index.ts';
import type { EncodeReason, PicturePlan, Rung } from './plan.domain.ts';

// Talking heads and slides at x264's `veryfast`: sharp enough to read a name plate on each rung.
const LADDER = [
  { height: 1080, bitsPerSecond: 3_500_000 },
  { height: 720, bitsPerSecond: 1_800_000 },
  { height: 360, bitsPerSecond: 500_000 },
] as const;

/** Frames per second above this are halved when a picture is encoded: a meeting doesn't move that fast. */
const MOST_FRAMES = 31;
/** Slides may change once a minute; segments still need a frame each. */
const LEAST_FRAMES = 1;

/** Below this many lines a smaller size would show nothing. */
const TINY = 240;
const LEAST_BITS = 200_000;

const MOST_HEIGHT = 1080;
const MOST_WIDTH = 1920;

/** How wide a picture is shown over how high, upright and with square pixels. */
export function shape(track: PictureTrack): number {
  const shown = (track.width * track.pixelAspect) / track.height;
  return track.rotation % 180 === 0 ? shown : 1 / shown;
}

/**
 * Sizes smaller than the top one by at least a quarter, largest first, in the shape in which the picture is shown. There
 * is one at least, unless the picture is tiny: slow lines need it, and Apple asks for it (authoring specification, 9.9).
 */
export function lowerRungs(top: Rung, shown: number): Rung[] {
  const steps: readonly { readonly height: number; readonly bitsPerSecond: number }[] = LADDER.filter((step) => step.height <= top.height * 0.75);
  const lower = steps.length > 0 || top.height < TINY ? steps : [{ height: Math.round(top.height * 0.65), bitsPerSecond: LEAST_BITS }];
  return lower.map((step) => rung(Math.round(shown * step.height), step.height, step.bitsPerSecond));
}

/** The picture as it is. `bitsPerSecond` is the container's word, or 0 where it says nothing. */
export function copiedRung(track: PictureTrack): Rung {
  return rung(track.width, track.height, track.bitsPerSecond ?? 0);
}

/** The largest size worth encoding: the picture's own, at most 1080 lines and 1920 columns. */
export function topRung(track: PictureTrack): Rung {
  const shown = shape(track);
  const height = track.rotation % 180 === 0 ? track.height : track.width;
  const lines = Math.max(2, Math.min(MOST_HEIGHT, height, Math.floor(MOST_WIDTH / shown)));
  const step = LADDER.findLast((each) => each.height >= lines) ?? LADDER[0];
  const bitsPerSecond = Math.round(Math.max(LEAST_BITS, step.bitsPerSecond * (lines / step.height) ** 1.5));
  return rung(Math.min(MOST_WIDTH, Math.round(shown * lines)), lines, bitsPerSecond);
}

/** Frame rate of an encoded picture: the source's own, halved until it is at most 31; at least 1. */
export function outputFrames(track: PictureTrack): number {
  let frames = track.framesPerSecond > 0 ? track.framesPerSecond : 25;
  while (frames > MOST_FRAMES) frames /= 2;
  return Math.max(LEAST_FRAMES, frames);
}

function rung(width: number, height: number, bitsPerSecond: number): Rung {
  // 4:2:0 needs even sides.
  const even = (n: number) => Math.max(2, n - (n % 2));
  return { id: `${height}p`, width: even(width), height: even(height), bitsPerSecond };
}

/** A picture that was meant to be copied and turned out not to be fit for it: the same, encoded. */
export function encodedInstead(plan: PicturePlan, reason: EncodeReason): PicturePlan {
  if (plan.mode === 'encode') return plan;
  const { top } = plan;
  const lines = Math.min(1080, top.height);
  const step = LADDER.findLast((each) => each.height >= lines) ?? LADDER[0];
  return { ...plan, mode: 'encode', reasons: [...plan.reasons, reason], top: { ...top, bitsPerSecond: Math.round(step.bitsPerSecond * (lines / step.height) ** 1.5) } };
}
