import { join } from 'node:path';
import { posterArgs, storyboardArgs } from '@openfloor/media';
import { sheetsFor, sheetsIn, storyboardOf } from '../packaging/storyboard.ts';
import { piecesOf, type Piece } from '../recordings.domain.ts';
import type { StepResult } from '../recording-steps.service.ts';
import type { StepContext } from './step-context.ts';

/** Where the poster is taken from: the first speaker has begun by then, as a rule. */
const POSTER_SHARE = 0.1;
const POSTER_LATEST_SECONDS = 120;

/** Makes the poster, and the storyboard where the picture was copied; an encoded picture brings its own storyboard. */
export async function makeStills(context: StepContext): Promise<StepResult> {
  const pieces = piecesOf(context.recording.sources);
  const first = pieces.findIndex((piece) => piece.kind === 'recorded' && piece.part.plan.picture !== null);
  const piece = pieces[first];
  if (piece?.kind !== 'recorded' || !piece.part.plan.picture) return {};
  await poster(context, piece);
  await context.promote(['poster.jpg']);
  const patch = { poster: `${context.folder}/poster.jpg` };
  if (piece.part.plan.picture.mode === 'encode') return { patch };

  for (const [n, each] of pieces.entries()) {
    const part = context.recording.parts[n];
    if (each.kind === 'break' || !each.part.plan.picture || !part) continue;
    const rung = each.part.plan.picture.top;
    const argv = storyboardArgs(context.packaged(`picture-${rung.id}${each.suffix}.mp4`), sheetsFor(rung, context.recording.durationMs, each.suffix), context.staging.folder);
    await context.ffmpeg(argv, part.durationMs, [n / pieces.length, (n + 1) / pieces.length]);
  }
  const sheets = await sheetsIn(context.staging.folder);
  const storyboard = await storyboardOf(context, sheets);
  await context.promote(sheets);
  return { patch: { ...patch, storyboard } };
}

async function poster(context: StepContext, piece: Extract<Piece, { kind: 'recorded' }>): Promise<void> {
  const plan = piece.part.plan.picture;
  const input = plan && (await context.inputs(piece.part))[plan.source];
  if (!plan || !input) return;
  const at = Math.min(POSTER_LATEST_SECONDS, (piece.part.plan.durationMs / 1000) * POSTER_SHARE);
  await context.ffmpeg(posterArgs(input, plan.track, at, join(context.staging.folder, 'poster.jpg')), 1000, [0, 0]);
}
