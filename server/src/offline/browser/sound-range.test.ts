import { describe, expect, it } from 'vitest';
import { readRange, slicesOf } from './sound-range.ts';

describe('a range of a saved sound', () => {
  it.each([
    ['bytes=0-', { start: 0, end: 99 }], ['bytes=10-19', { start: 10, end: 19 }], ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }], ['bytes=-500', { start: 0, end: 99 }], ['bytes=99-99', { start: 99, end: 99 }],
    ['bytes=100-', 'unsatisfiable'], ['bytes=-0', 'unsatisfiable'],
    [null, 'whole'], ['bytes=20-10', 'whole'], ['bytes=0-1,5-6', 'whole'], ['pages=1-2', 'whole'], ['bytes=-', 'whole'],
  ])('%s', (header, wanted) => {
    expect(readRange(header, 100)).toEqual(wanted);
  });

  it('is put together from any pieces to exactly its bytes', () => {
    const whole = Uint8Array.from({ length: 60 }, (_, n) => n);
    const pieces = [7, 1, 30, 20, 2];
    const begins = pieces.map((_, n) => pieces.slice(0, n).reduce((sum, size) => sum + size, 0));
    for (let start = 0; start < 60; start += 1) {
      for (let end = start; end < 60; end += 1) {
        const got = slicesOf(pieces, { start, end }).flatMap(({ piece, from, to }) => [...whole.subarray(begins[piece]! + from, begins[piece]! + to)]);
        expect(got).toEqual([...whole.subarray(start, end + 1)]);
      }
    }
  });
});
