import { COMMON, fragmented, inputArgs } from './arguments.ts';
import { soundEncoder, voiceEncoder, type FfmpegJob, type OutputFile } from './package-args.ts';
import { gainFilter } from './sound-filters.ts';

/** A packaged sound to make renditions of, and the gain that brings it to the target. */
export interface VoiceSource {
  readonly key: string;
  readonly path: string;
  readonly gainDb: number;
  /** Also make the standard sound anew with the gain built in. */
  readonly resound: boolean;
}

// A packaged sound begins before zero, with the priming of its encoder. Left alone, ffmpeg would move that beginning to zero
// and with it everything behind: 21 ms late. So times are taken as they are, what is before zero is cut off, holes are filled.
const FROM_ZERO = 'aresample=48000:async=1:first_pts=0';

/** The voice rendition of a copied channel (and a louder or softer standard one where asked), from one decode. */
export function voiceArgs({ key, path, gainDb, resound }: VoiceSource, folder: string, suffix = ''): FfmpegJob {
  const files: OutputFile[] = [];
  const outputs: string[] = [];
  const add = (kind: 'voice' | 'sound', label: string, encoder: string[], name: string) => {
    files.push({ name, kind, id: key });
    outputs.push('-map', label, ...encoder, ...fragmented('sound'), `file:${folder}/${name}`);
  };
  add('voice', '[v]', voiceEncoder(), `voice-${key}${suffix}.mp4`);
  if (resound) add('sound', '[s]', soundEncoder(), `sound-${key}${suffix}.level.mp4`);
  const graph = `[0:a:0]${FROM_ZERO},aformat=channel_layouts=mono${gainFilter(gainDb)}${resound ? ',asplit=2[v][s]' : '[v]'}`;
  return { argv: [...COMMON, '-v', 'error', '-copyts', ...inputArgs([{ path, shiftSeconds: 0 }]), '-filter_complex', graph, ...outputs], files };
}
