import { describe, it, expect } from 'vitest';
import { formatClock, formatDuration, formatTime, parseTime } from './time-address.ts';

describe('parseTime', () => {
  it.each([
    ['1h02m03s', 3_723_000],
    ['3723', 3_723_000],
    ['3723.5', 3_723_500],
    ['62m', 3_720_000],
    ['2h', 7_200_000],
    ['1h5s', 3_605_000],
    [' 1H02M03S ', 3_723_000],
    ['0', 0],
  ])('reads %s', (text, ms) => expect(parseTime(text)).toBe(ms));

  it.each(['', 'abc', '-5', '1m2h', '1:02', 'NaN', '1e9', 'h', '99999999'])('refuses %j', (text) => {
    expect(parseTime(text)).toBeNull();
  });

  it('reads back what formatTime writes', () => {
    for (const ms of [0, 3_000, 62_000, 3_600_000, 3_723_000, 359_999_000]) expect(parseTime(formatTime(ms))).toBe(ms);
  });
});

describe('formatting', () => {
  it('pads what follows the largest unit', () => {
    expect([formatTime(3_723_999), formatTime(123_000), formatTime(3_000)]).toEqual(['1h02m03s', '2m03s', '3s']);
    expect([formatClock(3_723_999), formatClock(123_000), formatClock(0)]).toEqual(['1:02:03', '2:03', '0:00']);
    expect(formatDuration(9_660_000)).toBe('PT2H41M0S');
  });

  it('shows nothing below zero', () => expect(formatClock(-400)).toBe('0:00'));
});
