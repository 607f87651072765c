import { measureFfmpeg, type Cost } from './measure/bare.ts';

/** The sizes that the server makes of a 1080p picture. */
export const RUNGS = [
  { width: 1920, height: 1080, bits: 3_500_000 },
  { width: 1280, height: 720, bits: 1_800_000 },
  { width: 640, height: 360, bits: 500_000 },
] as const;

const fragmented = (kind: 'picture' | 'sound') => ['-movflags', `+delay_moov+default_base_moof${kind === 'picture' ? '+frag_keyframe' : ''}`, ...(kind === 'sound' ? ['-frag_duration', '4000000'] : []), '-f', 'mp4'];

/** Loudness of all tracks in one pass. */
export const bareLoudnessPass = (source: string, tracks: readonly number[], folder: string): Promise<Cost> =>
  measureFfmpeg([
    '-i', source, '-filter_complex', tracks.map((track) => `[0:a:${track}]ebur128=peak=true:framelog=verbose[m${track}]`).join(';'),
    ...tracks.flatMap((track) => ['-map', `[m${track}]`]), '-f', 'null', '-',
  ], folder);

/** One command that makes every size, the storyboard, and a standard and a voice rendition of every track. */
export function bareOnePass(source: string, tracks: readonly number[], folder: string): Promise<Cost> {
  const pictures = RUNGS.map(({ width, height }, n) => `[p${n}]scale=${width}:${height}:flags=bicubic,format=yuv420p[r${n}]`);
  const sheets = `[p${RUNGS.length}]fps=1/2:start_time=0:round=up,scale=160:90:flags=bilinear,format=yuvj420p,tile=10x10[sheets]`;
  const sounds = tracks.map((track) => `[0:a:${track}]aresample=48000,aformat=channel_layouts=mono,volume=2dB:precision=float,asplit=2[s${track}][v${track}]`);
  const split = `[0:v:0]fps=25,split=${RUNGS.length + 1}${RUNGS.map((_, n) => `[p${n}]`).join('')}[p${RUNGS.length}]`;
  return measureFfmpeg([
    '-i', source, '-filter_complex', [split, ...pictures, sheets, ...sounds].join(';'),
    ...RUNGS.flatMap(({ height, bits }, n) => ['-map', `[r${n}]`, ...x264(bits), ...fragmented('picture'), `picture-${height}.mp4`]),
    '-map', '[sheets]', '-c:v', 'mjpeg', '-q:v', '6', '-fps_mode', 'vfr', '-f', 'image2', 'sheet-%03d.jpg',
    ...tracks.flatMap((track) => [
      '-map', `[s${track}]`, '-c:a', 'aac', '-b:a', '64k', ...fragmented('sound'), `sound-${track}.mp4`,
      '-map', `[v${track}]`, '-c:a', 'aac', '-b:a', '24k', '-ar', '24000', ...fragmented('sound'), `voice-${track}.mp4`,
    ]),
  ], folder);
}

/** The poster. */
export const barePoster = (source: string, atSeconds: number, folder: string): Promise<Cost> =>
  measureFfmpeg(['-ss', String(atSeconds), '-noaccurate_seek', '-i', source, '-vf', 'thumbnail=12,scale=1280:-2', '-frames:v', '1', '-q:v', '4', 'poster.jpg'], folder);

const x264 = (bits: number): string[] => [
  '-c:v', 'libx264', '-preset', 'veryfast', '-b:v', `${bits}`, '-maxrate', `${bits * 1.2}`, '-bufsize', `${bits * 2}`,
  '-g', '250', '-keyint_min', '1', '-sc_threshold', '0', '-force_key_frames', 'expr:gte(t,n_forced*2)',
];
