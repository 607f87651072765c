/** Random choices that are the same each time: a linear congruence (Park and Miller's). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed % 2_147_483_646) + 1;
    for (let n = 0; n < 8; n += 1) this.#next();
  }

  /** Evenly between two numbers. */
  between(from: number, to: number): number {
    return from + (to - from) * this.#next();
  }

  /** Whether what happens to a share of cases happens now. */
  share(share: number): boolean {
    return this.#next() < share;
  }

  oneOf<T>(things: readonly T[]): T {
    const one = things[Math.floor(this.#next() * things.length)];
    if (one === undefined) throw new RangeError('There is nothing to choose from.');
    return one;
  }

  #next(): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return (this.#state - 1) / 2_147_483_646;
  }
}
