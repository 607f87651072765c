import type { TextStatus } from '../words.domain.ts';
import { movedPart, type Move } from './move.domain.ts';
import { same } from './same.domain.ts';
import { inTime, type Hole, type KeptSegment, type OutsideSegment, type SourceSegment, type TextState } from './text-state.domain.ts';

/** What was done to a text: it came first, came anew, got new times, was corrected by people, a change was taken back, or all of it moved with its recording. */
export type Deed = 'create' | 'import' | 'align' | 'correct' | 'undo' | 'move';

/** The part of a text that a change is about. */
export interface Part {
  readonly segments: readonly KeptSegment[];
  readonly status?: TextStatus;
  readonly source?: readonly SourceSegment[];
  readonly outside?: readonly OutsideSegment[];
  readonly holes?: readonly Hole[];
  /** How the recording lay before and how it lies now; all that a text's own move needs to be told. */
  readonly move?: Move;
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
  const outside = !same(before.outside, after.outside);
  const holes = !same(before.holes, after.holes);
  if (gone.length === 0 && come.length === 0 && !status && !source && !outside && !holes) return null;
  const part = (state: TextState, segments: readonly KeptSegment[]): Part => ({
    segments, ...(status && { status: state.status }), ...(source && { source: state.source }), ...(outside && { outside: state.outside }), ...(holes && { holes: state.holes }),
  });
  return { before: part(before, gone), after: part(after, come) };
}

/** A text without a change, or what stands in the way: what the change had left is no more as it left it. */
export type Undone = { readonly state: TextState } | { readonly inTheWay: readonly number[]; readonly source: boolean };

/** What the recording did to a text since a change. */
export interface Since {
  readonly move: Move | null;
  /** As of `moved`. */
  readonly whole: boolean;
}

/** Takes a change back. Only what it changed goes back to what it was; all that was changed elsewhere since stays, and so does the time at which all lies now. */
export function undone(state: TextState, { before, after }: Pick<Change, 'before' | 'after'>, { move, whole }: Since = { move: null, whole: false }): Undone {
  if (move !== null) return undoneElsewhere(state, movedPart(before, move, whole), movedPart(after, move, whole));
  const now = index(state.segments);
  const left = index(after.segments);
  const touched = [...new Set([...before.segments, ...after.segments].map(({ id }) => id))];
  const inTheWay = touched.filter((id) => !same(now.get(id), left.get(id)));
  const source = after.source !== undefined && !same(state.source, after.source);
  if (inTheWay.length > 0 || source) return { inTheWay, source };
  const rest = state.segments.filter(({ id }) => !left.has(id));
  return { state: { ...state, status: before.status ?? state.status, source: before.source ?? state.source, outside: before.outside ?? state.outside, holes: before.holes ?? state.holes, segments: inTime([...rest, ...before.segments]) } };
}

type MovedPart = Part & Pick<ReturnType<typeof movedPart>, 'cutOff'>;

/** As `undone`, of a recording that was cut or laid otherwise meanwhile: what lies outside of it now is put back there. */
function undoneElsewhere(state: TextState, before: MovedPart, after: MovedPart): Undone {
  const [now, outside, left, cutOff] = [index(state.segments), index(state.outside), index(after.segments), index(after.cutOff)];
  const touched = [...new Set([...before.segments, ...before.cutOff, ...after.segments, ...after.cutOff].map(({ id }) => id))];
  const inTheWay = touched.filter((id) => !same(now.get(id), left.get(id)) || (cutOff.has(id) && !same(outside.get(id), cutOff.get(id))));
  const source = after.source !== undefined && !same(state.source, after.source);
  if (inTheWay.length > 0 || source) return { inTheWay, source };
  const rest = state.segments.filter(({ id }) => !left.has(id));
  return {
    state: {
      ...state, status: before.status ?? state.status, source: before.source ?? state.source, segments: inTime([...rest, ...before.segments]),
      holes: before.holes ?? state.holes,
      outside: [...state.outside.filter(({ id }) => !cutOff.has(id)), ...before.cutOff].toSorted((a, b) => a.id - b.id),
    },
  };
}

/** The segments that a change is about, by their numbers. */
export const touchedBy = ({ before, after }: Pick<Change, 'before' | 'after'>): ReadonlySet<number> =>
  new Set([...before.segments, ...after.segments].map(({ id }) => id));

const index = <S extends KeptSegment>(segments: readonly S[]): ReadonlyMap<number, S> => new Map(segments.map((one) => [one.id, one]));
