import { readMeetings, type JudgedLanguage } from '../../../fixtures/judged/index.ts';
import type { Database } from '../../../server/src/platform/db/index.ts';
import { JUDGED_DEPTH, type Searcher } from './searcher.ts';

/** The configurations that PostgreSQL brings; it has none for Chinese. */
const CONFIGURATIONS: Readonly<Record<JudgedLanguage, string>> = { ar: 'arabic', zh: 'simple', en: 'english', fr: 'french', ru: 'russian', es: 'spanish' };

/** PostgreSQL's own full-text search over the judged set, as its manual shows it: what Openfloor's search is compared with. */
export async function plainSearch({ pool }: Pick<Database, 'pool'>): Promise<{ readonly all: Searcher; readonly any: Searcher }> {
  await pool.query('create table plain_moments (moment text not null, language text not null, words tsvector not null)');
  const texts = readMeetings().flatMap(({ moments }) => moments).flatMap(({ id, words }) => Object.entries(words).map(([language, text]) => ({ id, language, text })));
  await pool.query('insert into plain_moments select m, l, to_tsvector(c::regconfig, t) from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as a (m, l, c, t)', [
    texts.map(({ id }) => id), texts.map(({ language }) => language), texts.map(({ language }) => CONFIGURATIONS[language as JudgedLanguage]), texts.map(({ text }) => text),
  ]);
  const asked = (name: string, joined: string): Searcher => ({
    name,
    async rank({ text, language }) {
      const { rows } = await pool.query<{ moment: string }>(`
        with asked as (select replace(websearch_to_tsquery($1::regconfig, $2)::text, '&', $3)::tsquery as query)
        select moment from plain_moments, asked where language = $4 and words @@ query
        order by ts_rank_cd(words, query) desc, moment limit $5`, [CONFIGURATIONS[language], text, joined, language, JUDGED_DEPTH]);
      return rows.map(({ moment }) => moment);
    },
  });
  // One that wants all words, and one that is content with any: whoever compares fairly compares with both.
  return { all: asked('plain PostgreSQL', '&'), any: asked('plain PostgreSQL, any word', '|') };
}
