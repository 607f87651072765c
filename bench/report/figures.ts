/** One thing that was measured, beside what it is compared with. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** Every value that the measured one is the median of. */
  readonly runs?: readonly number[];
  readonly compared?: { readonly with: string; readonly value: number; readonly runs?: readonly number[] };
  /** What it must reach; a figure without is for information. */
  readonly must?: Limit;
  /** What one has to know to read the figure. */
  readonly note?: string;
}

/** A limit of the value itself, or of its ratio to what it is compared with. */
export interface Limit {
  readonly of: 'value' | 'ratio';
  readonly most?: number;
  readonly least?: number;
}

/** Measured by compared; undefined when there is nothing to compare with. */
export const ratioOf = ({ measured, compared }: Figure): number | undefined => (compared ? measured / compared.value : undefined);

/** Whether a figure reaches what it must; undefined when nothing is asked of it. */
export function holds(figure: Figure): boolean | undefined {
  const { must } = figure;
  if (!must) return undefined;
  const value = must.of === 'value' ? figure.measured : (ratioOf(figure) ?? Number.NaN);
  return value <= (must.most ?? Infinity) && value >= (must.least ?? -Infinity);
}
