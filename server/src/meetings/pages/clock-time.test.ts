import { expect, it } from 'vitest';
import { parseClock } from './clock-time.ts';

it.each([['1:03', 63_000], [' 12:30 ', 750_000], ['1:02:03', 3_723_000], ['100:00:00', 360_000_000], ['63', null], ['1:60', null], ['1:2', null], [':30', null], ['1m03s', null], ['', null]])(
  'reads %j off the clock as %s ms', (text, ms) => { expect(parseClock(text)).toBe(ms); });
