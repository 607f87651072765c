import { COMMON, SAFE_INPUT } from './arguments.ts';

/** A recording may begin between two keyframes; until the next one nothing of the picture can be shown. */
const LIMITS = { video: ['-t', '30', '-frames:v', '2'], audio: ['-t', '2'] } as const;

/**
 * ffmpeg: decodes a little of some tracks of one kind (`video:0`, or `audio:2` and others) and prints a line per
 * decoded frame (`framecrc`), to see whether they can be played at all.
 * @param fromSeconds where to begin, counted from the file's first timestamp
 */
export function trialArgs(path: string, tracks: readonly string[], fromSeconds: number): string[] {
  return [
    // Whatever share of it is damaged, what counts is whether anything can be played.
    ...COMMON, '-v', 'error', '-max_error_rate', '1', ...SAFE_INPUT, ...(fromSeconds > 0 ? ['-ss', fromSeconds.toFixed(3)] : []), '-i', `file:${path}`,
    ...tracks.flatMap((track) => ['-map', `0:${track.replace('video', 'v').replace('audio', 'a')}`]),
    ...(tracks[0]?.startsWith('video') === true ? LIMITS.video : LIMITS.audio), '-f', 'framecrc', '-',
  ];
}

/** Which of the tracks (by their place in the list of `trialArgs`) gave anything. */
export function playedTracks(framecrc: string): ReadonlySet<number> {
  return new Set(framecrc.split('\n').filter((line) => /^\d/.test(line)).map((line) => Number.parseInt(line, 10)));
}
