import { describe, it, expect } from 'vitest';
import { speakerColours, turnAfter, turnAt, turnBefore } from './interventions.ts';

const turns = [
  { id: 'a', startMs: 10_000, endMs: 60_000 },
  { id: 'b', startMs: 60_000, endMs: 90_000 },
  { id: 'c', startMs: 80_000, endMs: 85_000 },
  { id: 'd', startMs: 120_000, endMs: 130_000 },
];

describe('turns', () => {
  it('finds who has the floor', () => {
    expect(turnAt(turns, 9_999)).toBeNull();
    expect(turnAt(turns, 10_000)?.id).toBe('a');
    expect(turnAt(turns, 60_000)?.id).toBe('b');
    expect(turnAt(turns, 100_000)).toBeNull();
  });

  it('gives an interruption the floor while it lasts, and then back', () => {
    expect(turnAt(turns, 82_000)?.id).toBe('c');
    expect(turnAt(turns, 87_000)?.id).toBe('b');
  });

  it('goes to the next and the previous speaker', () => {
    expect(turnAfter(turns, 0)?.id).toBe('a');
    expect(turnAfter(turns, 125_000)).toBeNull();
    expect(turnBefore(turns, 30_000)?.id).toBe('a');
    expect(turnBefore(turns, 61_000)?.id).toBe('a');
    expect(turnBefore(turns, 5_000)).toBeNull();
  });
});

it('gives a speaker one colour and comes round after eight', () => {
  const names = ['u', 'v', 'u', 'w', 'x', 'y', 'z', 'p', 'q', 'r'];
  const colours = speakerColours(names);
  expect([colours.get('u'), colours.get('w'), colours.get('q'), colours.get('r')]).toEqual([1, 3, 8, 1]);
});
