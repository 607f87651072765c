import { checked, endOf, toMeeting, type TimeMap, type TimePiece, type TimeRange } from './time-map.domain.ts';

/**
 * Keeps only what lies in a range of the meeting. Moments that stay keep their time, so links to them still hold;
 * `moveBy` is what makes the meeting start at nought again.
 * @throws RangeError when nothing would be left
 */
export function trim(map: TimeMap, meeting: Partial<TimeRange>): TimeMap {
  const from = Math.round(meeting.start ?? -Infinity);
  const to = Math.round(meeting.end ?? Infinity);
  const pieces = map.pieces.flatMap((piece) => {
    const by = piece.meetingStart - piece.fileStart;
    return clipped(piece, from - by, to - by);
  });
  if (pieces.length === 0) throw new RangeError('Nothing of the recording would be left; choose a wider range.');
  return checked({ version: map.version + 1, pieces });
}

/** Moves everything along the meeting's timeline, by a number of ms that may be negative. */
export function moveBy(map: TimeMap, ms: number): TimeMap {
  const by = Math.round(ms);
  return checked({ version: map.version + 1, pieces: map.pieces.map((piece) => ({ ...piece, meetingStart: piece.meetingStart + by })) });
}

/** A file that is joined to those before it. */
export interface NextFile {
  /** Where the joined file reaches before this one, in ms on its own timeline; closes a piece that has no end. */
  readonly fileStart: number;
  /** Where this one's first ms lies on the meeting's timeline: after the break. */
  readonly meetingStart: number;
  /** How long it is; null for "to its end". */
  readonly length: number | null;
}

/**
 * Adds a file behind those already there, with a break or without.
 * @throws RangeError when it would overlap what is there
 */
export function append(map: TimeMap, next: NextFile): TimeMap {
  const fileStart = Math.round(next.fileStart);
  const before = map.pieces.map((piece) => (piece.fileEnd === null ? { ...piece, fileEnd: fileStart } : piece));
  const fileEnd = next.length === null ? null : fileStart + Math.round(next.length);
  return checked({ version: map.version + 1, pieces: [...before, { fileStart, fileEnd, meetingStart: Math.round(next.meetingStart) }] });
}

/**
 * From the meeting's timeline as an old version had it to the timeline of a new one, by way of the file that both lie
 * on: a map whose "file" is the old timeline. What the new version no longer has is left out.
 */
export function compose(old: TimeMap, now: TimeMap): TimeMap {
  const pieces = old.pieces.flatMap((before) =>
    now.pieces.flatMap((after): TimePiece[] => {
      const start = Math.max(before.fileStart, after.fileStart);
      const end = Math.min(endOf(before), endOf(after));
      if (start >= end) return [];
      const by = before.meetingStart - before.fileStart;
      return [{ fileStart: start + by, fileEnd: end === Infinity ? null : end + by, meetingStart: after.meetingStart + start - after.fileStart }];
    }),
  );
  return { version: now.version, pieces };
}

/** Where a moment that was cited against an old version is now; undefined when it was cut away. */
export function carryOver(meetingMs: number, old: TimeMap, now: TimeMap): number | undefined {
  return toMeeting(compose(old, now), meetingMs);
}

function clipped(piece: TimePiece, from: number, to: number): TimePiece[] {
  const fileStart = Math.max(piece.fileStart, from);
  const end = Math.min(endOf(piece), to);
  if (fileStart >= end) return [];
  return [{ fileStart, fileEnd: end === Infinity ? null : end, meetingStart: piece.meetingStart + fileStart - piece.fileStart }];
}
