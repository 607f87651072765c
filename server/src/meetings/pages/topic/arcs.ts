/** A line between two rows of a list. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  /** A path of SVG, from the middle of one row out and back to the middle of the other. */
  readonly path: string;
  /** In pixels. */
  readonly width: number;
}

/** Of the drawing, in pixels; a row is as high as a finger needs. */
export const ROW = 44;
export const ACROSS = 160;
const NEAREST = 22;
const THINNEST = 2;
const THICKEST = 9;

/** Lines between rows, thicker for what is more: as the square root, so that what is rare is seen too. */
export function arcsOf(pairs: readonly { readonly from: number; readonly to: number; readonly count: number }[], rows: number): readonly Arc[] {
  const most = Math.max(1, ...pairs.map(({ count }) => count));
  return pairs.map(({ from, to, count }) => {
    const [top, bottom] = [Math.min(from, to), Math.max(from, to)].map((row) => row * ROW + ROW / 2) as [number, number];
    const far = Math.round(NEAREST + ((ACROSS - NEAREST - THICKEST) * (Math.abs(to - from) - 1)) / Math.max(1, rows - 2));
    // A curve comes three quarters of the way to what it bends to.
    const bend = Math.round(far / 0.75);
    return { from, to, path: `M0 ${top}C${bend} ${top} ${bend} ${bottom} 0 ${bottom}`, width: Math.round((THINNEST + (THICKEST - THINNEST) * Math.sqrt(count / most)) * 10) / 10 };
  });
}
