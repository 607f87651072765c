import { sql } from 'kysely';

const MOST_WORDS = 10;

/** PostgreSQL text can hold neither NUL nor half a surrogate pair; nothing in it is found by them either. */
export const storable = (text: string): string => text.replaceAll('\u0000', '\ufffd').toWellFormed();

/** The words of a query; quotation marks around one are how people ask for exactly it. */
export const wordsOf = (q: string): readonly string[] => storable(q).split(/\s+/u)
  .map((word) => word.replace(/^["“”«»'‘’]+|["“”«»'‘’,;]+$/gu, '')).filter((word) => word !== '').slice(0, MOST_WORDS);

/** The word as it is searched for: folded, and nothing in it stands for anything. */
export const folded = (word: string) => sql<string>`regexp_replace(openfloor_fold(${word}::text), '([\\\\%_])', '\\\\\\1', 'g')`;

/** A pattern that finds the word anywhere in a folded text. */
export const likeWord = (word: string) => sql<string>`'%' || ${folded(word)} || '%'`;

/** A pattern that finds it where a word begins, in a folded text with a space before each. */
export const likeBeginning = (word: string) => sql<string>`'% ' || ${folded(word)} || '%'`;
