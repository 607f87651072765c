/** How often each word was added. One look in a large map for each word, not one to read and another to write. */
export class Tally implements Iterable<readonly [word: string, times: number]> {
  readonly #counts = new Map<string, { times: number }>();

  add(word: string): void {
    const known = this.#counts.get(word);
    if (known === undefined) this.#counts.set(word, { times: 1 });
    else known.times += 1;
  }

  words(): string[] {
    return [...this.#counts.keys()];
  }

  times(): number[] {
    return Array.from(this.#counts.values(), ({ times }) => times);
  }

  * [Symbol.iterator](): Generator<readonly [word: string, times: number]> {
    for (const [word, { times }] of this.#counts) yield [word, times];
  }
}
