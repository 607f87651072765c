import type { LeftOut } from './skos.domain.ts';

/** Counts what is left out, by what it is. */
export class LeftOuts {
  readonly #found = new Map<string, { count: number; example: string }>();

  add(what: string, example: string): void {
    const before = this.#found.get(what);
    if (before) before.count += 1;
    else this.#found.set(what, { count: 1, example: example.slice(0, 200) });
  }

  list(): readonly LeftOut[] {
    return [...this.#found].map(([what, { count, example }]) => ({ what, count, example }));
  }
}
