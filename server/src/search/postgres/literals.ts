import type { QueryPart, SearchToken } from '@openfloor/words';

const SPECIAL = /['\\]/;
const quoted = (key: string): string => (SPECIAL.test(key) ? `'${key.replaceAll('\\', '\\\\').replaceAll('\'', '\'\'')}'` : `'${key}'`);

// PostgreSQL knows 16,383 places.
const LAST_PLACE = 16_000;
// Words of a name must not stand beside what is said.
const APART = 100;

/** The text form of a tsvector: what is said by place, and who says it, with the weight C; with each key once. */
export function vectorOf(said: readonly SearchToken[], named: readonly SearchToken[]): { readonly vector: string; readonly keys: Iterable<string> } {
  const places = new Map<string, string>();
  for (const { key, position } of said) {
    if (position >= LAST_PLACE) break;
    const known = places.get(key);
    places.set(key, known === undefined ? `${position + 1}` : `${known},${position + 1}`);
  }
  const from = Math.min(LAST_PLACE, (said.at(-1)?.position ?? 0) + APART);
  for (const { key, position } of named) {
    const known = places.get(key);
    const place = `${Math.min(LAST_PLACE + 300, from + position)}C`;
    places.set(key, known === undefined ? place : `${known},${place}`);
  }
  let vector = '';
  for (const [key, at] of places) vector += `${quoted(key)}:${at} `;
  return { vector, keys: places.keys() };
}

/** The text form of a tsquery for one part of a question; by `inOrder` false, of its words wherever they stand. */
function partQuery({ words, prefix }: QueryPart, inOrder = true): string {
  let query = '';
  let before = 0;
  words.forEach(({ key, place }, n) => {
    const word = quoted(key) + (prefix && n === words.length - 1 ? ':*' : '');
    if (n > 0) query += !inOrder ? ' & ' : place === before ? ' <0> ' : place - before === 1 ? ' <-> ' : ` <${place - before}> `;
    query += word;
    before = place;
  });
  return words.length > 1 ? `(${query})` : query;
}

/** A tsquery: all parts of one of these sets, and none of those excluded. Empty for no sets. */
export function setsQuery(sets: readonly (readonly QueryPart[])[], excluded: readonly QueryPart[], inOrder = true): string {
  if (sets.length === 0) return '';
  const wanted = sets.map((parts) => parts.map((part) => partQuery(part, inOrder)).join(' & ')).map((all) => (sets.length > 1 ? `(${all})` : all)).join(' | ');
  return excluded.length === 0 ? wanted : `(${wanted}) & ${excluded.map((part) => `!(${partQuery(part)})`).join(' & ')}`;
}

/** What the index alone can tell of such a query, which knows words but not their order; null where that is all of it. */
export function unorderedQuery(sets: readonly (readonly QueryPart[])[], excluded: readonly QueryPart[]): string | null {
  const isPhrase = ({ words }: QueryPart): boolean => words.length > 1;
  // What has the words of an excluded phrase need not have the phrase.
  return [...sets.flat(), ...excluded].some(isPhrase) ? setsQuery(sets, excluded.filter((part) => !isPhrase(part)), false) : null;
}

/** The places of a key in the text form of a tsvector, as the database writes it. */
export function placesIn(vector: string, key: string, prefix: boolean): { readonly said: readonly number[]; readonly named: boolean } {
  const wanted = quoted(key).slice(0, -1);
  const said: number[] = [];
  let named = false;
  for (let at = vector.indexOf(wanted); at >= 0; at = vector.indexOf(wanted, at + 1)) {
    if (at > 0 && vector[at - 1] !== ' ') continue;
    const after = at + wanted.length;
    if (!prefix && (vector[after] !== '\'' || vector[after + 1] !== ':')) continue;
    const colon = vector.indexOf('\':', after);
    const end = vector.indexOf(' ', colon);
    for (const place of vector.slice(colon + 2, end < 0 ? undefined : end).split(',')) {
      if (place.endsWith('C')) named = true;
      else said.push(Number(place));
    }
    if (!prefix) break;
  }
  return { said, named };
}
