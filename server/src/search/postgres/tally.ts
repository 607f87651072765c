/** How many times each key was added. One look in a large map for each word, not one to read and another to write. */
export class Tally implements Iterable<readonly [key: string, times: number]> {
  readonly #counts = new Map<string, { times: number }>();

  add(key: string): void {
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { times: 1 });
    else known.times += 1;
  }

  keys(): string[] {
    return [...this.#counts.keys()];
  }

  times(): number[] {
    return Array.from(this.#counts.values(), ({ times }) => times);
  }

  * [Symbol.iterator](): Generator<readonly [key: string, times: number]> {
    for (const [key, { times }] of this.#counts) yield [key, times];
  }
}
