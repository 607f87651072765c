import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';

const ONE = '00000000-0000-4000-8000-000000000001';
const TWO = '00000000-0000-4000-8000-000000000002';

async function withTwoMeetings(): Promise<Database> {
  const database = await openTestDatabase();
  await database.pool.query(`
    insert into meetings (id, slug, titles, created_at, updated_at) values
      ('${ONE}', 'one', '{"en": "One"}', now(), now()), ('${TWO}', 'two', '{"en": "Two"}', now(), now());
    insert into speakers (id, slug, names) values ('${ONE}', 'jane', '{"en": "Jane"}');
    insert into agenda_items (id, meeting_id, position, titles) values ('${ONE}', '${ONE}', 0, '{"en": "A"}'), ('${TWO}', '${TWO}', 0, '{"en": "B"}');
    insert into channels (meeting_id, key, role, language, position) values ('${ONE}', 'floor', 'floor', 'mul', 0);
  `);
  return database;
}

describe('the database itself', () => {
  let database: Database;
  beforeAll(async () => {
    database = await withTwoMeetings();
  });
  afterAll(() => database.close());

  it.each([
    ['a second floor', `insert into channels (meeting_id, key, role, language, position) values ('${ONE}', 'f', 'floor', 'en', 1)`],
    ['a role that does not exist', `insert into channels (meeting_id, key, role, language, position) values ('${TWO}', 'f', 'flor', 'en', 1)`],
    ['a key twice', `insert into channels (meeting_id, key, role, language, position) values ('${ONE}', 'floor', 'relay', 'en', 1)`],
    ['two channels in one place', `insert into channels (meeting_id, key, role, language, position) values ('${ONE}', 'en', 'relay', 'en', 0)`],
    ['gaps that are no list', `update channels set gaps = '{}'`],
    ['another meeting\'s agenda item', `insert into interventions (meeting_id, position, speaker_id, language, start_ms, agenda_item_id) values ('${ONE}', 0, '${ONE}', 'en', 0, '${TWO}')`],
    ['an end before the start', `insert into interventions (meeting_id, position, speaker_id, language, start_ms, end_ms) values ('${ONE}', 0, '${ONE}', 'en', 5, 4)`],
    ['a meeting without a title', `update meetings set titles = '{}'`],
    ['a published meeting never published', `update meetings set state = 'published'`],
    ['a state that does not exist', `update meetings set state = 'lost'`],
    ['an end without a start', `update meetings set ends_at = now()`],
    ['a slug that is an address', `update meetings set slug = 'a/b' where slug = 'one'`],
    ['a script as the address of a document', `insert into documents (meeting_id, position, symbol, url) values ('${ONE}', 0, 'S/1', 'javascript:alert(1)')`],
    ['a body in itself', `insert into bodies (id, slug, parent_id) values ('${ONE}', 'b', '${ONE}')`],
    ['a category in the wrong place', `insert into categories (path) values ('a/b')`],
  ])('refuses %s', async (_, statement) => {
    await expect(database.pool.query(statement)).rejects.toThrow(/violates/);
  });

  it('keeps a body, a category and a topic that a meeting uses', async () => {
    await database.pool.query(`
      insert into bodies (id, slug) values ('${ONE}', 'b');
      insert into categories (id, path) values ('${ONE}', 'c');
      insert into topics (id, slug) values ('${ONE}', 't');
      update meetings set body_id = '${ONE}' where id = '${ONE}';
      insert into meeting_categories values ('${ONE}', '${ONE}', 0);
      insert into meeting_topics values ('${ONE}', '${ONE}', 0);
    `);
    for (const table of ['bodies', 'categories', 'topics']) {
      await expect(database.pool.query(`delete from ${table}`)).rejects.toThrow(/violates foreign key/);
    }
  });
});
