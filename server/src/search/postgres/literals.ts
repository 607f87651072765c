import type { QueryPart, SearchToken } from '@openfloor/words';

const SPECIAL = /['\\]/;

/** A key as tsvectors and tsqueries have it; in a tsquery it may go on. */
export const quoted = (key: string, goesOn = false): string => `'${SPECIAL.test(key) ? key.replaceAll('\\', '\\\\').replaceAll('\'', '\'\'') : key}'${goesOn ? ':*' : ''}`;

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

/** The text form of a tsquery for one part of a question. */
function partQuery({ words, prefix }: QueryPart): string {
  let query = '';
  let before = 0;
  words.forEach(({ key, place }, n) => {
    const word = quoted(key, prefix && n === words.length - 1);
    if (n > 0) query += place === before ? ' <0> ' : place - before === 1 ? ' <-> ' : ` <${place - before}> `;
    query += word;
    before = place;
  });
  return words.length > 1 ? `(${query})` : query;
}

/** A tsquery: all parts of one of these sets, and none of those excluded. Empty for no sets. */
export function setsQuery(sets: readonly (readonly QueryPart[])[], excluded: readonly QueryPart[]): string {
  if (sets.length === 0) return '';
  const wanted = sets.map((parts) => parts.map((part) => partQuery(part)).join(' & ')).map((all) => (sets.length > 1 ? `(${all})` : all)).join(' | ');
  return excluded.length === 0 ? wanted : `(${wanted}) & ${excluded.map((part) => `!(${partQuery(part)})`).join(' & ')}`;
}

/**
 * What the index is asked for, which knows words but not their order. Beside a rare word, frequent ones are left to the reading of
 * the few texts that have it. Empty where what is asked for stands nearly everywhere: then reading alone is faster.
 * @param having in how many of all texts a word stands
 */
export function indexedQuery(sets: readonly (readonly QueryPart[])[], having: (key: string) => number, all: number): string {
  const asked = sets.map((parts) => {
    const words = parts.flatMap(({ words: own, prefix }) => own.map(({ key }, n) => ({ key, goesOn: prefix && n === own.length - 1 })));
    const whole = words.filter(({ goesOn }) => !goesOn).map(({ key }) => having(key));
    if (whole.length === words.length && whole.reduce((share, many) => share * (many / all), 1) >= EVERYWHERE) return '';
    const kept = Math.min(...whole) > FEW ? words : words.filter(({ key, goesOn }) => goesOn || having(key) <= all * OFTEN);
    return (kept.length > 0 ? kept : words).map(({ key, goesOn }) => quoted(key, goesOn)).join(' & ');
  });
  return asked.includes('') ? '' : asked.map((one) => (asked.length > 1 ? `(${one})` : one)).join(' | ');
}

// Measured on a million texts.
const FEW = 2000;
const OFTEN = 0.05;
const EVERYWHERE = 0.15;

/** Whether some part is of several words in their order: the index finds more than that. */
export const asksForOrder = (sets: readonly (readonly QueryPart[])[]): boolean => sets.flat().some(({ words }) => words.length > 1);
