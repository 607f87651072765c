/** A turn at the floor as the player needs it; times in ms on the meeting's timeline. */
export interface Turn {
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** How many colours tell speakers apart; after that they come round again. */
export const SPEAKER_COLOURS = 8;

/** The turn in which `ms` lies, the one that began last where two overlap; `null` between turns. Turns in order of start. */
export function turnAt<T extends Turn>(turns: readonly T[], ms: number): T | null {
  for (let i = lastStarted(turns, ms); i >= 0; i -= 1) {
    const turn = turns[i];
    if (turn && ms < turn.endMs) return turn;
  }
  return null;
}

/** The turn that begins next after `ms`, or `null` after the last. Turns in order of start. */
export function turnAfter<T extends Turn>(turns: readonly T[], ms: number): T | null {
  return turns[lastStarted(turns, ms) + 1] ?? null;
}

/**
 * Where "previous speaker" goes: to the start of this turn, or, in its first seconds, to the turn before it. `null`
 * before the first turn. Turns in order of start.
 */
export function turnBefore<T extends Turn>(turns: readonly T[], ms: number): T | null {
  return turns[lastStarted(turns, ms - 3_000)] ?? null;
}

/** A colour from 1 to 8 for each speaker, in the order in which they first speak. */
export function speakerColours(speakers: readonly string[]): ReadonlyMap<string, number> {
  const colours = new Map<string, number>();
  for (const speaker of speakers) {
    if (!colours.has(speaker)) colours.set(speaker, (colours.size % SPEAKER_COLOURS) + 1);
  }
  return colours;
}

function lastStarted(turns: readonly Turn[], ms: number): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turns[middle]?.startMs ?? Infinity) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
