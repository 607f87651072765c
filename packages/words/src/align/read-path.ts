import { SPOKEN, type Lattice } from './lattice.ts';
import type { Pairs } from './metric.ts';

/** Rows of the sound, `to` after the last. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** The pairs of frames that a path lays upon each other. */
export function pairsOf(path: Int32Array, { kind, frame }: Lattice): Pairs {
  const pairs = { sound: new Int32Array(path.length), text: new Int32Array(path.length) };
  let count = 0;
  for (const [row, column] of path.entries()) {
    if (column < 0 || kind[column] !== SPOKEN) continue;
    pairs.sound[count] = row;
    pairs.text[count] = frame[column] ?? 0;
    count += 1;
  }
  return { sound: pairs.sound.subarray(0, count), text: pairs.text.subarray(0, count) };
}

/** Where each sentence lies by a path; null where it is left out. */
export function rowsOf(path: Int32Array, { kind, sentence }: Lattice, sentences: number): (Rows | null)[] {
  const places: (Rows | null)[] = Array.from({ length: sentences }, () => null);
  path.forEach((column, row) => {
    if (column < 0 || kind[column] !== SPOKEN) return;
    const own = sentence[column] ?? 0;
    places[own] = { from: places[own]?.from ?? row, to: row + 1 };
  });
  return places;
}

/** Where each sentence can be: from half the way to the place before until half the way to the one after. */
export function windowsOf(places: readonly (Rows | null)[], rows: number): (Rows | null)[] {
  const found = places.flatMap((place, n) => (place === null ? [] : [{ ...place, n }]));
  const all: (Rows | null)[] = places.map(() => null);
  for (const [index, { from, to, n }] of found.entries()) {
    const [before, after] = [found[index - 1], found[index + 1]];
    all[n] = { from: before ? Math.floor((before.to + from) / 2) : 0, to: after ? Math.ceil((to + after.from) / 2) : rows };
  }
  return all;
}
