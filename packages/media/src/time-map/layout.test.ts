import { describe, expect, it } from 'vitest';
import { inFile, onTimeline, type Layout } from './layout.domain.ts';

const at = (startMs: number, endMs: number) => ({ startMs, endMs });
const laid = (file: string, fileStart: number, fileEnd: number, meetingStart: number) => ({ file, pieces: [{ fileStart, fileEnd, meetingStart }] });
const WHOLE: Layout = [laid('a', 0, 60_000, 0), laid('b', 0, 30_000, 70_000)];
const CUT: Layout = [laid('a', 20_000, 60_000, 0), laid('b', 0, 30_000, 50_000)];
const carried = (from: Layout, to: Layout, startMs: number, endMs: number) => {
  const file = inFile(from, at(startMs, endMs));
  return file && onTimeline(to, file);
};

describe('a stretch of the meeting, by the files that it lies on', () => {
  it('moves with its file, and comes back to where it was', () => {
    expect(carried(WHOLE, CUT, 25_000, 27_000)).toMatchObject({ startMs: 5000, endMs: 7000, whole: true });
    expect(carried(CUT, WHOLE, 5000, 7000)).toMatchObject({ startMs: 25_000, endMs: 27_000, whole: true });
    expect(carried(WHOLE, CUT, 80_000, 81_000)).toMatchObject({ startMs: 60_000, endMs: 61_000, whole: true });
  });

  it('is gone where more than half of it was cut off, and shorter where less was', () => {
    expect(carried(WHOLE, CUT, 10_000, 12_000)).toBeNull();
    expect(carried(WHOLE, CUT, 17_000, 22_000)).toBeNull();
    expect(carried(WHOLE, CUT, 19_000, 22_000)).toEqual({ startMs: 0, endMs: 2000, shiftMs: -20_000, whole: false });
  });

  it('belongs to what is nearest where no file is', () => {
    expect(carried(WHOLE, CUT, 62_000, 63_000)).toMatchObject({ startMs: 42_000, endMs: 43_000 });
    expect(carried(WHOLE, CUT, 68_000, 69_000)).toMatchObject({ startMs: 48_000, endMs: 49_000 });
    expect(carried(WHOLE, CUT, 101_000, 102_000)).toMatchObject({ startMs: 81_000, endMs: 82_000 });
    const late: Layout = [laid('a', 0, 60_000, 1250)];
    expect(carried(late, [laid('a', 0, 60_000, 3000)], 500, 900)).toMatchObject({ startMs: 2250, endMs: 2650, whole: true });
  });

  it('is nowhere where no file is the same', () => {
    expect(inFile([], at(0, 1000))).toBeNull();
    expect(carried(WHOLE, [laid('c', 0, 60_000, 0)], 0, 1000)).toBeNull();
  });

  it('may be a moment', () => {
    expect(carried(WHOLE, CUT, 30_000, 30_000)).toMatchObject({ startMs: 10_000, endMs: 10_000, whole: true });
    expect(carried(WHOLE, CUT, 10_000, 10_000)).toBeNull();
  });
});
