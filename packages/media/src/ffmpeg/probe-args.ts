import { SAFE_INPUT } from './arguments.ts';

const QUIET = ['-v', 'error', ...SAFE_INPUT];

/** ffprobe: format and streams as JSON. Transport streams need a long look until a late track shows up. */
export const probeArgs = (path: string): string[] => [
  ...QUIET, '-analyzeduration', '20M', '-probesize', '20M', '-show_format', '-show_streams', '-of', 'json', `file:${path}`,
];

/** ffprobe: the packets of the first three seconds, to see where each track begins. */
export const firstPacketsArgs = (path: string): string[] => [
  ...QUIET, '-show_entries', 'packet=codec_type,stream_index,pts_time,flags', '-read_intervals', '%+3', '-of', 'csv=p=0', `file:${path}`,
];

/** ffprobe: picture packets of `windowSeconds` at the beginning, the middle and near the end, to see how far keyframes are apart. */
export function keyframesArgs(path: string, startSeconds: number, durationSeconds: number, windowSeconds = 24): string[] {
  const at = [0, durationSeconds / 2, durationSeconds - 2 * windowSeconds].filter((from, n) => n === 0 || from > windowSeconds * 2);
  const intervals = at.map((from) => `${(startSeconds + from).toFixed(3)}%+${windowSeconds}`).join(',');
  return [
    ...QUIET, '-select_streams', 'v:0', '-show_entries', 'packet=codec_type,stream_index,pts_time,flags',
    '-read_intervals', intervals, '-of', 'csv=p=0', `file:${path}`,
  ];
}
