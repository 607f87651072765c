import { voiceArgs, type VoiceSource } from '@openfloor/media';
import { buildRendition, type BuiltRendition, type RenditionFile } from '../packaging/renditions.ts';
import { piecesOf } from '../recordings.domain.ts';
import type { ChannelLevel, Rendition } from '../recordings.domain.ts';
import type { StepResult } from '../recording-steps.service.ts';
import { publishRenditions } from './publish-renditions.ts';
import type { StepContext } from './step-context.ts';

/** A copied channel whose level is further from the target than this is encoded anew, in LU. */
const COPY_TOLERANCE_LU = 3;

/** Makes the voice renditions of copied channels, and louder or softer standard ones where the copy is far off. */
export async function makeVoices(context: StepContext, renditions: readonly Rendition[], levels: readonly ChannelLevel[]): Promise<StepResult> {
  const voiced = new Set(renditions.filter((one) => one.kind === 'voice').map((one) => one.name));
  const copied = renditions.filter((one) => one.kind === 'sound' && one.copied && !voiced.has(one.name));
  const jobs = copied.map(({ name }) => {
    const gainDb = levels.find((level) => level.channel === name)?.gainDb ?? 0;
    return { key: name, gainDb, resound: Math.abs(gainDb) > COPY_TOLERANCE_LU };
  });
  const files = await encode(context, jobs);
  const built = jobs.flatMap((job) => [rendition(context, job, 'voice', files), ...(job.resound ? [rendition(context, job, 'sound', files)] : [])]);
  const fresh = [...files].filter(([, file]) => !file.kept).map(([name]) => name);
  await publishRenditions(context, fresh, built);
  return { renditions: built.map((one) => one.rendition) };
}

type Job = Omit<VoiceSource, 'path'>;
type Files = Map<string, { readonly file: RenditionFile; readonly kept: boolean }>;

/**
 * A run per channel and stretch: many side by side in one displace each other in the caches of the processor and take a sixth
 * more. What fills breaks and missing channels was made with the packaging.
 */
async function encode(context: StepContext, jobs: readonly Job[]): Promise<Files> {
  const files: Files = new Map();
  const pieces = piecesOf(context.recording.sources);
  for (const [n, piece] of pieces.entries()) {
    const part = context.recording.parts[n];
    if (!part) continue;
    const { startMs, durationMs } = part;
    const isFilled = (key: string) => piece.kind === 'break' || piece.part.silent.includes(key);
    for (const { key, resound } of jobs.filter((job) => isFilled(job.key))) {
      for (const name of [`voice-${key}${piece.suffix}.mp4`, ...(resound ? [`sound-${key}${piece.suffix}.mp4`] : [])]) {
        files.set(name, { file: await context.earlier(name, startMs, durationMs), kept: true });
      }
    }
    const here = jobs.filter((job) => !isFilled(job.key));
    for (const [j, job] of here.entries()) {
      const at = n + j / here.length;
      const run = voiceArgs({ ...job, path: context.packaged(`sound-${job.key}${piece.suffix}.mp4`).path }, context.staging.folder, piece.suffix);
      await context.ffmpeg(run.argv, durationMs, [at / pieces.length, (at + 1 / here.length) / pieces.length]);
      for (const [name, file] of await context.written(run, startMs, durationMs)) files.set(name, { file, kept: false });
    }
  }
  return files;
}

function rendition(context: StepContext, job: Job, kind: 'voice' | 'sound', files: Files): BuiltRendition {
  const own = piecesOf(context.recording.sources).flatMap((piece) => {
    const names = kind === 'voice' ? [`voice-${job.key}${piece.suffix}.mp4`] : [`sound-${job.key}${piece.suffix}.level.mp4`, `sound-${job.key}${piece.suffix}.mp4`];
    return names.map((name) => files.get(name)?.file).find((file) => file !== undefined) ?? [];
  });
  const spec = { kind, name: job.key, folder: context.folder, copied: false, gainBuiltIn: true, framesPerSecond: null, ...(kind === 'sound' && { revision: '.level' }) };
  return buildRendition(spec, own, context.recording.targetSeconds ?? 0);
}
