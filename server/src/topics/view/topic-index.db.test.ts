import { sql } from 'kysely';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { localOperator } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createVocabularies, topicReader } from '../index.ts';

const PREFIXES = '@prefix : <https://example.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n';
const ARMS = `:s a skos:ConceptScheme .
  :arms a skos:Concept ; skos:inScheme :s ; skos:prefLabel "Arms control"@en, "Contrôle des armes"@fr .
  :mines a skos:Concept ; skos:inScheme :s ; skos:prefLabel "Landmines"@en, "الألغام"@ar ; skos:altLabel "Anti-personnel mines"@en ; skos:broader :arms .
  :small a skos:Concept ; skos:inScheme :s ; skos:prefLabel "Small arms"@en ; skos:broader :arms .
  :water a skos:Concept ; skos:inScheme :s ; skos:prefLabel "Water"@en .
  :a a skos:Concept ; skos:inScheme :s ; skos:prefLabel "A in a circle"@en ; skos:broader :b .
  :b a skos:Concept ; skos:inScheme :s ; skos:prefLabel "B in a circle"@en ; skos:broader :a .`;
const RESTING = ':r a skos:ConceptScheme . :old a skos:Concept ; skos:inScheme :r ; skos:prefLabel "Old arms"@en . :mines skos:broader :old .';

async function open() {
  const database = await openTestDatabase();
  const vocabularies = createVocabularies({
    database, clock: { now: () => new Date('2026-03-12T10:00:00Z') }, audit: createAuditLog(database), slugOf: ({ en = 'topic' }) => en.toLowerCase().replaceAll(' ', '-'), changed: async () => undefined,
  });
  for (const text of [ARMS, RESTING]) await vocabularies.import(localOperator(), [{ name: 'v', format: 'turtle', bytes: Readable.from([Buffer.from(PREFIXES + text)]) }]);
  await vocabularies.use(localOperator(), 'https://example.org/r', false);
  await sql`insert into meetings (titles, slug, state, published_at, created_at, updated_at) values ('{"en": "M"}', 'm', 'published', now(), now(), now()), ('{"en": "D"}', 'd', 'draft', null, now(), now())`.execute(database.db);
  await sql`insert into moment_topics (meeting_id, topic_id, start_ms, end_ms, state, decided_by, decided_at)
    select m.id, t.id, s, s + 1000, case s when 2000 then 'refused' else 'suggested' end, case s when 2000 then 'me' end, case s when 2000 then now() end
    from meetings m, topics t, unnest(array[0, 1000, 2000]) s where t.slug in ('small-arms', 'water') and (m.slug = 'm' or t.slug = 'water') and (t.slug <> 'water' or s < 1000)`.execute(database.db);
  return { topics: topicReader(database.db), [Symbol.asyncDispose]: () => database.close() };
}

describe('the index of topics', () => {
  it('has those with none above them, and below each the most frequent first; what rests or isn’t public counts nothing', async () => {
    await using world = await open();
    const { groups, total } = await world.topics.index();
    expect(total).toBe(2);
    expect(groups.map(({ slug, moments, below, narrower }) => [slug, moments, below, narrower.map((one) => [one.slug, one.moments])])).toEqual([
      ['arms-control', 0, 2, [['small-arms', 2], ['landmines', 0]]], ['water', 1, 0, []],
    ]);
    expect(groups[0]?.label).toEqual({ en: 'Arms control', fr: 'Contrôle des armes' });
  });

  it('is searched by any name in any language, the nearest first', async () => {
    await using world = await open();
    const found = async (q: string) => (await world.topics.find(q, 10)).map(({ slug }) => slug);
    expect(await found('arms')).toEqual(['arms-control', 'small-arms']);
    expect(await found('الالغام')).toEqual(['landmines']);
    expect(await found('PERSONNEL anti')).toEqual(['landmines']);
    expect(await found('controle armes')).toEqual(['arms-control']);
    for (const nothing of ['old', '%', '  ', '"', 'x\\', '\u0000']) expect([nothing, await found(nothing)]).toEqual([nothing, []]);
    expect(await world.topics.find('small', 10)).toMatchObject([{ moments: 2, meetings: 1 }]);
  });
});
