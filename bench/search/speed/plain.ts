import type { Database } from '../../../server/src/platform/db/index.ts';
import { quantile } from '../../measure/statistics.ts';
import type { Language } from './pools.ts';
import type { Question } from './questions.ts';

const CONFIGURATIONS: Readonly<Record<Language, string>> = { ar: 'arabic', zh: 'simple', en: 'english', fr: 'french', ru: 'russian', es: 'spanish' };

/** What PostgreSQL's own full-text search takes over the same texts. */
export interface Plain {
  readonly texts: number;
  readonly seconds: number;
  readonly diskBytes: number;
  readonly p95Ms: number;
  readonly medianMs: number;
}

/** The same texts and questions by PostgreSQL's own full-text search, as its manual shows it: one language, all matches ranked, the first twenty with a headline. */
export async function plainSearch({ pool }: Database, questions: readonly Question[]): Promise<Plain> {
  const began = performance.now();
  await pool.query('create table plain (language text not null, text text not null, words tsvector not null)');
  let texts = 0;
  for (const [language, configuration] of Object.entries(CONFIGURATIONS)) {
    const { rowCount } = await pool.query(`insert into plain select $1, t ->> 'text', to_tsvector($2::regconfig, t ->> 'text') from search.moments, json_array_elements(texts) t where t ->> 'language' = $1`, [language, configuration]);
    texts += rowCount ?? 0;
  }
  await pool.query('create index plain_words on plain using gin (words)');
  await pool.query('create index plain_language on plain (language)');
  await pool.query('analyze plain');
  const seconds = (performance.now() - began) / 1000;
  const milliseconds: number[] = [];
  for (const { text, language } of questions) {
    const from = performance.now();
    await pool.query(`with asked as (select websearch_to_tsquery($1::regconfig, $2) as query),
      found as (select text, ts_rank_cd(words, query) as rank, count(*) over () as total, query from plain, asked where language = $3 and words @@ query order by rank desc limit 20)
      select ts_headline($1::regconfig, text, query), rank, total from found`, [CONFIGURATIONS[language], text, language]);
    milliseconds.push(performance.now() - from);
  }
  const { rows: [size] } = await pool.query<{ bytes: string }>('select pg_total_relation_size(\'plain\') as bytes');
  await pool.query('drop table plain');
  return { texts, seconds, diskBytes: Number(size?.bytes), p95Ms: quantile(milliseconds, 0.95), medianMs: quantile(milliseconds, 0.5) };
}
