import type { TextStatus } from '../words.domain.ts';
import { same } from './same.domain.ts';
import { inTime, type KeptSegment, type SourceSegment, type TextState } from './text-state.domain.ts';

/** What was done to a text: it came first, came anew, got new times, was corrected by people, or a change was taken back. */
export type Deed = 'create' | 'import' | 'align' | 'correct' | 'undo';

/** The part of a text that a change is about. */
export interface Part {
  readonly segments: readonly KeptSegment[];
  readonly status?: TextStatus;
  readonly source?: readonly SourceSegment[];
}

/** A step in the history of a text. */
export interface Change {
  /** From 1, in the order of the changes of this text. */
  readonly number: number;
  /** Of the text, once this was done. */
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Name of whoever did it. */
  readonly by: string;
  readonly deed: Deed;
  readonly before: Part;
  readonly after: Part;
  /** The change that this one took back. */
  readonly undoes: number | null;
  /** The change that took this one back. */
  readonly undoneBy: number | null;
}

/** What is different between two states of a text; null where nothing is. */
export function difference(before: TextState, after: TextState): Pick<Change, 'before' | 'after'> | null {
  const [was, is] = [index(before.segments), index(after.segments)];
  const gone = before.segments.filter((one) => !same(one, is.get(one.id)));
  const come = after.segments.filter((one) => !same(one, was.get(one.id)));
  const status = before.status !== after.status;
  const source = !same(before.source, after.source);
  if (gone.length === 0 && come.length === 0 && !status && !source) return null;
  const part = (state: TextState, segments: readonly KeptSegment[]): Part => ({ segments, ...(status && { status: state.status }), ...(source && { source: state.source }) });
  return { before: part(before, gone), after: part(after, come) };
}

/** A text without a change, or what stands in the way: what the change had left is no more as it left it. */
export type Undone = { readonly state: TextState } | { readonly inTheWay: readonly number[]; readonly source: boolean };

/** Takes a change back. Only what it changed goes back to what it was; all that was changed elsewhere since stays. */
export function undone(state: TextState, { before, after }: Pick<Change, 'before' | 'after'>): Undone {
  const now = index(state.segments);
  const left = index(after.segments);
  const touched = [...new Set([...before.segments, ...after.segments].map(({ id }) => id))];
  const inTheWay = touched.filter((id) => !same(now.get(id), left.get(id)));
  const source = after.source !== undefined && !same(state.source, after.source);
  if (inTheWay.length > 0 || source) return { inTheWay, source };
  const rest = state.segments.filter(({ id }) => !left.has(id));
  return { state: { ...state, status: before.status ?? state.status, source: before.source ?? state.source, segments: inTime([...rest, ...before.segments]) } };
}

/** The segments that a change is about, by their numbers. */
export const touchedBy = ({ before, after }: Pick<Change, 'before' | 'after'>): ReadonlySet<number> =>
  new Set([...before.segments, ...after.segments].map(({ id }) => id));

const index = (segments: readonly KeptSegment[]): ReadonlyMap<number, KeptSegment> => new Map(segments.map((one) => [one.id, one]));
