import type { QueryPart } from './query.ts';
import type { SearchToken } from './token.ts';

/** Where something that was looked for stands, in UTF-16 units of the text. */
export interface FoundSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds a query in the tokens of a text: the places to mark, in order; `null` when the text doesn't have all that is asked for, or
 * has what is excluded. The same answer as the database gives from the same keys.
 */
export function findQuery(tokens: readonly SearchToken[], query: readonly QueryPart[]): readonly FoundSpan[] | null {
  const places = new Map<number, SearchToken[]>();
  for (const token of tokens) places.set(token.position, [...(places.get(token.position) ?? []), token]);
  const spans: FoundSpan[] = [];
  for (const part of query) {
    const found = spansOf(places, part);
    if ((found.length === 0) !== part.excluded) return null;
    spans.push(...found);
  }
  return spans.length === 0 ? null : spans.toSorted((a, b) => a.from - b.from);
}

function spansOf(places: ReadonlyMap<number, readonly SearchToken[]>, { words, prefix }: QueryPart): readonly FoundSpan[] {
  const spans: FoundSpan[] = [];
  for (const start of places.keys()) {
    const found = words.map(({ key, place }, n) => {
      const mayGoOn = prefix && n === words.length - 1;
      return places.get(start + place)?.find((token) => token.key === key || (mayGoOn && token.key.startsWith(key)));
    });
    const first = found[0];
    const last = found.at(-1);
    if (first && last && found.every((token) => token !== undefined)) spans.push({ from: first.from, to: last.to });
  }
  return spans;
}
