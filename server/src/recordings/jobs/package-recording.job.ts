import { availableParallelism } from 'node:os';
import { blackArgs, encodedInstead, endSeconds, packageRuns, silenceArgs, targetDuration, targetsOnSource, type FfmpegJob } from '@openfloor/media';
import { combine, gainOf, measureChannels, type MeasuredChannel } from '../packaging/measuring.ts';
import { keepMeasurement } from '../packaging/measurements.ts';
import { buildRendition, segmentsOfFile, type BuiltRendition, type RenditionFile } from '../packaging/renditions.ts';
import { piecesOf, type PackagedPart, type Piece, type RecordingPart, type RecordingSources } from '../recordings.domain.ts';
import type { StepResult } from '../recording-steps.service.ts';
import { timeMapOf } from '../timeline.domain.ts';
import { publishRenditions } from './publish-renditions.ts';
import type { StepContext } from './step-context.ts';

/** Segments of renditions that come later may be this long (seconds) without a new target duration. */
const LEAST_TARGET_SECONDS = 6;
/** A third run would read the source once more for little. */
const MOST_RUNS = 2;
/** A copied picture whose keyframes turn out to be further apart than this makes no usable segments. */
const MOST_SEGMENT_SECONDS = 10.5;

/** Makes a recording watchable: copies what can be copied, encodes the sounds that can't, writes the playlists. */
export async function packageRecording(context: StepContext): Promise<StepResult> {
  const { sources } = context.recording;
  const measured = await measureEncoded(context);
  const gains = new Map([...measured].map(([key, one]) => [key, gainOf(one)]));
  const pieces = piecesOf(sources);
  const files = new Map<string, RenditionFile>();
  const packaged: PackagedPart[] = [];
  let startMs = 0;
  for (const [n, piece] of pieces.entries()) {
    const share = [0.3 + (0.7 * n) / pieces.length, 0.3 + (0.7 * (n + 1)) / pieces.length] as const;
    const made = piece.kind === 'break' ? await fillBreak(context, piece, startMs) : await packagePart(context, piece, gains, startMs, share);
    made.files.forEach((file, name) => files.set(name, file));
    packaged.push({ startMs, durationMs: made.durationMs, segmentStarts: made.segmentStarts });
    startMs += made.durationMs;
  }
  const unfit = [...files.values()].some((file) => file.index.kind === 'video' && segmentsOfFile(file.index).some((s) => s.durationSeconds > MOST_SEGMENT_SECONDS));
  const fit = unfit ? withEncodedPictures(sources) : sources;
  const targetSeconds = targetDuration(
    [...files].filter(([name]) => !unfit || !name.startsWith('picture-')).map(([, file]) => segmentsOfFile(file.index)), LEAST_TARGET_SECONDS);
  const renditions = [...sounds(context, files, pieces, targetSeconds, measured), ...(unfit ? [] : pictures(context, files, pieces, targetSeconds))];
  const kept = unfit ? [...files.keys()].filter((name) => !/^(second-)?picture-\d/.test(name)) : [...files.keys()];
  await publishRenditions(context, kept, renditions);
  for (const one of measured.values()) await keepMeasurement(context.blobs, context.folder, one);
  return {
    renditions: renditions.map((one) => one.rendition),
    levels: [...measured.values()].map((one) => ({
      channel: one.key, integratedLufs: finite(one.integratedLufs), truePeakDbtp: finite(one.truePeakDbtp), gainDb: gains.get(one.key) ?? 0, findings: [],
    })),
    patch: { parts: unfit ? packaged.map((part) => ({ ...part, segmentStarts: null })) : packaged, durationMs: startMs, targetSeconds },
    ...(unfit && { sources: fit }),
    also: async (repo, now) => {
      for (const file of context.files) await repo.addTimeMap(file.id, timeMapOf(file.name, sources, packaged), now);
    },
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Loudness of the sounds that are about to be encoded, so that the gain goes in with the encoding. */
async function measureEncoded(context: StepContext): Promise<Map<string, MeasuredChannel>> {
  const found = new Map<string, MeasuredChannel[]>();
  for (const piece of piecesOf(context.recording.sources)) {
    if (piece.kind === 'break') continue;
    const { plan } = piece.part;
    const targets = targetsOnSource(plan, plan.sounds.filter((sound) => sound.mode === 'encode'));
    const measured = await measureChannels((argv, io) => context.ffmpeg(argv, plan.durationMs, [0, 0.3], io), await context.inputs(piece.part), targets, piece.startMs);
    for (const one of measured) found.set(one.key, [...(found.get(one.key) ?? []), one]);
  }
  return new Map([...found].map(([key, stretches]) => [key, combine(stretches)]));
}

interface MadePiece {
  readonly files: Map<string, RenditionFile>;
  readonly durationMs: number;
  readonly segmentStarts: readonly number[] | null;
}

async function packagePart(
  context: StepContext, piece: Extract<Piece, { kind: 'recorded' }>, gains: ReadonlyMap<string, number>, startMs: number, share: readonly [number, number],
): Promise<MadePiece> {
  const { plan } = piece.part;
  const runs = packageRuns({ ...plan, inputs: await context.inputs(piece.part) }, gains, context.staging.folder, piece.suffix, Math.min(MOST_RUNS, availableParallelism()));
  await context.runTogether(runs, plan.durationMs, share);
  const files = await context.written({ files: runs.flatMap((run) => run.files) }, startMs, plan.durationMs);
  const picture = plan.picture?.mode === 'copy' ? files.get(`picture-${plan.picture.top.id}${piece.suffix}.mp4`) : undefined;
  const durationMs = picture ? trueDuration(Math.round(endSeconds(picture.index) * 1000), plan.durationMs) : plan.durationMs;
  if (piece.part.silent.length > 0) {
    await fill(context, silenceArgs(piece.part.silent, durationMs, context.staging.folder, piece.suffix), startMs, durationMs, files);
  }
  const size = someSize(context.recording.sources);
  const lacks = (plan.picture === null && has(context.recording.sources, 'picture')) || (plan.secondPicture === null && has(context.recording.sources, 'secondPicture'));
  if (lacks && size) await fill(context, blackArgs(size, durationMs, context.staging.folder, piece.suffix), startMs, durationMs, files);
  const exact = new Map([...files].map(([name, file]) => [name, { ...file, durationMs }]));
  return { files: exact, durationMs, segmentStarts: picture ? segmentsOfFile(picture.index).map((segment) => segment.startSeconds) : null };
}

/** Containers round by a few frames; the packaged picture knows better. */
const ROUNDING_MS = 100;

/**
 * What was planned is right where the difference is more than rounding: the sound goes on after the picture, or frames
 * at varying distances are reordered, of which a packaged file tells when they are decoded, not when the last one ends.
 */
const trueDuration = (measuredMs: number, plannedMs: number): number => (Math.abs(plannedMs - measuredMs) > ROUNDING_MS ? plannedMs : measuredMs);

async function fillBreak(context: StepContext, piece: Extract<Piece, { kind: 'break' }>, startMs: number): Promise<MadePiece> {
  const files = new Map<string, RenditionFile>();
  const { durationMs, suffix } = piece;
  await fill(context, silenceArgs(context.recording.sources.channels.map((channel) => channel.key), durationMs, context.staging.folder, suffix), startMs, durationMs, files);
  const size = someSize(context.recording.sources);
  if (size) await fill(context, blackArgs(size, durationMs, context.staging.folder, suffix), startMs, durationMs, files);
  return { files, durationMs, segmentStarts: null };
}

async function fill(context: StepContext, job: FfmpegJob, startMs: number, durationMs: number, files: Map<string, RenditionFile>): Promise<void> {
  await context.ffmpeg(job.argv, durationMs, [0.3, 0.3]);
  (await context.written(job, startMs, durationMs)).forEach((file, name) => files.set(name, file));
}

const has = ({ parts }: RecordingSources, kind: 'picture' | 'secondPicture'): boolean => parts.some(({ plan }) => plan[kind] !== null);

const someSize = ({ parts }: RecordingSources) => (parts.find(({ plan }) => plan.picture)?.plan.picture ?? parts.find(({ plan }) => plan.secondPicture)?.plan.secondPicture)?.top;

function sounds(
  context: StepContext, files: ReadonlyMap<string, RenditionFile>, pieces: readonly Piece[], targetSeconds: number, measured: ReadonlyMap<string, MeasuredChannel>,
): BuiltRendition[] {
  return context.recording.sources.channels.flatMap(({ key }) => (['sound', 'voice'] as const).flatMap((kind) => {
    const own = pieces.map((piece) => files.get(`${kind}-${key}${piece.suffix}.mp4`));
    if (own.some((file) => file === undefined)) return [];
    const copied = pieces.some((piece) => piece.kind === 'recorded' && piece.part.plan.sounds.some((sound) => sound.key === key && sound.mode === 'copy'));
    const spec = { kind, name: key, folder: context.folder, copied: copied && kind === 'sound', gainBuiltIn: measured.has(key) && !copied, framesPerSecond: null };
    return [buildRendition(spec, own.flatMap((file) => file ?? []), targetSeconds)];
  }));
}

function pictures(context: StepContext, files: ReadonlyMap<string, RenditionFile>, pieces: readonly Piece[], targetSeconds: number): BuiltRendition[] {
  return (['picture', 'second-picture'] as const).flatMap((kind) => {
    const plans = context.recording.sources.parts.map(({ plan }) => (kind === 'picture' ? plan.picture : plan.secondPicture));
    const plan = plans.find((one) => one !== null);
    if (!plan || plans.some((one) => one?.mode === 'encode')) return [];
    const own = pieces.map((piece) => files.get(`${kind}-${plan.top.id}${piece.suffix}.mp4`) ?? files.get(`picture-break${piece.suffix}.mp4`));
    if (own.some((file) => file === undefined)) return [];
    return [buildRendition(
      { kind, name: plan.top.id, folder: context.folder, copied: true, gainBuiltIn: false, framesPerSecond: plan.framesPerSecond },
      own.flatMap((file) => file ?? []), targetSeconds,
    )];
  });
}

function withEncodedPictures(sources: RecordingSources): RecordingSources {
  const encoded = (part: RecordingPart): RecordingPart => ({
    ...part, plan: { ...part.plan, picture: part.plan.picture && encodedInstead(part.plan.picture, 'keyframes') },
  });
  return { ...sources, parts: sources.parts.map(encoded) };
}
