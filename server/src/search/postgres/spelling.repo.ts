import { sql } from 'kysely';
import { searchTokens, UNSPACED } from '@openfloor/words';
import type { Db } from '#platform/db/index.ts';
import { likelihoodOf, splitWords } from '../rank/nearness.domain.ts';
import type { WordsOfNames } from '../search.ports.ts';
import { plainForm } from './forms.ts';
import { languageOf } from './layout.repo.ts';

interface Form {
  readonly language: string;
  readonly form: string;
  readonly shown: string;
  readonly texts: number;
}

// A name counts like a word of so many texts: whoever has a page is worth as much as what is said now and then.
const OF_A_NAME = 20;
const MOST_FORMS = 1500;
/** In letters; what begins or ends like a long word are few with a letter more. */
const LONG = 6;
/** Of a question; each takes a look of its own. */
const MOST_CORRECTED = 6;
const beginning = (form: string, letters: number): string => Array.from(form).slice(0, letters).join('');
const ending = (form: string, letters: number): string => Array.from(form).reverse().slice(0, letters).join('');
/** The first text that doesn't begin so, as bytes are ordered. */
const after = (prefix: string): string => `${prefix}\u{10FFFF}`;

/** Written words that go on from a beginning, the most frequent first. */
export async function completeWord(db: Db, text: string, language: string, limit: number): Promise<readonly { readonly text: string; readonly language: string }[]> {
  const form = plainForm(text.trim());
  if (form === '') return [];
  const { rows } = await sql<Form>`
    select * from (select distinct on (form) * from search.forms where form >= ${form} and form < ${after(form)} and language = any(array(select language from search.languages))
      and texts > 0 order by form, language <> ${languageOf(language)}, texts desc limit ${MOST_FORMS}) f
    order by (language <> ${languageOf(language)}), texts desc, form limit ${limit}`.execute(db);
  return rows.map(({ shown, language: own }) => ({ text: shown, language: own }));
}

/** A query with each word that no text has in any form replaced by the one that was most likely meant, as it is written most often; null where there is nothing to replace, or nothing near. */
export async function correctWords(db: Db, text: string, language: string, names: WordsOfNames = async () => []): Promise<string | null> {
  let corrected = '';
  let changed = false;
  const pieces = splitWords(text);
  const known = await knownWords(db, pieces.filter(({ isWord }) => isWord).map((piece) => piece.text));
  const unknown = new Set(pieces.filter(({ isWord, text: word }) => isWord && !known.has(word) && !UNSPACED.test(word)).slice(0, MOST_CORRECTED));
  for (const piece of pieces) {
    const better = unknown.has(piece) ? await nearest(db, piece.text, language, names) : null;
    changed ||= better !== null;
    corrected += better ?? piece.text;
  }
  return changed ? corrected : null;
}

/** Those of the words that some text has, as they are or in another form. */
async function knownWords(db: Db, words: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows: languages } = await sql<{ language: string }>`select language from search.languages`.execute(db);
  const asked = languages.flatMap((row) => words.map((word) => ({ word, language: row.language, form: plainForm(word), key: searchTokens(word, row.language)[0]?.key ?? '' })));
  const { rows } = await sql<{ word: string }>`
    select distinct a.word from unnest(${asked.map(({ word }) => word)}::text[], ${asked.map((one) => one.language)}::text[], ${asked.map(({ form }) => form)}::text[], ${asked.map(({ key }) => key)}::text[]) as a (word, language, form, key)
    where exists (select from search.forms f where f.language = a.language collate "C" and f.form = a.form collate "C" and f.texts > 0)
      or exists (select from search.keys k where k.language = a.language collate "C" and k.key = a.key collate "C" and k.texts > 0)`.execute(db);
  return new Set(rows.map(({ word }) => word));
}

async function nearest(db: Db, word: string, language: string, names: WordsOfNames): Promise<string | null> {
  const form = plainForm(word);
  const length = Array.from(form).length;
  if (length < 4) return null;
  // A slip of the finger leaves the beginning or the end as it was.
  const letters = length < LONG ? 2 : 3;
  const [first, last] = [beginning(form, letters), ending(form, letters)];
  const { rows } = await sql<Form>`
    (select * from search.forms where language = any(array(select language from search.languages)) and form >= ${first} and form < ${after(first)}
      and char_length(form) between ${length - 2} and ${length + 2} and texts > 0 order by texts desc limit ${MOST_FORMS})
    union all
    (select * from search.forms where language = any(array(select language from search.languages)) and reverse(form) collate "C" >= ${last} and reverse(form) collate "C" < ${after(last)}
      and char_length(form) between ${length - 2} and ${length + 2} and texts > 0 order by texts desc limit ${MOST_FORMS})`.execute(db);
  const own = languageOf(language);
  const called = (await names(beginning(form, 2))).map((name) => ({ language: own, form: plainForm(name), shown: name, texts: OF_A_NAME }));
  if (called.some((name) => name.form === form)) return null;
  const [best] = [...rows, ...called].map((row) => ({ row, likely: likelihoodOf(form, row.form, row.texts, row.language === own) ?? -Infinity })).filter(({ likely }) => likely > -Infinity)
    .sort((a, b) => b.likely - a.likely || (a.row.form < b.row.form ? -1 : 1));
  return best?.row.shown ?? null;
}
