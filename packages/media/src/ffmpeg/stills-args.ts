import { COMMON, inputArgs, type FfmpegInput } from './arguments.ts';

/** Storyboard sheets: small pictures in a grid, one every few seconds. */
export interface SheetSpec {
  readonly everySeconds: number;
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** File name with a counter, as ffmpeg's image2 writes it: `storyboard-%03d.jpg`. */
  readonly pattern: string;
}

/** Filter chain from full frames to sheets. Each tile shows the frame at the start of its interval. */
export function sheetFilter(sheet: SheetSpec): string {
  const size = `${sheet.tileWidth}:${sheet.tileHeight}`;
  // Pixels of broadcast pictures may be wider than high: first as it is shown, then as large as the tile.
  const fit = `scale=iw*sar:ih,setsar=1,scale=${size}:force_original_aspect_ratio=decrease:flags=bilinear,pad=${size}:-1:-1,setsar=1`;
  return `fps=1/${sheet.everySeconds}:start_time=0:round=up,${fit},format=yuvj420p,tile=${sheet.columns}x${sheet.rows}`;
}

/** Encoder options of the sheets. */
export const sheetEncoder = (): string[] => ['-c:v', 'mjpeg', '-q:v', '6', '-fps_mode', 'vfr', '-f', 'image2', '-fflags', '+bitexact', '-flags', '+bitexact'];

/** Storyboard by decoding keyframes only: a twelfth of the CPU of a full decode; a tile is at most one keyframe distance off. */
export function storyboardArgs(input: FfmpegInput, sheet: SheetSpec, folder: string): string[] {
  return [
    ...COMMON, '-v', 'error', '-skip_frame', 'nokey', ...inputArgs([input]), '-an',
    '-vf', sheetFilter(sheet), ...sheetEncoder(), `file:${folder}/${sheet.pattern}`,
  ];
}

/** One picture from about `atSeconds` on the source's own clock, at most 1280 wide. */
export function posterArgs(input: FfmpegInput, track: number, atSeconds: number, output: string): string[] {
  return [
    ...COMMON, '-v', 'error', '-ss', String(atSeconds), '-noaccurate_seek', ...inputArgs([{ ...input, shiftSeconds: 0 }]),
    '-map', `0:v:${track}`, '-frames:v', '1', '-vf', "thumbnail=12,scale=iw*sar:ih,setsar=1,scale='min(1280,iw)':-2,setsar=1,format=yuvj420p",
    '-c:v', 'mjpeg', '-q:v', '4', '-f', 'image2', '-update', '1', '-fflags', '+bitexact', '-flags', '+bitexact', `file:${output}`,
  ];
}
