import { sql } from 'kysely';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { localOperator, publicActor, tokenActor } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createTagging, createVocabularies } from '../index.ts';

const clock = { now: () => new Date('2026-03-12T10:00:00Z') };
const TURTLE = `@prefix : <https://example.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
  :s a skos:ConceptScheme . :mines a skos:Concept ; skos:inScheme :s ; skos:prefLabel "Landmines"@en, "Mines terrestres"@fr ; skos:broader :arms .
  :arms a skos:Concept ; skos:inScheme :s ; skos:prefLabel "Arms control"@en .`;
const MEETING = '00000000-0000-4000-8000-000000000001';

async function open(database: Database) {
  const audit = createAuditLog(database);
  const again: string[] = [];
  const tagging = createTagging({ database, clock, audit, changed: async (_, id) => { again.push(id); } });
  const vocabularies = createVocabularies({ database, clock, audit, slugOf: ({ en = 'topic' }) => en.toLowerCase().replaceAll(' ', '-'), changed: async () => undefined });
  await vocabularies.import(localOperator(), [{ name: 'v', format: 'turtle', bytes: Readable.from([Buffer.from(TURTLE)]) }]);
  await sql`insert into meetings (id, titles, slug, created_at, updated_at) values (${MEETING}, '{"en": "M"}', 'm', now(), now())`.execute(database.db);
  return { tagging, vocabularies, again, audit };
}

const moment = (startMs: number, endMs: number, text: string) => ({ startMs, endMs, texts: [{ language: 'en', text }] });
const MOMENTS = [moment(0, 30_000, 'Landmines were cleared.'), moment(30_000, 60_000, 'Nothing of the kind; landmines again.')];

describe('the topics of moments', () => {
  it('are found by the vocabularies in use, as they are now', async () => {
    await using database = await openTestDatabase();
    const { tagging, vocabularies } = await open(database);
    expect(await tagging.topicsOf(database.db, MEETING, MOMENTS)).toEqual([['landmines'], ['landmines']]);
    expect((await tagging.expand('mines terrestres', 'fr')).map(({ slug, labels }) => [slug, labels])).toEqual([['landmines', { en: ['Landmines'], fr: ['Mines terrestres'] }]]);
    expect((await tagging.expand('arms control', 'en')).map(({ slug, weight }) => [slug, weight])).toEqual([['arms-control', 1], ['landmines', 0.5]]);
    await vocabularies.use(localOperator(), 'https://example.org/s', false);
    expect(await tagging.topicsOf(database.db, MEETING, MOMENTS)).toEqual([[], []]);
    expect(await tagging.review(localOperator(), MEETING)).toEqual([]);
    expect(await tagging.expand('arms control', 'en')).toEqual([]);
  });

  it('stay as somebody has decided, also when moments are cut otherwise', async () => {
    await using database = await openTestDatabase();
    const { tagging, again, audit } = await open(database);
    await tagging.topicsOf(database.db, MEETING, MOMENTS);
    const editor = tokenActor('editor');
    await tagging.decide(editor, MEETING, [
      { topic: 'landmines', startMs: 30_000, endMs: 60_000, state: 'refused' }, { topic: 'arms-control', startMs: 0, endMs: 30_000, state: 'accepted' },
    ]);
    expect(again).toEqual([MEETING]);
    const cutOtherwise = [moment(0, 20_000, 'Landmines were cleared.'), moment(20_000, 61_000, 'Nothing of the kind; landmines again.')];
    expect(await tagging.topicsOf(database.db, MEETING, cutOtherwise)).toEqual([['arms-control', 'landmines'], []]);
    expect((await tagging.review(editor, MEETING)).map(({ topic, state, startMs, decidedBy, said }) => [topic.slug, state, startMs, decidedBy, said])).toEqual([
      ['arms-control', 'accepted', 0, 'token editor', {}],
      ['landmines', 'suggested', 0, null, { en: 'Landmines' }],
      ['landmines', 'refused', 30_000, 'token editor', { en: 'landmines' }],
    ]);
    expect((await audit.list(localOperator())).slice(0, 2).map(({ action, actor }) => `${action} by ${actor}`).toSorted()).toEqual(['topic.accept by token editor', 'topic.refuse by token editor']);
    await tagging.decide(editor, MEETING, [{ topic: 'landmines', startMs: 30_000, endMs: 60_000, state: 'suggested' }]);
    expect(await tagging.topicsOf(database.db, MEETING, MOMENTS)).toEqual([['arms-control', 'landmines'], ['landmines']]);
  });

  it('are for reviewers, and of topics that there are', async () => {
    await using database = await openTestDatabase();
    const { tagging } = await open(database);
    await expect(tagging.decide(localOperator(), MEETING, [{ topic: 'none', startMs: 0, endMs: 1, state: 'accepted' }])).rejects.toMatchObject({ code: 'not_found' });
    await expect(tagging.decide(publicActor(), MEETING, [])).rejects.toMatchObject({ code: 'forbidden' });
    await expect(async () => tagging.review(publicActor(), MEETING)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
