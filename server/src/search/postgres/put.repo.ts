import { sql } from 'kysely';
import type { Tx } from '#platform/db/index.ts';
import type { MeetingMoments, MomentText } from '../moment.domain.ts';
import { plainForms } from './forms.ts';
import { ensurePartition, lockIndex, partitionOf } from './layout.repo.ts';
import { marksLiteral } from './marks.ts';
import { yearOf } from './newest.ts';
import { formsIn, rowsOf, type LanguageCount } from './rows.ts';

// The number of a moment: its meeting's, then its own.
const MOMENTS_OF_A_MEETING = 65_536;
const ROWS_AT_ONCE = 2000;

/** Writes a meeting's moments in the place of those that are there. */
export async function putMeeting(tx: Tx, meeting: MeetingMoments): Promise<void> {
  // Before anybody waits for us.
  const { newest, facts, moments, counts } = rowsOf({ ...meeting, moments: meeting.moments.slice(0, MOMENTS_OF_A_MEETING) });
  await lockIndex(tx);
  await removeMeeting(tx, meeting.meetingId);
  const number = await numberOf(tx, meeting.meetingId);
  if (moments.length === 0) return;
  const { rows: kept } = await sql<{ id: number }>`
    insert into search.facts (meeting, facts) select ${number}, facts::json from unnest(${facts.map(({ facts: own }) => JSON.stringify(own))}::text[]) with ordinality as of (facts, nth) order by nth returning id`.execute(tx);
  const idOf = (n: number): number => kept[n]?.id ?? 0;
  const year = yearOf(newest);
  for (const language of counts.keys()) await ensurePartition(tx, 'search', language, year);
  for (let from = 0; from < moments.length; from += ROWS_AT_ONCE) {
    const some = moments.slice(from, from + ROWS_AT_ONCE).map((row, n) => ({ ...row, id: number * MOMENTS_OF_A_MEETING + from + n }));
    await sql`insert into search.moments select * from unnest(
      ${some.map(({ id }) => id)}::bigint[], ${some.map((row) => idOf(row.facts))}::integer[], ${some.map(({ moment }) => moment.startMs)}::integer[],
      ${some.map(({ moment }) => moment.endMs)}::integer[], ${some.map(({ moment }) => JSON.stringify(moment.texts))}::json[])`.execute(tx);
  }
  for (const language of counts.keys()) {
    const own = moments.flatMap(({ texts, facts: of }, n) => texts.filter((text) => text.language === language).map((text) => ({ ...text, facts: of, id: number * MOMENTS_OF_A_MEETING + n })));
    for (let from = 0; from < own.length; from += ROWS_AT_ONCE) {
      const some = own.slice(from, from + ROWS_AT_ONCE);
      await sql`insert into ${sql.raw(`search.${partitionOf(language, year)}`)} select ${language}, ${newest}, t.moment, t.facts, t.nth, t.length, t.words::tsvector, t.marks::bigint[] from unnest(
        ${some.map(({ id }) => id)}::bigint[], ${some.map((row) => idOf(row.facts))}::integer[], ${some.map(({ nth }) => nth)}::smallint[],
        ${some.map(({ length }) => length)}::smallint[], ${some.map(({ vector }) => vector)}::text[], ${some.map((row) => marksLiteral(facts[row.facts]?.marks ?? [], row.isOriginal))}::text[])
        as t (moment, facts, nth, length, words, marks)`.execute(tx);
    }
  }
  for (const [language, count] of counts) await addCounts(tx, 'search', language, count);
}

/** Takes a meeting's moments out. Whoever calls holds the lock of the index: a new one may just take its place, in which meetings have other numbers. */
export async function removeMeeting(tx: Tx, meetingId: string): Promise<void> {
  const { rows: [found] } = await sql<{ number: number }>`select number from search.meetings where meeting_id = ${meetingId}`.execute(tx);
  if (!found) return;
  const first = found.number * MOMENTS_OF_A_MEETING;
  const last = first + MOMENTS_OF_A_MEETING - 1;
  const { rows: [any] } = await sql<{ any: boolean }>`select exists (select from search.moments where moment between ${first} and ${last}) as any`.execute(tx);
  if (any?.any !== true) return;
  await sql`
    with gone as (delete from search.texts where moment between ${first} and ${last} returning language, length, words),
    fewer as (update search.languages l set texts = l.texts - g.texts, words = l.words - g.words
      from (select language, count(*) as texts, sum(length) as words from gone group by language) g where l.language = g.language)
    update search.keys k set texts = k.texts - g.texts
    from (select language, lexeme, count(*) as texts from gone, unnest(gone.words) group by language, lexeme) g where k.language = g.language and k.key = g.lexeme collate "C"`.execute(tx);
  const { rows: gone } = await sql<{ texts: readonly MomentText[] }>`delete from search.moments where moment between ${first} and ${last} returning texts`.execute(tx);
  for (const [language, forms] of formsIn(gone.flatMap(({ texts }) => texts))) {
    const written = plainForms(forms);
    await sql`update search.forms f set texts = f.texts - n.texts from unnest(${written.map(([form]) => form)}::text[], ${written.map(([, , n]) => n)}::integer[]) as n (form, texts)
      where f.language = ${language} and f.form = n.form collate "C"`.execute(tx);
    await sql`delete from search.forms where language = ${language} and texts <= 0 and form = any(${written.map(([form]) => form)}::text[])`.execute(tx);
  }
  await sql`delete from search.facts where meeting = ${found.number}`.execute(tx);
}

async function numberOf(tx: Tx, meetingId: string): Promise<number> {
  const { rows: [row] } = await sql<{ number: number }>`
    insert into search.meetings (meeting_id) values (${meetingId}) on conflict (meeting_id) do update set meeting_id = excluded.meeting_id returning number`.execute(tx);
  if (!row) throw new Error('A meeting got no number in the index of search.');
  return row.number;
}

/** Adds what a language has gained. */
async function addCounts(tx: Tx, schema: string, language: string, { texts, words, keys, forms }: LanguageCount): Promise<void> {
  const to = (table: string) => sql.raw(`${schema}.${table}`);
  await sql`insert into ${to('languages')} as l values (${language}, ${texts}, ${words})
    on conflict (language) do update set texts = l.texts + excluded.texts, words = l.words + excluded.words`.execute(tx);
  await sql`insert into ${to('keys')} as k select ${language}, key, texts from unnest(${keys.keys()}::text[], ${keys.times()}::integer[]) as n (key, texts)
    on conflict (language, key) do update set texts = k.texts + excluded.texts`.execute(tx);
  const written = plainForms(forms);
  await sql`insert into ${to('forms')} as f select ${language}, form, shown, texts from unnest(${written.map(([form]) => form)}::text[], ${written.map(([, shown]) => shown)}::text[], ${written.map(([, , n]) => n)}::integer[]) as n (form, shown, texts)
    on conflict (language, form) do update set texts = f.texts + excluded.texts, shown = case when excluded.texts > f.texts then excluded.shown else f.shown end`.execute(tx);
}
