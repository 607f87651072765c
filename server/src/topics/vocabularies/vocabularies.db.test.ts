import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import type { Database } from '#platform/db/index.ts';
import { bringOwnVocabulary, createVocabularies, ensureTopics, OWN_SCHEME, type TopicTables } from '../index.ts';
import { readSkos } from '../skos/read-skos.ts';

const PREFIXES = '@prefix : <https://example.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix openfloor: <urn:openfloor:vocabulary:> .\n';
const operator = localOperator();
const turtle = (body: string) => [{ name: 'words.ttl', format: 'turtle' as const, bytes: Readable.from([Buffer.from(PREFIXES + body)]) }];

const open = (database: Database) => {
  const told: string[] = [];
  const vocabularies = createVocabularies({
    database, clock: { now: () => new Date('2026-03-12T10:00:00Z') }, audit: createAuditLog(database),
    slugOf: ({ en, ...others }) => (en ?? Object.values(others)[0] ?? 'topic').toLowerCase().replaceAll(' ', '-'),
    changed: async () => { told.push('changed'); },
  });
  return { vocabularies, told };
};
const topics = (database: Database) => database.db.$extendTables<TopicTables>().selectFrom('topics').select(['slug', 'uri', 'labels', 'deprecated']).orderBy('slug').execute();

describe('a vocabulary', () => {
  it('comes in again with other labels at the same addresses, and nothing of it goes', async () => {
    await using database = await openTestDatabase();
    const { vocabularies, told } = open(database);
    await database.transaction((tx) => ensureTopics(tx, [{ slug: 'water', label: { ru: 'Вода' }, uri: null }]));
    const first = await vocabularies.import(operator, turtle(`:s a skos:ConceptScheme .
      :w a skos:Concept ; skos:inScheme :s ; skos:prefLabel "Water"@en ; skos:altLabel "Fresh water"@en . :o a skos:Concept ; skos:prefLabel "water"@en ; skos:broader :w, :away .`));
    expect(first).toEqual({ schemes: ['https://example.org/s'], concepts: 2, withdrawn: 0, labels: { en: 3 }, leftOut: [] });
    const again = await vocabularies.import(operator, turtle(`:s a skos:ConceptScheme . :w a skos:Concept ; skos:inScheme :s ; skos:prefLabel "Waters"@en .`));
    expect(again).toMatchObject({ concepts: 1, withdrawn: 1 });
    expect(await topics(database)).toEqual([
      { slug: 'water', uri: 'https://example.org/w', labels: { en: 'Waters' }, deprecated: false },
      { slug: 'water-2', uri: 'https://example.org/o', labels: { en: 'water' }, deprecated: true },
    ]);
    await database.transaction((tx) => ensureTopics(tx, [{ slug: 'water', label: { en: 'H2O', ru: 'Вода' }, uri: null }]));
    expect((await topics(database))[0]?.labels).toEqual({ en: 'Waters', ru: 'Вода' });
    expect(told).toHaveLength(2);
    expect(await createAuditLog(database).list(operator)).toMatchObject([{ action: 'vocabulary.import', detail: { concepts: 1, withdrawn: 1 } }, { action: 'vocabulary.import' }]);
  });

  it('goes out as Turtle that says the same', async () => {
    await using database = await openTestDatabase();
    const { vocabularies } = open(database);
    const body = `:s a skos:ConceptScheme ; skos:prefLabel "Ours \\"quoted\\""@en . :t a skos:ConceptScheme .
      :a a skos:Concept ; skos:inScheme :s, :t ; skos:prefLabel "A"@en, "Я"@ru ; skos:altLabel "Aa\\\\"@en ; skos:hiddenLabel "aaa"@en ; skos:broader :b, :c ; skos:notation "1" ; skos:definition "First"@en ; openfloor:everydayLabel "A"@en .
      :b a skos:Concept ; skos:inScheme :s ; skos:prefLabel "B"@en ; skos:broader :a ; skos:related :c . :c a skos:Concept ; skos:inScheme :t ; skos:prefLabel "C"@en .`;
    await vocabularies.import(operator, turtle(body));
    const written = await text(Readable.from(vocabularies.turtle(null)));
    const byUri = ({ concepts, schemes }: Awaited<ReturnType<typeof readSkos>>) => [concepts, schemes].map((list) => list.toSorted((x, y) => (x.uri < y.uri ? -1 : 1)));
    expect(byUri(await readSkos([{ name: 'again', format: 'turtle', bytes: Readable.from([Buffer.from(written)]) }]))).toEqual(byUri(await readSkos(turtle(body))));
    expect(await text(Readable.from(vocabularies.turtle('https://example.org/t')))).not.toContain('"B"@en');
  });

  it('rests, and is removed but for what meetings have', async () => {
    await using database = await openTestDatabase();
    const { vocabularies } = open(database);
    await vocabularies.import(operator, turtle(':s a skos:ConceptScheme . :a a skos:Concept ; skos:prefLabel "A"@en . :b a skos:Concept ; skos:prefLabel "B"@en .'));
    await sql`insert into meetings (titles, slug, created_at, updated_at) values ('{"en": "M"}', 'm', now(), now())`.execute(database.db);
    await sql`insert into meeting_topics (meeting_id, topic_id, position) select m.id, t.id, 0 from meetings m, topics t where t.slug = 'a'`.execute(database.db);
    await vocabularies.use(operator, 'https://example.org/s', false);
    expect(await vocabularies.list()).toEqual([{ uri: 'https://example.org/s', titles: {}, used: false, concepts: 2, changedAt: '2026-03-12T10:00:00.000Z' }]);
    expect(await vocabularies.remove(operator, 'https://example.org/s')).toEqual({ removed: 1, kept: 1 });
    expect((await topics(database)).map(({ slug }) => slug)).toEqual(['a']);
    await expect(vocabularies.use(operator, 'https://example.org/s', true)).rejects.toMatchObject({ code: 'not_found' });
    await expect(vocabularies.import(publicActor(), [])).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('of Openfloor comes along once, in six languages, and hangs together', async () => {
    await using database = await openTestDatabase();
    const { vocabularies, told } = open(database);
    await bringOwnVocabulary(vocabularies, operator);
    await bringOwnVocabulary(vocabularies, operator);
    expect(told).toHaveLength(1);
    const [scheme] = await vocabularies.list();
    expect(scheme).toMatchObject({ uri: OWN_SCHEME, used: true });
    expect(scheme?.concepts).toBeGreaterThanOrEqual(170);
    const written = await text(Readable.from(vocabularies.turtle(OWN_SCHEME)));
    const { concepts } = await readSkos([{ name: 'own', format: 'turtle', bytes: Readable.from([Buffer.from(written)]) }]);
    const uris = new Set(concepts.map(({ uri }) => uri));
    for (const { uri, labels, broader, related, everydayLabels, otherLabels, hiddenLabels } of concepts) {
      expect(Object.keys(labels).toSorted(), uri).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh']);
      expect([...broader, ...related].filter((other) => !uris.has(other)), uri).toEqual([]);
      for (const [language, list] of Object.entries(everydayLabels)) {
        const own = [labels[language], ...(otherLabels[language] ?? []), ...(hiddenLabels[language] ?? [])].map((label) => label?.toLowerCase());
        expect(list.filter((label) => !own.includes(label.toLowerCase())), uri).toEqual([]);
      }
    }
  });
});
