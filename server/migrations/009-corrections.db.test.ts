import { expect, it } from 'vitest';
import { localOperator } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import { migrate } from '#platform/db/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createCorrections, createWords } from '#words/index.ts';
import { MIGRATIONS } from './index.ts';

const ID = '00000000-0000-4000-8000-000000000001';

it('numbers the segments that are there in their order, so that they can be corrected', async () => {
  const before = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < '009'));
  await using database = await openTestDatabase({ migrations: before });
  await database.pool.query(`
    insert into meetings (id, slug, titles, created_at, updated_at) values ('${ID}', 'one', '{"en": "One"}', now(), now());
    insert into texts (id, meeting_id, kind, channel, language, status, created_at, updated_at) values ('${ID}', '${ID}', 'captions', 'fr', 'fr', 'edited', now(), now());
    insert into segments (text_id, position, start_ms, end_ms, text) values ('${ID}', 1, 2000, 3000, 'Merci.'), ('${ID}', 0, 0, 1000, 'Bonjour.');
  `);
  await migrate(database, MIGRATIONS);
  const deps = { database, clock: systemClock, audit: createAuditLog(database) };
  const said = async () => (await createWords(deps).forChannel(ID, { key: 'fr', language: 'fr' }))?.segments.map(({ id, text, edited }) => [id, text, edited]);
  expect(await said()).toEqual([[1, 'Bonjour.', []], [2, 'Merci.', []]]);
  await createCorrections(deps).correct(localOperator(), ID, { version: 1, corrections: [{ do: 'add', startMs: 500, endMs: 900, text: 'Bonsoir.' }, { do: 'remove', segment: 2 }] });
  expect(await said()).toEqual([[1, 'Bonjour.', []], [3, 'Bonsoir.', ['text', 'times']]]);
  await createCorrections(deps).undo(localOperator(), ID);
  expect(await said()).toEqual([[1, 'Bonjour.', []], [2, 'Merci.', []]]);
});
