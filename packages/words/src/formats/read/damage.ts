import type { Damage } from '../../segment.ts';
import { LIMITS } from './refused.ts';

/** Gathers what is told about a file, by line; what is the same on many lines beyond the limit is counted, not listed. */
export interface DamageList {
  add(line: number | null, says: string): void;
  list(): Damage[];
}

/** An empty list. */
export function createDamageList(): DamageList {
  const found: Damage[] = [];
  let more = 0;
  return {
    add(line, says) {
      if (found.length < LIMITS.damage) found.push({ line, says });
      else more += 1;
    },
    list() {
      const sorted = found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
      return more === 0 ? sorted : [...sorted, { line: null, says: `has ${more} more places that had to be mended or left out` }];
    },
  };
}

const QUOTED = 200;

/** Text for a sentence about damage: on one line, and cut where it is long. */
export const quote = (text: string): string => {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return `"${flat.length > QUOTED ? `${flat.slice(0, QUOTED)}…` : flat}"`;
};
