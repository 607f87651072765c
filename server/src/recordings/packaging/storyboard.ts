import { readdir } from 'node:fs/promises';
import { storyboardVtt, type SheetSpec } from '@openfloor/media';
import { piecesOf } from '../recordings.domain.ts';
import type { Storyboard } from '../recordings.domain.ts';
import type { StepContext } from '../jobs/step-context.ts';

const TILE_WIDTH = 160;
const COLUMNS = 10;
const ROWS = 10;

/** Seconds between two tiles: two for short meetings, up to ten for long ones. */
const tileEvery = (durationMs: number): number => Math.min(10, Math.max(2, Math.round(durationMs / 600_000)));

/** The sheets for a picture of this size. */
export function sheetsFor(size: { readonly width: number; readonly height: number }, durationMs: number, suffix: string): SheetSpec {
  const tileHeight = 2 * Math.round((TILE_WIDTH * size.height) / size.width / 2);
  return {
    everySeconds: tileEvery(durationMs), columns: COLUMNS, rows: ROWS, tileWidth: TILE_WIDTH, tileHeight, pattern: `storyboard${suffix}-%03d.jpg`,
  };
}

/** Sheets that a run has written into a folder, in their order. */
export async function sheetsIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^storyboard.*\.jpg$/.test(name)).toSorted();
}

/** Writes the storyboard's WebVTT: which tile shows which moment of the meeting. */
export async function storyboardOf(context: StepContext, sheets: readonly string[]): Promise<Storyboard> {
  const { recording } = context;
  const parts = piecesOf(recording.sources).flatMap((piece, n) => {
    const part = recording.parts[n];
    const picture = piece.kind === 'recorded' ? piece.part.plan.picture : null;
    if (!part || !picture) return [];
    const own = sheets.filter((name) => new RegExp(`^storyboard${piece.suffix.replaceAll('.', '\\.')}-\\d+\\.jpg$`).test(name));
    return [{ ...sheetsFor(picture.top, recording.durationMs, piece.suffix), startMs: part.startMs, durationMs: part.durationMs, sheets: own }];
  });
  const vtt = `${context.folder}/storyboard.vtt`;
  await context.blobs.put(vtt, storyboardVtt(parts));
  return { vtt, sheets: sheets.map((name) => `${context.folder}/${name}`) };
}
