/** A stretch of a file that lies on the meeting's timeline as it is: one ms there is one ms here. */
export interface TimePiece {
  /** First ms of the stretch on the file's own timeline. */
  readonly fileStart: number;
  /** First ms after it; null for "to the end of the file", which only the last piece may say. */
  readonly fileEnd: number | null;
  /** Where `fileStart` lies on the meeting's timeline. */
  readonly meetingStart: number;
}

/**
 * How a file lies on the meeting's timeline. All times are integer milliseconds; fractions are rounded on the way in.
 * Stretches are half-open (the end isn't part of them), in order on both timelines, and don't overlap. Several files
 * one after another count as one file that goes on without a break.
 */
export interface TimeMap {
  /** Grows by one with each change; a citation names the version that it was made against. */
  readonly version: number;
  readonly pieces: readonly TimePiece[];
}

/** A range on either timeline, in ms; `end` isn't part of it. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** The first map of a file: all of it, from a moment of the meeting on. */
export function startingAt(meetingStart: number, fileEnd: number | null = null): TimeMap {
  const end = fileEnd === null ? null : Math.round(fileEnd);
  return checked({ version: 1, pieces: [{ fileStart: 0, fileEnd: end, meetingStart: Math.round(meetingStart) }] });
}

/** What a moment of the file is on the meeting's timeline; undefined where the file isn't used. */
export function toMeeting(map: TimeMap, fileMs: number): number | undefined {
  const at = Math.round(fileMs);
  const piece = map.pieces.find((one) => at >= one.fileStart && at < endOf(one));
  return piece && piece.meetingStart + at - piece.fileStart;
}

/** Where in the file a moment of the meeting is; undefined where the file has nothing of it. */
export function toFile(map: TimeMap, meetingMs: number): number | undefined {
  const at = Math.round(meetingMs);
  const piece = map.pieces.find((one) => at >= one.meetingStart && at < one.meetingStart + endOf(one) - one.fileStart);
  return piece && piece.fileStart + at - piece.meetingStart;
}

/** What a range of the file is on the meeting's timeline: one range, several around breaks, or none. */
export function rangesInMeeting(map: TimeMap, file: TimeRange): TimeRange[] {
  return map.pieces.flatMap((piece) => {
    const start = Math.max(Math.round(file.start), piece.fileStart);
    const end = Math.min(Math.round(file.end), endOf(piece));
    const by = piece.meetingStart - piece.fileStart;
    return start < end ? [{ start: start + by, end: end + by }] : [];
  });
}

/** What is wrong with a map, one sentence each; empty for a good one. */
export function timeMapProblems(map: TimeMap): string[] {
  const problems = Number.isSafeInteger(map.version) && map.version >= 1 ? [] : ['The version must be a whole number from 1 on.'];
  map.pieces.forEach((piece, i) => {
    const name = `Piece ${i + 1}`;
    const numbers = [piece.fileStart, piece.meetingStart, ...(piece.fileEnd === null ? [] : [piece.fileEnd])];
    if (!numbers.every((n) => Number.isSafeInteger(n))) problems.push(`${name}: times must be whole milliseconds.`);
    if (piece.fileStart < 0) problems.push(`${name} starts before the file does.`);
    if (endOf(piece) <= piece.fileStart) problems.push(`${name} ends before it starts.`);
    const next = map.pieces[i + 1];
    if (!next) return;
    if (piece.fileEnd === null) problems.push(`${name} has no end, which only the last piece may lack.`);
    else if (next.fileStart < piece.fileEnd) problems.push(`${name} and the next one overlap in the file, or are out of order.`);
    else if (next.meetingStart < piece.meetingStart + piece.fileEnd - piece.fileStart) {
      problems.push(`${name} and the next one overlap in the meeting, or are out of order.`);
    }
  });
  return problems;
}

/** The same map; throws a RangeError that says all that is wrong when it isn't a good one. */
export function checked(map: TimeMap): TimeMap {
  const problems = timeMapProblems(map);
  if (problems.length > 0) throw new RangeError(`The time map is not valid. ${problems.join(' ')}`);
  return map;
}

/** The first ms of the file after a piece; Infinity for one that has no end. */
export function endOf(piece: TimePiece): number {
  return piece.fileEnd ?? Infinity;
}
