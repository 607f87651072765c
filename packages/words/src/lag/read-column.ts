import type { Evidence } from './evidence.ts';
import { BIN_MS, lagOf, type Column } from './lattice.ts';

/** What is right to within this is right. */
const RIGHT_WITHIN_MS = 1000;

const AROUND = Math.round(RIGHT_WITHIN_MS / BIN_MS);
const AT_HINT = 2;
// A hint that has less of the chances than this is only one among many.
const LEAST_AT_HINT = 0.3;

interface Reading {
  readonly lagMs: number;
  readonly confidence: number;
}

/** The lag in the middle of the chances, with how likely it is to be right. */
export function middleOf({ bins }: Column): Reading {
  let sum = 0;
  for (let bin = 0; bin < bins.length; bin += 1) {
    const chance = bins[bin] ?? 0;
    if (sum + chance >= 0.5) {
      const lagMs = lagOf(bin) + ((0.5 - sum) / chance - 0.5) * BIN_MS;
      return { lagMs: Math.max(0, lagMs), confidence: massAround(bins, bin, AROUND) };
    }
    sum += chance;
  }
  return { lagMs: 0, confidence: 0 };
}

/** The hint that has most of the chances to itself; null where none stands out. */
export function hintOf({ bins }: Column, { hints }: Evidence): Reading | null {
  const binOf = (lagMs: number): number => Math.round((lagMs - lagOf(0)) / BIN_MS);
  const found = hints.map(({ lagMs }) => ({ lagMs, chance: massAround(bins, binOf(lagMs), AT_HINT) })).toSorted((a, b) => b.chance - a.chance)[0];
  if (!found || found.chance < LEAST_AT_HINT) return null;
  return { lagMs: found.lagMs, confidence: massAround(bins, binOf(found.lagMs), AROUND) };
}

function massAround(bins: Float32Array, middle: number, reach: number): number {
  let sum = 0;
  for (let bin = Math.max(0, middle - reach); bin <= Math.min(bins.length - 1, middle + reach); bin += 1) sum += bins[bin] ?? 0;
  return Math.min(1, sum);
}
