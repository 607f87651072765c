import { COMMON, fragmented } from './arguments.ts';
import { soundEncoder, voiceEncoder, type FfmpegJob, type OutputFile } from './package-args.ts';

/** Silence for channels that a part doesn't have, as long as the part. */
export function silenceArgs(keys: readonly string[], durationMs: number, folder: string, suffix = ''): FfmpegJob {
  const files: OutputFile[] = [];
  const outputs: string[] = [];
  for (const key of keys) {
    for (const [kind, encoder] of [['sound', soundEncoder()], ['voice', voiceEncoder()]] as const) {
      const name = `${kind}-${key}${suffix}.mp4`;
      files.push({ name, kind, id: key });
      outputs.push('-map', '0:a', '-t', seconds(durationMs), ...encoder, ...fragmented('sound'), `file:${folder}/${name}`);
    }
  }
  return { argv: [...COMMON, '-v', 'error', '-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=mono', ...outputs], files };
}

/** Black for a break between two parts, one picture that stands for every rung; a frame a second is enough. */
export function blackArgs(size: { readonly width: number; readonly height: number }, durationMs: number, folder: string, suffix = ''): FfmpegJob {
  const name = `picture-break${suffix}.mp4`;
  return {
    argv: [
      ...COMMON, '-v', 'error', '-f', 'lavfi', '-i', `color=black:s=${size.width}x${size.height}:r=1`, '-t', seconds(durationMs),
      '-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-pix_fmt', 'yuv420p', '-g', '4', '-bf', '0',
      ...fragmented('picture'), `file:${folder}/${name}`,
    ],
    files: [{ name, kind: 'picture', id: 'break' }],
  };
}

const seconds = (ms: number) => (ms / 1000).toFixed(3);
