import { describe, expect, it } from 'vitest';
import { matchesEtag, rangeOf } from './range.ts';

describe('rangeOf', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=2-5', { start: 2, end: 5 }],
    ['bytes=2-', { start: 2, end: 9 }],
    ['bytes=9-99', { start: 9, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=10-12', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', 'none'],
    ['bytes=-', 'none'],
    ['bytes=0-1,3-4', 'none'],
    ['items=0-1', 'none'],
    ['bytes=a-b', 'none'],
    [undefined, 'none'],
  ])('reads %s of 10 bytes', (header, range) => {
    expect(rangeOf(header, 10)).toEqual(range);
  });

  it('finds no range in an empty file', () => {
    expect([rangeOf('bytes=0-', 0), rangeOf('bytes=-5', 0)]).toEqual(['unsatisfiable', 'unsatisfiable']);
  });
});

describe('matchesEtag', () => {
  it('compares weakly, in lists, and with *', () => {
    expect(['"a"', 'W/"a"', '"x", "a"', '*'].map((header) => matchesEtag(header, '"a"'))).toEqual([true, true, true, true]);
    expect(['"b"', 'a', undefined, ''].map((header) => matchesEtag(header, '"a"'))).toEqual([false, false, false, false]);
  });
});
