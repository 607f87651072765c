import { expect, it } from 'vitest';
import { indexAt } from './follow-turns.ts';

it('the turn of a moment is the last that has begun', () => {
  const turns = [{ startMs: 1000 }, { startMs: 5000 }, { startMs: 5000 }, { startMs: 9000 }];
  expect([0, 1000, 4999, 5000, 20_000].map((ms) => indexAt(turns, ms))).toEqual([-1, 0, 0, 2, 3]);
});
