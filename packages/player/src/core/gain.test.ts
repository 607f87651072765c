import { describe, it, expect } from 'vitest';
import { levelFor, linearGain, loudnessFrom } from './gain.ts';

describe('levels', () => {
  it('turns decibels into factors', () => {
    expect(linearGain(0)).toBe(1);
    expect(linearGain(-6)).toBeCloseTo(0.501, 3);
    expect(linearGain(20)).toBeCloseTo(10, 6);
  });

  it('uses the volume for a loud channel and leaves Web Audio alone', () => {
    expect(levelFor(1, -6)).toEqual({ volume: linearGain(-6), boost: 1 });
    expect(levelFor(1, 0.3)).toEqual({ volume: 1, boost: 1 });
  });

  it('amplifies a quiet channel and leaves the slider to the listener', () => {
    expect(levelFor(1, 6)).toEqual({ volume: 1, boost: linearGain(6) });
    expect(levelFor(0.25, 6)).toEqual({ volume: 0.25, boost: linearGain(6) });
  });

  it('mutes', () => expect(levelFor(0, -12).volume).toBe(0));

  it('keeps what the listener set from one channel to the next', () => {
    const set = loudnessFrom(0.25, -6);
    expect(levelFor(set, -6).volume).toBeCloseTo(0.25, 9);
    expect(levelFor(set, 0).volume).toBeCloseTo(0.499, 3);
    expect(levelFor(loudnessFrom(1, -6), 3).volume).toBe(1);
  });
});
