import { SAFE_INPUT } from './arguments.ts';

const QUIET = ['-v', 'error', ...SAFE_INPUT];

/** What is asked of each packet, and how it is written: the columns that `readPackets` takes. */
const PACKETS = ['-show_entries', 'packet=codec_type,stream_index,pts_time,duration_time,flags:packet_side_data=side_data_type', '-of', 'csv=p=0'];

/**
 * ffprobe: format and streams as JSON. Transport streams need a long look until a late track shows up. Warnings are on,
 * because one of them says that the duration is only an estimate (`isEstimate`).
 */
export const probeArgs = (path: string): string[] => [
  '-v', 'warning', ...SAFE_INPUT, '-analyzeduration', '20M', '-probesize', '20M', '-show_format', '-show_streams', '-of', 'json', `file:${path}`,
];

/** Whether a line of the log of `probeArgs` says that the duration was guessed from size and bit rate, as for MP3 without a header. */
export const isEstimate = (line: string): boolean => line.includes('Estimating duration from bitrate');

/** ffprobe: the packets of the first three seconds, to see where each track begins. */
export const firstPacketsArgs = (path: string): string[] => [...QUIET, ...PACKETS, '-read_intervals', '%+3', `file:${path}`];

/** ffprobe: the first packet of one track, wherever it is; nothing for an empty track. Reads the file up to there. */
export const firstOfTrackArgs = (path: string, index: number): string[] => [
  ...QUIET, ...PACKETS, '-select_streams', String(index), '-read_intervals', '%+#1', `file:${path}`,
];

/** ffprobe: the packets from a place to the end, to see whether the file really reaches as far as it says. */
export const tailArgs = (path: string, fromSeconds: number): string[] => [...QUIET, ...PACKETS, '-read_intervals', `${fromSeconds.toFixed(3)}%`, `file:${path}`];

/** ffprobe: every packet, for files that don't say how long they are. */
export const everyPacketArgs = (path: string): string[] => [...QUIET, ...PACKETS, `file:${path}`];

/** ffprobe: packets of one stream, a picture, for `windowSeconds` at the beginning, the middle and near the end, to see how far keyframes are apart. */
export function keyframesArgs(path: string, index: number, startSeconds: number, durationSeconds: number, windowSeconds = 24): string[] {
  // So far apart that the hole between two windows is never taken for a keyframe distance: a window begins at the keyframe
  // before its time, and what is longer than half a minute counts as a jump.
  const apart = windowSeconds + 42;
  const at = [0, durationSeconds / 2, durationSeconds - 2 * windowSeconds]
    .reduce<number[]>((kept, from) => (from - (kept.at(-1) ?? -Infinity) >= apart ? [...kept, from] : kept), []);
  const intervals = at.map((from) => `${(startSeconds + from).toFixed(3)}%+${windowSeconds}`).join(',');
  return [...QUIET, ...PACKETS, '-select_streams', String(index), '-read_intervals', intervals, `file:${path}`];
}
