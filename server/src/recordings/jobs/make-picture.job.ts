import { pictureArgs, type FfmpegInput, type PicturePlan, type Rung } from '@openfloor/media';
import { buildRendition, type RenditionFile } from '../packaging/renditions.ts';
import { sheetsFor, sheetsIn, storyboardOf } from '../packaging/storyboard.ts';
import { piecesOf, type PackagedPart, type Piece } from '../recordings.domain.ts';
import type { StepResult } from '../recording-steps.service.ts';
import { publishRenditions } from './publish-renditions.ts';
import type { StepContext } from './step-context.ts';

type Kind = 'picture' | 'second-picture';
type Recorded = Extract<Piece, { kind: 'recorded' }>;

/** What has to be encoded of one picture: all of it, or the sizes below the copied one. */
interface Work {
  readonly kind: Kind;
  readonly plan: PicturePlan;
  readonly rungs: readonly Rung[];
}

/** Encodes what is missing of the picture, every size (and, where nothing was copied, the storyboard) from one decode. */
export async function makePictures(context: StepContext): Promise<StepResult> {
  const files = new Map<string, RenditionFile>();
  const works = (['picture', 'second-picture'] as const).flatMap((kind) => workOf(context, kind));
  const pieces = piecesOf(context.recording.sources);
  for (const [n, piece] of pieces.entries()) {
    const part = context.recording.parts[n];
    if (!part) continue;
    for (const [w, work] of works.entries()) {
      const at = (n * works.length + w) / (pieces.length * works.length);
      const share = [at, at + 1 / (pieces.length * works.length)] as const;
      const own = piece.kind === 'recorded' && planOf(piece, work.kind) ? await encode(context, work, piece, part, share) : await black(context, work, piece, part);
      own.forEach((file, name) => files.set(name, file));
    }
  }
  const built = works.flatMap((work) => work.rungs.map((rung) => buildRendition(
    { kind: work.kind, name: rung.id, folder: context.folder, copied: false, gainBuiltIn: false, framesPerSecond: work.plan.framesPerSecond },
    pieces.flatMap((piece) => files.get(`${work.kind}-${rung.id}${piece.suffix}.mp4`) ?? []),
    context.recording.targetSeconds ?? 0,
  )));
  const sheets = await sheetsIn(context.staging.folder);
  const storyboard = sheets.length > 0 ? await storyboardOf(context, sheets) : null;
  const made = [...files.values()].map((file) => file.key.slice(file.key.lastIndexOf('/') + 1)).filter((name) => !name.startsWith('picture-break'));
  await publishRenditions(context, [...new Set(made), ...sheets], built);
  return { renditions: built.map((one) => one.rendition), ...(storyboard && { patch: { storyboard } }) };
}

function planOf(piece: Recorded, kind: Kind): PicturePlan | null {
  return kind === 'picture' ? piece.part.plan.picture : piece.part.plan.secondPicture;
}

function workOf(context: StepContext, kind: Kind): Work[] {
  const plan = context.recording.sources.parts.map(({ plan: one }) => (kind === 'picture' ? one.picture : one.secondPicture)).find((one) => one !== null);
  if (!plan) return [];
  // A second picture is small on the screen: one size of it is enough.
  const lower = kind === 'picture' ? plan.lower : [];
  const rungs = plan.mode === 'copy' ? lower : [plan.top, ...lower];
  return rungs.length === 0 ? [] : [{ kind, plan, rungs }];
}

async function encode(context: StepContext, work: Work, piece: Recorded, part: PackagedPart, share: readonly [number, number]): Promise<Map<string, RenditionFile>> {
  const plan = planOf(piece, work.kind) ?? work.plan;
  const copied = plan.mode === 'copy';
  const source: FfmpegInput | undefined = copied
    ? context.packaged(`${work.kind}-${plan.top.id}${piece.suffix}.mp4`)
    : (await context.inputs(piece.part))[plan.source];
  if (!source) return new Map();
  const run = pictureArgs({
    input: source, track: copied ? 0 : plan.track, kind: work.kind,
    plan: copied ? { ...plan, interlaced: false, blackSeconds: 0 } : plan,
    rungs: work.rungs, keyframes: copied && work.kind === 'picture' ? part.segmentStarts : null,
    sheets: copied || work.kind !== 'picture' ? null : sheetsFor(plan.top, context.recording.durationMs, piece.suffix),
    folder: context.staging.folder, suffix: piece.suffix,
  });
  await context.ffmpeg(run.argv, part.durationMs, share);
  return context.written(run, part.startMs, part.durationMs);
}

/** Where there is no picture, the black one that packaging made stands for every size. */
async function black(context: StepContext, work: Work, piece: Piece, part: PackagedPart): Promise<Map<string, RenditionFile>> {
  const file = await context.earlier(`picture-break${piece.suffix}.mp4`, part.startMs, part.durationMs);
  return new Map(work.rungs.map((rung) => [`${work.kind}-${rung.id}${piece.suffix}.mp4`, file]));
}
