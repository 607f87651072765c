import type { Stretch } from './heard.ts';
import { SPOKEN, type Lattice } from './lattice.ts';
import type { Pairs } from './metric.ts';
import { JOINED, type Stacked } from './stacked.ts';

/** The pairs of frames that a path lays upon each other. */
export function pairsOf(path: Int32Array, { kind, frame }: Lattice): Pairs {
  const pairs: (readonly [number, number])[] = [];
  path.forEach((column, row) => { if (column >= 0 && kind[column] === SPOKEN) pairs.push([row, frame[column] ?? 0]); });
  return pairs;
}

/** Where each sentence lies by a path; null where it is left out. */
export function roughPlaces(path: Int32Array, sound: Stacked, lattice: Lattice, sentences: number): (Stretch | null)[] {
  const places: (Stretch | null)[] = Array.from({ length: sentences }, () => null);
  path.forEach((column, row) => {
    if (column < 0 || lattice.kind[column] !== SPOKEN) return;
    const sentence = lattice.sentence[column] ?? 0;
    const at = sound.at[row] ?? 0;
    places[sentence] = { from: places[sentence]?.from ?? at, to: sound.at[row + 1] ?? at + JOINED };
  });
  return places;
}

/** Where each sentence can be: from half the way to the place before until half the way to the one after. */
export function windowsOf(places: readonly (Stretch | null)[], length: number): (Stretch | null)[] {
  const found = places.flatMap((place, n) => (place === null ? [] : [{ ...place, n }]));
  const all: (Stretch | null)[] = places.map(() => null);
  for (const [index, { from, to, n }] of found.entries()) {
    const [before, after] = [found[index - 1], found[index + 1]];
    all[n] = { from: before ? Math.floor((before.to + from) / 2) : 0, to: after ? Math.ceil((to + after.from) / 2) : length };
  }
  return all;
}
