import { inFile, onTimeline, type FileSpan, type Layout } from '@openfloor/media';
import { inTime, type Hole, type KeptSegment, type OutsideSegment, type SourceSegment, type TextState } from './text-state.domain.ts';

/** How the files of a recording lay on the timeline, and how they lie now. */
export interface Move {
  readonly from: Layout;
  readonly to: Layout;
}

interface Span { readonly startMs: number; readonly endMs: number }
type Carried<T> = { readonly inside: T; readonly rest?: FileSpan } | { readonly outside: FileSpan };

/**
 * A text whose recording was laid otherwise, such as with its beginning cut off: all of it moves. What was cut off is kept on the own time of its
 * file, and what was kept so comes back where its file has it again.
 * @param whole nothing is cut off, as of a record, whose words stand whether the recording has them or not
 */
export function moved(state: TextState, move: Move, whole: boolean): TextState {
  const there = new Set(state.segments.map(({ id }) => id));
  // What people have removed since doesn't come back.
  const known = new Map(state.outside.flatMap((one) => (one.rest === true && !there.has(one.id) ? [] : [[one.id, one] as const])));
  const [segments, outside]: [KeptSegment[], OutsideSegment[]] = [[], []];
  for (const row of state.segments) {
    const carried = carry(row, move, whole);
    const before = known.get(row.id);
    const at = before && onTimeline(move.to, before);
    known.delete(row.id);
    if (before && at) segments.push(rejoined('inside' in carried ? carried.inside : row, laid(before, before, at)));
    else if ('inside' in carried) segments.push(carried.inside);
    if (before && at?.whole === true) continue;
    const rest = 'outside' in carried ? carried.outside : carried.rest;
    const kept = before ? cutBefore(row, before, rest) : rest && onFile(row, rest);
    if (kept) outside.push({ ...kept, ...('inside' in carried || at ? { rest: true } : {}) });
  }
  for (const one of known.values()) {
    const at = onTimeline(move.to, one);
    if (at?.whole !== true) outside.push(at ? { ...one, rest: true } : one);
    if (at) segments.push(withoutFile(laid(one, one, at)));
  }
  return {
    ...state, segments: inTime(segments), outside: outside.toSorted((a, b) => a.id - b.id),
    source: state.source.map((piece) => movedPiece(piece, move, whole)), holes: state.holes.map((hole) => movedPiece(hole, move, false)),
  };
}

/** What a change in the history of a text has of it. */
interface Told {
  readonly segments: readonly KeptSegment[];
  readonly source?: readonly SourceSegment[];
  readonly holes?: readonly Hole[];
}

/** A part of the history of a text as it would be, had the recording lain as it does now; what was cut off is told apart. */
export function movedPart<T extends Told>(part: T, move: Move, whole: boolean): T & { readonly cutOff: readonly OutsideSegment[] } {
  const carried = part.segments.map((row) => ({ row, to: carry(row, move, whole) }));
  return {
    ...part,
    segments: carried.flatMap(({ to }) => ('inside' in to ? [to.inside] : [])),
    cutOff: carried.flatMap(({ row, to }) => ('outside' in to ? [onFile(row, to.outside)] : [])),
    ...(part.source && { source: part.source.map((piece) => movedPiece(piece, move, whole)) }),
    ...(part.holes && { holes: part.holes.map((hole) => movedPiece(hole, move, false)) }),
  };
}

/** All moves since a change as one, of changes with the newest first; null where there were none. */
export function moveSince(changes: readonly { readonly after: { readonly move?: Move } }[]): Move | null {
  const moves = changes.flatMap(({ after }) => after.move ?? []);
  const [newest, oldest] = [moves[0], moves.at(-1)];
  return newest && oldest ? { from: oldest.from, to: newest.to } : null;
}

/** Carries a stretch of the meeting along, with its words where it has any. */
function carry<T extends Span & { readonly words?: KeptSegment['words'] }>(one: T, { from, to }: Move, whole: boolean): Carried<T> {
  const file = inFile(from, one);
  if (file === null) return { inside: one };
  const at = onTimeline(to, file);
  if (at !== null) return { inside: laid(one, { startMs: one.startMs, endMs: one.endMs }, { ...at, shiftMs: at.shiftMs + file.startMs - one.startMs }), ...(!at.whole && { rest: file }) };
  if (!whole) return { outside: file };
  const edge = nearestEdge(to, file);
  return { inside: laid(one, one, { startMs: edge, endMs: edge, shiftMs: 0 }), rest: file };
}

/** With times on the timeline; words begin and end within. */
function laid<T extends Span & { readonly words?: KeptSegment['words'] }>(one: T, was: Span, { startMs, endMs, shiftMs }: Span & { readonly shiftMs: number }): T {
  const within = (ms: number): number => Math.min(endMs, Math.max(startMs, ms + shiftMs));
  const outer = one.words?.some((word) => word.startMs < was.startMs || word.endMs > was.endMs) === true;
  const moves = (ms: number): number => (outer ? Math.max(0, ms + shiftMs) : within(ms));
  return { ...one, startMs, endMs, ...(one.words && { words: one.words.map((word) => ({ ...word, startMs: moves(word.startMs), endMs: moves(word.endMs) })) }) };
}

/** A segment of which only a part was left, whole again; what people have done to it meanwhile stays. */
function rejoined(row: KeptSegment, { startMs, endMs, words, edited, text }: KeptSegment): KeptSegment {
  if (row.edited.includes('times') && !edited.includes('times')) return row;
  return row.text === text ? { ...row, startMs, endMs, words } : { ...row, startMs: Math.min(startMs, row.startMs) };
}

function withoutFile({ file: _file, rest: _rest, ...segment }: OutsideSegment): KeptSegment {
  return segment;
}

/** What is kept of a segment of which only a part was left before: as it is now, with all of its time unless people have set another. */
function cutBefore(row: KeptSegment, { rest: _rest, ...before }: OutsideSegment, rest: FileSpan | undefined): OutsideSegment {
  const now = rest ? onFile(row, rest) : { ...row, file: before.file, startMs: before.startMs, endMs: before.endMs };
  if (row.edited.includes('times') && !before.edited.includes('times') && rest) return now;
  return { ...now, file: before.file, startMs: before.startMs, endMs: before.endMs, words: row.text === before.text ? before.words : now.words };
}

/** On the own time of its file. */
function onFile(row: KeptSegment, { file, startMs, endMs }: FileSpan): OutsideSegment {
  const by = startMs - row.startMs;
  return { ...row, file, startMs, endMs, words: row.words?.map((word) => ({ ...word, startMs: word.startMs + by, endMs: word.endMs + by })) ?? null };
}

/** Pieces of the source and holes may begin before the timeline does: they have to come back exactly. */
function movedPiece<T extends Hole>(piece: T, { from, to }: Move, whole: boolean): T {
  const { file: its, startMs, endMs } = piece;
  const file = its === undefined ? inFile(from, piece) : { startMs, endMs, file: its };
  if (file === null) return piece;
  const at = onTimeline(to, file);
  if (at === null && !whole) return { ...piece, ...file };
  const { file: _file, ...rest } = piece;
  const edge = at ? null : nearestEdge(to, file);
  return { ...rest as T, startMs: edge ?? file.startMs + (at?.shiftMs ?? 0), endMs: edge ?? file.endMs + (at?.shiftMs ?? 0) };
}

/** Where the recording is cut nearest to what was cut off. */
function nearestEdge(layout: Layout, { file, startMs }: FileSpan): number {
  const pieces = layout.filter((one) => one.file === file).flatMap((one) => one.pieces);
  const before = pieces.findLast(({ fileStart }) => fileStart <= startMs);
  return before ? before.meetingStart + (before.fileEnd ?? before.fileStart) - before.fileStart : Math.min(...pieces.map(({ meetingStart }) => meetingStart), 0);
}
