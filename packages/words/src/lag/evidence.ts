/**
 * Something that tells of the lag at one moment: a list of lags, each more likely by its weight than lags elsewhere.
 * A weight is the chance that a thing is heard there because it belongs here, divided by how many such things one hears by
 * chance in each ms.
 */
export interface Evidence {
  readonly floorMs: number;
  readonly basis: 'turn' | 'words';
  readonly hints: readonly Hint[];
  /** How likely all that is were there none of the hints the right one, from 0 to 1. */
  readonly otherwise: number;
}

/** A lag that would explain what was heard. */
export interface Hint {
  readonly lagMs: number;
  readonly weight: number;
  /** Deviation in ms. */
  readonly spreadMs: number;
}

/** How much more likely a lag is by the evidence than without it; above 0. */
export function likelihood({ hints, otherwise }: Evidence, lagMs: number): number {
  let sum = otherwise;
  for (const hint of hints) {
    const off = (lagMs - hint.lagMs) / hint.spreadMs;
    if (off < 4 && off > -4) sum += (hint.weight * Math.exp(-0.5 * off * off)) / (hint.spreadMs * Math.sqrt(2 * Math.PI));
  }
  return sum;
}
