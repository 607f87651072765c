import { HEAD_SET_ID } from '../clip/index.ts';
import { COMMON, fragmented, SAFE_INPUT } from './arguments.ts';

/** Frames of a picture to be encoded anew. */
export interface ClipPictureSpec {
  /** A fragmented MP4 file that begins with a keyframe. */
  readonly path: string;
  /** When the first of them is shown, and the first that isn't one of them, in the track's own timescale, before its edit list. */
  readonly from: number;
  readonly to: number;
  readonly frames: number;
  /** Name of a file of subtitles (ASS) in the folder in which ffmpeg runs, to be drawn into them; null for none. */
  readonly subtitles: string | null;
  /** Ticks from the beginning of the subtitles to `from`; may be negative. */
  readonly subtitlesAt: number;
  readonly target: string;
}

/** Frames a second that ffmpeg's progress counts by: the real times are those of the frames that were replaced. */
export const CLIP_PROGRESS_FRAMES = 25;

/**
 * Encodes frames one for one and in their order, so that each keeps the time it had. Their parameter sets are called by a
 * number of their own, so that they can stand in one track with the frames that are copied.
 */
export function clipPictureArgs({ path, from, to, frames, subtitles, subtitlesAt, target }: ClipPictureSpec): string[] {
  const drawn = subtitles === null ? [] : [`setpts=PTS-${from}+${subtitlesAt}`, `ass=${subtitles}`];
  const quality = subtitles === null ? ['-preset', 'superfast', '-crf', '17', '-g', '9999'] : ['-preset', 'veryfast', '-crf', '21', '-g', '100'];
  return [
    ...COMMON, '-v', 'error', ...SAFE_INPUT, '-ignore_editlist', '1', '-copyts', '-i', `file:${path}`, '-map', '0:v:0',
    '-vf', [`trim=start_pts=${from}:end_pts=${to}`, ...drawn, `setpts=N/(${CLIP_PROGRESS_FRAMES}*TB)`, 'format=yuv420p'].join(','),
    '-fps_mode', 'passthrough', '-frames:v', `${frames}`,
    // Without frames that are shown in another order than they are decoded in.
    '-c:v', 'libx264', ...quality, '-profile:v', 'high', '-bf', '0', '-sc_threshold', '0', '-x264-params', `sps-id=${HEAD_SET_ID}`,
    ...fragmented('picture'), `file:${target}`,
  ];
}
