import type { SheetSpec } from '@openfloor/media';

const TILE_WIDTH = 160;
const COLUMNS = 10;
const ROWS = 10;

/** Seconds between two tiles: two for short meetings, up to ten for long ones. */
export const tileEvery = (durationMs: number): number => Math.min(10, Math.max(2, Math.round(durationMs / 600_000)));

/** The sheets for a picture of this size. */
export function sheetsFor(size: { readonly width: number; readonly height: number }, durationMs: number, suffix: string): SheetSpec {
  const tileHeight = 2 * Math.round((TILE_WIDTH * size.height) / size.width / 2);
  return {
    everySeconds: tileEvery(durationMs), columns: COLUMNS, rows: ROWS, tileWidth: TILE_WIDTH, tileHeight, pattern: `storyboard${suffix}-%03d.jpg`,
  };
}
