import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockText, parseClock } from './clock.ts';

it.each([['1:02:03.5', 3_723_500], ['12:05', 725_000], ['75.25', 75_250], ['0', 0], ['62:05,040', 3_725_040]])('%s is %i ms', (text, ms) => {
  expect(parseClock(text)).toBe(ms);
});

it.each(['', 'soon', '1:2:3:4', '-5', '1h'])('"%s" is no time', (text) => {
  expect(() => parseClock(text)).toThrow('such as 1:02:03.5');
});

it('reads what it writes', () => {
  expect(() => fc.assert(fc.property(fc.nat(359_999_999), (ms) => parseClock(clockText(ms)) === ms))).not.toThrow();
});
