import { endOf, type TimePiece } from './time-map.domain.ts';

/** How one file lies on the meeting's timeline. */
export interface LaidFile {
  /** Names the file: the same name is the same file, in every recording. */
  readonly file: string;
  readonly pieces: readonly TimePiece[];
}

/** How the files of a recording lie on the meeting's timeline; each is used from where it begins there to its end. */
export type Layout = readonly LaidFile[];

/** A stretch on a file's own time, in ms; it may begin before the file where something is said to be there. */
export interface FileSpan {
  readonly file: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** Where a stretch of a file lies on the meeting's timeline. */
export interface LaidSpan {
  readonly startMs: number;
  readonly endMs: number;
  /** What has to be added to a moment of the file. */
  readonly shiftMs: number;
  /** All of it is there; else as much as these times tell. */
  readonly whole: boolean;
}

interface Span { readonly startMs: number; readonly endMs: number }

/** Where in its files a stretch of the meeting is: in the one that has most of it. Null where there are no files. */
export function inFile(layout: Layout, { startMs, endMs }: Span): FileSpan | null {
  const end = Math.max(endMs, startMs + 1);
  const common = (piece: WidePiece): number => Math.min(end, piece.meetingStart + endOf(piece) - piece.fileStart) - Math.max(startMs, piece.meetingStart);
  const best = widened(layout).reduce<WidePiece | null>((found, piece) => (found === null || common(piece) > common(found) ? piece : found), null);
  if (best === null) return null;
  const by = best.fileStart - best.meetingStart;
  return { file: best.file, startMs: startMs + by, endMs: endMs + by };
}

/** Where a stretch of a file is on the timeline; null where less than half of it is there. */
export function onTimeline(layout: Layout, { file, startMs, endMs }: FileSpan): LaidSpan | null {
  const end = Math.max(endMs, startMs + 1);
  const parts = widened(layout).filter((piece) => piece.file === file).flatMap((piece) => {
    const from = Math.max(startMs, piece.fileStart);
    const to = Math.min(end, endOf(piece));
    return to > from ? [{ from, to, shiftMs: piece.meetingStart - piece.fileStart }] : [];
  });
  const longest = parts.toSorted((a, b) => (b.to - b.from) - (a.to - a.from))[0];
  const [first, last] = [parts[0], parts.at(-1)];
  const there = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  if (!longest || !first || !last || there * 2 < end - startMs) return null;
  const whole = there === end - startMs;
  const start = Math.max(0, first.from + first.shiftMs);
  return { startMs: start, endMs: Math.max(start, whole ? last.shiftMs + endMs : last.to + last.shiftMs), shiftMs: longest.shiftMs, whole };
}

interface WidePiece extends TimePiece { readonly file: string }

/** The pieces in order, each with half of the break before it and behind it, so that what is said to be in a break belongs somewhere too. */
function widened(layout: Layout): readonly WidePiece[] {
  const pieces = layout.flatMap(({ file, pieces: own }) => own.map((piece) => ({ ...piece, file }))).toSorted((a, b) => a.meetingStart - b.meetingStart);
  return pieces.map((piece, n) => {
    const before = pieces[n - 1];
    const after = pieces[n + 1];
    const endsAt = (one: WidePiece): number => one.meetingStart + endOf(one) - one.fileStart;
    // What was cut off a file's beginning doesn't come back by this.
    const room = piece.fileStart > 0 ? 0 : before ? Math.max(0, Math.floor((piece.meetingStart - endsAt(before)) / 2)) : piece.meetingStart;
    const behind = after ? Math.max(0, Math.ceil((after.meetingStart - endsAt(piece)) / 2)) : Infinity;
    return { ...piece, fileStart: piece.fileStart - room, meetingStart: piece.meetingStart - room, fileEnd: piece.fileEnd === null || behind === Infinity ? null : piece.fileEnd + behind };
  });
}
