import { describe, expect, it } from 'vitest';
import { gainFor } from './gain.ts';

const TARGET = { targetLufs: -18, ceilingDbtp: -1.5 };
const gain = (integratedLufs: number, truePeakDbtp: number): number => gainFor({ integratedLufs, truePeakDbtp }, TARGET);

describe('gainFor', () => {
  it('brings a channel to the target where its peaks leave room', () => {
    expect(gain(-24, -9)).toBe(6);
    expect(gain(-12, -0.1)).toBe(-6);
  });

  it('stops at the true-peak ceiling', () => {
    expect(gain(-24, -3)).toBe(1.5);
    expect(gain(-20, 0.5)).toBe(-2);
  });

  it('rounds to tenths, never upwards, and keeps exact tenths exact', () => {
    expect(gain(-20.36, -9)).toBe(2.3);
    expect(gain(-15.64, -3)).toBe(-2.4);
    expect(gain(-21.1, -9)).toBe(3.1);
    expect(gain(-18, -1.8)).toBe(0);
  });

  it('never boosts a booth that is off, nor by more than 20 dB', () => {
    expect(gain(-50.1, -40)).toBe(0);
    expect(gain(-Infinity, -Infinity)).toBe(0);
    expect(gain(Number.NaN, -20)).toBe(0);
    expect(gain(-49, -45)).toBe(20);
  });

  it('does not boost where the peak is not known', () => {
    expect(gain(-30, Number.NaN)).toBe(0);
    expect(gain(-10, Number.NaN)).toBe(-8);
  });

  it('gives a plain zero, which prints as 0', () => {
    expect(Object.is(gain(-18, -9), 0)).toBe(true);
  });
});
