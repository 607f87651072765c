import { COMMON, inputArgs } from './arguments.ts';

/** Samples per second of what is heard for recognition and alignment. */
export const HEARING_RATE = 16_000;

// Decoders need what was before: the first frames after a jump are not what they would have been.
const RUN_UP_SECONDS = 1;

/**
 * A stretch of a packaged sound as 16-bit mono samples on stdout, exact to the sample; what the file lacks at its end is
 * missing there too.
 */
export function hearArgs(path: string, fromSeconds: number, toSeconds: number): string[] {
  const jump = Math.max(0, fromSeconds - RUN_UP_SECONDS);
  // Times are taken as they are, so that priming before zero is cut off and holes are filled; see `voiceArgs`.
  const chain = `aresample=${HEARING_RATE}:async=1:first_pts=${Math.round(jump * HEARING_RATE)},atrim=start=${fromSeconds}:end=${toSeconds},aformat=sample_fmts=s16:channel_layouts=mono`;
  return [
    ...COMMON, '-v', 'error', '-copyts', ...(jump > 0 ? ['-ss', String(jump)] : []), ...inputArgs([{ path, shiftSeconds: 0 }]),
    '-map', '0:a:0', '-af', chain, '-f', 's16le', 'pipe:1',
  ];
}
