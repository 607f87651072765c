import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '#platform/db/testing.ts';
import { ensureTopics, type TopicTables } from './index.ts';

const topic = (slug: string, label = {}, uri: string | null = null) => ({ slug, label, uri });

describe('topics', () => {
  it('are made on first use, and learn what they lack', async () => {
    await using database = await openTestDatabase();
    const first = await database.transaction((tx) => ensureTopics(tx, [topic('peace', { en: 'Peace' }), topic('aid')]));
    const again = await database.transaction((tx) => ensureTopics(tx, [topic('aid', { fr: 'Aide' }, 'https://example.org/aid'), topic('peace', { fr: 'Paix' })]));
    expect(again).toEqual(first.toReversed());
    await database.transaction((tx) => ensureTopics(tx, [topic('aid', { fr: 'Aide humanitaire' })]));
    const rows = await database.db.$extendTables<TopicTables>().selectFrom('topics').select(['slug', 'labels', 'uri']).orderBy('slug').execute();
    expect(rows).toEqual([
      { slug: 'aid', labels: { fr: 'Aide humanitaire' }, uri: 'https://example.org/aid' },
      { slug: 'peace', labels: { en: 'Peace', fr: 'Paix' }, uri: null },
    ]);
    expect(await database.transaction((tx) => ensureTopics(tx, []))).toEqual([]);
  });

  it('keep a URI to themselves', async () => {
    await using database = await openTestDatabase();
    const uri = 'https://example.org/1';
    await database.transaction((tx) => ensureTopics(tx, [topic('one', {}, uri)]));
    await expect(database.transaction((tx) => ensureTopics(tx, [topic('two', {}, uri)]))).rejects.toMatchObject({ code: 'name_taken', details: { name: `${uri} (topic one)` } });
  });
});
