import { describe, expect, it } from 'vitest';
import { append, carryOver, compose, moveBy, rangesInMeeting, startingAt, timeMapProblems, toFile, toMeeting, trim, type TimeMap, type TimePiece } from './index.ts';

/** A meeting with a break: an hour, ten minutes of nothing, half an hour; the recording starts 2 s late. */
const HOUR = 3_600_000;
const withBreak = append(startingAt(2000, HOUR), { fileStart: HOUR, meetingStart: 2000 + HOUR + 600_000, length: HOUR / 2 });

describe('a time map', () => {
  it('tells moments of the file and of the meeting from each other, ends not included', () => {
    expect([0, 1000, HOUR - 1, HOUR, HOUR + 5, HOUR * 1.5].map((ms) => toMeeting(withBreak, ms))).toEqual([2000, 3000, HOUR + 1999, HOUR + 602_000, HOUR + 602_005, undefined]);
    expect([1999, 2000, HOUR + 2000, HOUR + 602_000].map((ms) => toFile(withBreak, ms))).toEqual([undefined, 0, undefined, HOUR]);
  });

  it('goes on for ever where the end is not known', () => {
    const open = startingAt(500);
    expect(toMeeting(open, 1e12)).toBe(1e12 + 500);
    expect(toFile(open, 499)).toBeUndefined();
    expect(toMeeting(open, -1)).toBeUndefined();
  });

  it('rounds fractions to whole milliseconds', () => {
    expect(toMeeting(startingAt(1.4), 0.6)).toBe(2);
    expect(startingAt(0.5, 10.7).pieces).toEqual([{ fileStart: 0, fileEnd: 11, meetingStart: 1 }]);
  });

  it('splits a range of the file at a break', () => {
    expect(rangesInMeeting(withBreak, { start: HOUR - 1000, end: HOUR + 1000 })).toEqual([
      { start: HOUR + 1000, end: HOUR + 2000 },
      { start: HOUR + 602_000, end: HOUR + 603_000 },
    ]);
    expect(rangesInMeeting(withBreak, { start: HOUR * 2, end: HOUR * 3 })).toEqual([]);
  });

  it('keeps the time of what a trim leaves', () => {
    const shorter = trim(withBreak, { start: 60_000, end: HOUR + 602_500 });
    expect(shorter).toEqual({
      version: 3,
      pieces: [
        { fileStart: 58_000, fileEnd: HOUR, meetingStart: 60_000 },
        { fileStart: HOUR, fileEnd: HOUR + 500, meetingStart: HOUR + 602_000 },
      ],
    });
    expect(trim(startingAt(0), { start: 10 }).pieces).toEqual([{ fileStart: 10, fileEnd: null, meetingStart: 10 }]);
    expect(() => trim(withBreak, { start: HOUR * 9 })).toThrow('Nothing of the recording would be left');
  });

  it('resolves a citation against an old version', () => {
    const now = moveBy(trim(withBreak, { start: 60_000 }), -60_000);
    expect(carryOver(60_000, withBreak, now)).toBe(0);
    expect(carryOver(HOUR + 602_000, withBreak, now)).toBe(HOUR + 542_000);
    expect(carryOver(59_999, withBreak, now)).toBeUndefined();
    expect(now.version).toBe(4);
  });

  it('closes an open end when a file is joined', () => {
    expect(append(startingAt(0), { fileStart: 100, meetingStart: 500, length: null }).pieces).toEqual([
      { fileStart: 0, fileEnd: 100, meetingStart: 0 },
      { fileStart: 100, fileEnd: null, meetingStart: 500 },
    ]);
    expect(() => append(startingAt(0), { fileStart: 100, meetingStart: 50, length: 10 })).toThrow('overlap in the meeting');
    expect(() => append(startingAt(0, 200), { fileStart: 100, meetingStart: 500, length: 10 })).toThrow('overlap in the file');
  });

  it('says what is wrong with a map that somebody else wrote', () => {
    const piece = (fileStart: number, fileEnd: number | null, meetingStart: number): TimePiece => ({ fileStart, fileEnd, meetingStart });
    const bad = (pieces: TimePiece[], version = 1): string => timeMapProblems({ version, pieces }).join(' ');
    expect(bad([piece(0, 10, 0)])).toBe('');
    expect(bad([])).toBe('');
    expect(bad([piece(0, 10, 0)], 0)).toBe('The version must be a whole number from 1 on.');
    expect(bad([piece(0.5, 10, 0)])).toBe('Piece 1: times must be whole milliseconds.');
    expect(bad([piece(0, Number.NaN, 0)])).toContain('Piece 1: times must be whole milliseconds.');
    expect(bad([piece(-1, 10, 0)])).toBe('Piece 1 starts before the file does.');
    expect(bad([piece(10, 10, 0)])).toBe('Piece 1 ends before it starts.');
    expect(bad([piece(0, null, 0), piece(10, 20, 10)])).toBe('Piece 1 has no end, which only the last piece may lack.');
    expect(bad([piece(0, 10, 0), piece(9, 20, 10)])).toBe('Piece 1 and the next one overlap in the file, or are out of order.');
    expect(bad([piece(0, 10, 0), piece(10, 20, 9)])).toBe('Piece 1 and the next one overlap in the meeting, or are out of order.');
  });
});

describe('any time map', () => {
  /** A repeatable stream of whole numbers below a limit. */
  function numbers(seed: number): (limit: number) => number {
    let state = seed;
    return (limit) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
  }

  function anyMap(next: (limit: number) => number): TimeMap {
    let [file, meeting] = [next(50), next(50)];
    const pieces: TimePiece[] = [];
    for (let i = 0, count = 1 + next(5); i < count; i += 1) {
      const length = 1 + next(60);
      pieces.push({ fileStart: file, fileEnd: i === count - 1 && next(3) === 0 ? null : file + length, meetingStart: meeting });
      file += length + next(2) * next(20);
      meeting += length + next(2) * next(40);
    }
    return { version: 1 + next(9), pieces };
  }

  const seeds = Array.from({ length: 60 }, (_, i) => i + 1);

  it.each(seeds)('goes there and back, and composes through the file (%i)', (seed) => {
    const next = numbers(seed);
    const [old, now] = [anyMap(next), anyMap(next)];
    expect(timeMapProblems(old)).toEqual([]);
    const through = compose(old, now);
    expect(timeMapProblems(through)).toEqual([]);
    const wrong: number[] = [];
    for (let ms = -30; ms < 500; ms += 1) {
      const [meeting, file] = [toMeeting(old, ms), toFile(old, ms)];
      const backFromMeeting = meeting === undefined || toFile(old, meeting) === ms;
      const backFromFile = file === undefined || toMeeting(old, file) === ms;
      const direct = file === undefined ? undefined : toMeeting(now, file);
      if (!backFromMeeting || !backFromFile || toMeeting(through, ms) !== direct) wrong.push(ms);
    }
    expect(wrong).toEqual([]);
  });

  it.each(seeds.slice(0, 20))('keeps the time of whatever a trim leaves (%i)', (seed) => {
    const next = numbers(seed * 31);
    const map = anyMap(next);
    const [first] = map.pieces;
    const start = (first?.meetingStart ?? 0) + next((first?.fileEnd ?? 40) - (first?.fileStart ?? 0));
    const trimmed = trim(map, { start });
    const moments = Array.from({ length: 400 }, (_, i) => start + i);
    expect(moments.filter((ms) => toFile(trimmed, ms) !== toFile(map, ms))).toEqual([]);
    expect(toFile(trimmed, start)).toBeDefined();
    expect(toFile(trimmed, start - 1)).toBeUndefined();
    expect(compose(map, trimmed).pieces.every((piece) => piece.fileStart === piece.meetingStart)).toBe(true);
  });
});
