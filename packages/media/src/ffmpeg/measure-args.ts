import type { PartPlan, SoundPlan } from '../plan/index.ts';
import { COMMON, inputArgs, type FfmpegInput } from './arguments.ts';
import { trackOf } from './package-args.ts';
import { onTimeline } from './sound-filters.ts';

/** One channel to measure: ffmpeg's name of the sound (`0:a:0`) and filters that put it on the timeline. */
export interface MeasureTarget {
  readonly key: string;
  readonly track: string;
  readonly chain: string;
}

/** A measuring run: the command line, and which channel's envelope comes out of which file descriptor. */
export interface MeasureJob {
  readonly argv: readonly string[];
  /** File descriptor by channel key, from 3 on (4 with `-progress` on 3). */
  readonly pipes: ReadonlyMap<string, number>;
}

/** Channels of a part that are going to be encoded, measured on the source. */
export function targetsOnSource(plan: PartPlan, sounds: readonly SoundPlan[]): MeasureTarget[] {
  return sounds.map((sound) => ({ key: sound.key, track: trackOf(sound), chain: `${onTimeline(sound, plan.durationMs)},` }));
}

/**
 * Loudness by EBU R128 with true peaks, a 10 Hz loudness envelope and a count of clipped samples per channel, from one decode.
 * The log must be read at level `info`: the summaries are there, named `ebur128@KEY` and `volumedetect@KEY`.
 */
export function measureArgs(inputs: readonly FfmpegInput[], targets: readonly MeasureTarget[], firstPipe: number): MeasureJob {
  const pipes = new Map(targets.map(({ key }, n) => [key, firstPipe + n]));
  const graph = targets.map(({ key, track, chain }, n) => {
    const name = instanceName(key);
    return `[${track}]${chain}asplit=2[e${n}][c${n}];` +
      `[e${n}]ebur128@${name}=peak=true:metadata=1:framelog=verbose,ametadata=mode=print:key=lavfi.r128.M:file=pipe\\\\:${firstPipe + n}[m${n}];` +
      `[c${n}]volumedetect@${name}[v${n}]`;
  });
  return { argv: [...COMMON, '-v', 'info', ...inputArgs(inputs), '-filter_complex', graph.join(';'), ...targets.flatMap((_, n) => ['-map', `[m${n}]`, '-map', `[v${n}]`]), '-f', 'null', '-'], pipes };
}

/** Filter instance names take letters, digits and `_` only. */
export const instanceName = (key: string): string => key.replaceAll(/[^A-Za-z0-9]/g, '_');
