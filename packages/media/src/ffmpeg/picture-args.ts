import type { PicturePlan, Rung } from '../plan/index.ts';
import { COMMON, fragmented, inputArgs, type FfmpegInput } from './arguments.ts';
import type { FfmpegJob, OutputFile } from './package-args.ts';
import { sheetEncoder, sheetFilter, type SheetSpec } from './stills-args.ts';

/** What one decode of a picture is turned into. */
export interface PictureJobSpec {
  readonly input: FfmpegInput;
  /** ffmpeg's name of the picture in that input: `0:v:0`. */
  readonly track: number;
  readonly kind: 'picture' | 'second-picture';
  readonly plan: Pick<PicturePlan, 'framesPerSecond' | 'interlaced' | 'blackSeconds'>;
  readonly rungs: readonly Rung[];
  /** Where every rung starts a segment, in seconds: the copied rung's segment starts, or null for one every 2 s. */
  readonly keyframes: readonly number[] | null;
  /** Storyboard sheets from the same decode, or null. */
  readonly sheets: SheetSpec | null;
  readonly folder: string;
  readonly suffix?: string;
}

/** Encodes all rungs (and the storyboard) from one decode of the picture. */
export function pictureArgs(spec: PictureJobSpec): FfmpegJob {
  const ways = spec.rungs.length + (spec.sheets ? 1 : 0);
  const labels = Array.from({ length: ways }, (_, n) => `[d${n}]`);
  const graph = [`[0:v:${spec.track}]${prepare(spec.plan)}split=${ways}${labels.join('')}`];
  const outputs: string[] = [];
  const files: OutputFile[] = [];
  spec.rungs.forEach((rung, n) => {
    const name = `${spec.kind}-${rung.id}${spec.suffix ?? ''}.mp4`;
    graph.push(`[d${n}]scale=${rung.width}:${rung.height}:flags=bicubic,setsar=1,format=yuv420p[r${n}]`);
    outputs.push('-map', `[r${n}]`, ...x264(rung, spec), ...fragmented('picture'), `file:${spec.folder}/${name}`);
    files.push({ name, kind: spec.kind, id: rung.id });
  });
  if (spec.sheets) {
    graph.push(`[d${ways - 1}]${sheetFilter(spec.sheets)}[sheets]`);
    outputs.push('-map', '[sheets]', ...sheetEncoder(), `file:${spec.folder}/${spec.sheets.pattern}`);
  }
  return { argv: [...COMMON, '-v', 'error', ...inputArgs([spec.input]), '-filter_complex', graph.join(';'), ...outputs], files };
}

function prepare(plan: PictureJobSpec['plan']): string {
  const steps = [
    ...(plan.interlaced ? ['yadif=deint=interlaced'] : []),
    // A constant rate from zero on: what comes late is preceded by black, what is early is dropped. tpad delays each frame
    // by what it puts before the first, so the first has to be at zero before it.
    `fps=${plan.framesPerSecond}:start_time=${plan.blackSeconds > 0 ? plan.blackSeconds : 0}`,
    ...(plan.blackSeconds > 0 ? [`setpts=PTS-STARTPTS,tpad=start_duration=${plan.blackSeconds}:color=black`] : []),
  ];
  return `${steps.join(',')},`;
}

// Linux takes 128 KiB in one argument, which times of 14 hours fill. Longer recordings get a keyframe wherever the copied
// picture has one: some more than are needed, but all of those that are.
const LONGEST_LIST = 120_000;

function x264(rung: Rung, spec: PictureJobSpec): string[] {
  const gop = Math.ceil(spec.plan.framesPerSecond * 10);
  const listed = spec.keyframes?.map(keyframeTime(spec)).join(',');
  const forced = listed === undefined ? 'expr:gte(t,n_forced*2)' : listed.length > LONGEST_LIST ? 'source' : listed;
  return [
    '-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high',
    // Whole frames side by side and a bounded rate together make another stream each time; slices make the same one.
    '-x264-params', `sliced-threads=1:threads=${rung.height > 540 ? 4 : 2}`,
    '-b:v', `${rung.bitsPerSecond}`, '-maxrate', `${Math.round(rung.bitsPerSecond * 1.2)}`, '-bufsize', `${rung.bitsPerSecond * 2}`,
    '-g', `${gop}`, '-keyint_min', '1', '-sc_threshold', '0', '-force_key_frames', forced,
  ];
}

/** Half a frame early: ffmpeg forces the first frame at or after a time, and frame times are rounded. */
const keyframeTime = (spec: PictureJobSpec) => (seconds: number): string =>
  Math.max(0, seconds - 0.5 / spec.plan.framesPerSecond).toFixed(3);
