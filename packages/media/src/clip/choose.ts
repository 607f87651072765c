import type { FragmentIndex } from '../fmp4/index.ts';
import type { Sample } from '../fmp4/samples.ts';

/** When a frame is shown, in its track's timescale, before any edit list. */
export const shownAt = ({ start, composition }: Sample): number => start + composition;

/** A moment of the file's own presentation, in ms from its beginning, as a time of its frames. */
export const ticksOf = (index: Pick<FragmentIndex, 'timescale' | 'editMediaTime' | 'emptyEdit'>, ms: number): number =>
  Math.round((ms * index.timescale) / 1000) + index.editMediaTime - index.emptyEdit;

/**
 * Which fragments hold what is shown between two times (ticks): positions from the first to behind the last. One more on
 * each side, because frames are decoded before they are shown.
 */
export function fragmentsBetween({ fragments }: Pick<FragmentIndex, 'fragments'>, from: number, to: number): readonly [number, number] {
  let first = 0;
  while (first + 1 < fragments.count && (fragments.start[first + 1] ?? 0) + (fragments.compositionOffset[first + 1] ?? 0) <= from) first += 1;
  let end = first;
  while (end < fragments.count && (fragments.start[end] ?? 0) < to) end += 1;
  return [Math.max(0, first - 1), end];
}

/** A stretch of the sound: its frames, and how far into them it begins. */
export interface SoundCut {
  readonly samples: readonly Sample[];
  /** Ticks of the first frames that are decoded and not heard. */
  readonly skip: number;
}

/**
 * The frames of sound that are heard between two times (ticks), and those before that the decoder needs to begin well: AAC
 * builds each frame on the one before, with SBR on two.
 */
export function cutSound(samples: readonly Sample[], from: number, to: number, codec: string): SoundCut {
  const preroll = /^mp4a\.40\.(?:5|29)$/.test(codec) ? 2 : 1;
  const heard = samples.findLastIndex((sample) => sample.start <= from);
  const first = Math.max(0, heard - preroll);
  let end = first;
  while (end < samples.length && (samples[end]?.start ?? 0) < to) end += 1;
  const kept = samples.slice(first, end);
  return { samples: kept, skip: Math.max(0, from - (kept[0]?.start ?? from)) };
}

/** A stretch of the picture: what has to be encoded anew, and what is copied. */
export interface PictureCut {
  /** When each frame is shown that has to be encoded, in order (ticks); none where the stretch begins with a keyframe. */
  readonly encode: readonly number[];
  /** The first frame that a decoder needs for these: index into the samples. */
  readonly decodeFrom: number;
  /** Where encoding ends: when the first copied frame is shown, or where nothing is copied, behind the last frame (ticks). */
  readonly encodeTo: number;
  /** What is copied, in decoding order. */
  readonly copy: readonly Sample[];
  /** How far the stretch begins inside its first frame (ticks). */
  readonly skip: number;
}

/**
 * Parts the frames that are shown between two times (ticks): from the beginning to the first keyframe they are encoded anew,
 * the rest is copied. `usable` says whether a decoder can begin at a keyframe.
 * @param whole encode all of it: something is drawn into the picture
 */
export function cutPicture(samples: readonly Sample[], from: number, to: number, usable: (sample: Sample) => boolean, whole = false): PictureCut {
  const times = samples.map(shownAt).sort((a, b) => a - b);
  const begin = times.findLast((time) => time <= from) ?? times[0] ?? from;
  const key = whole ? -1 : samples.findIndex((sample) => sample.sync && shownAt(sample) >= begin && shownAt(sample) < to && usable(sample));
  const keyTime = key < 0 ? Infinity : shownAt(samples[key] ?? NOTHING);
  const last = samples.findLastIndex((sample) => shownAt(sample) < to);
  // Frames that are decoded behind the keyframe and shown before it lean on what isn't there any more.
  const copy = key < 0 ? [] : samples.slice(key, last + 1).filter((sample) => shownAt(sample) >= keyTime);
  const encode = times.filter((time) => time >= begin && time < Math.min(keyTime, to));
  const decodeFrom = Math.max(0, samples.findLastIndex((sample) => sample.sync && shownAt(sample) <= begin));
  const behind = times.find((time) => time >= to) ?? (times.at(-1) ?? to) + (samples.at(-1)?.duration ?? 1);
  return { encode, decodeFrom, encodeTo: key < 0 ? behind : keyTime, copy, skip: Math.max(0, from - begin) };
}

const NOTHING: Sample = { offset: 0, size: 0, start: 0, duration: 0, composition: 0, sync: false };
