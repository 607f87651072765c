import type { AskedWord, WordPlaces } from '../rank/ranking.domain.ts';

/** Where each wanted word stands in a text, in their order, and where its tsvector ends. */
export interface ReadPlaces {
  readonly places: readonly WordPlaces[];
  readonly end: number;
}

// A place is 14 bits; above these stands the weight: 0 for what is said, 1 (C) for a name.
const PLACE = 0x3fff;
const NAMED = 1;

/**
 * Reads tsvectors as the database sends them (`tsvectorsend`: a count, then each key with a zero byte at its end, how often it
 * stands and where). Only wanted keys are taken out of the bytes: a question has a few, and a text a hundred.
 */
export function placesReader(wanted: readonly Pick<AskedWord, 'key' | 'prefix'>[]): (bytes: Buffer, at: number) => ReadPlaces {
  const keys = wanted.map(({ key, prefix }) => ({ bytes: Buffer.from(key), prefix }));
  return (bytes, begin) => {
    const places = keys.map(() => ({ said: [] as number[], named: false }));
    let at = begin + 4;
    for (let left = bytes.readUInt32BE(begin); left > 0; left -= 1) {
      const end = bytes.indexOf(0, at);
      const after = end + 3;
      const many = bytes.readUInt16BE(end + 1);
      for (const [n, { bytes: key, prefix }] of keys.entries()) {
        const one = places[n];
        if (!one || bytes[at] !== key[0] || (prefix ? end - at < key.length : end - at !== key.length) || bytes.compare(key, 0, key.length, at, at + key.length) !== 0) continue;
        for (let place = after; place < after + 2 * many; place += 2) {
          const packed = bytes.readUInt16BE(place);
          if (packed >> 14 === NAMED) one.named = true;
          else one.said.push(packed & PLACE);
        }
      }
      at = after + 2 * many;
    }
    return { places, end: at };
  };
}
