import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localOperator } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { createMeetings, parseMeetingYaml, writeMeetingYaml } from './index.ts';
import { isSlug, meetingSlug, nameSlug } from './slug.domain.ts';
import { folderOf, smallFolder } from './testing/sample-folder.ts';

const corpus = process.env['OPENFLOOR_CORPUS'];

it.skipIf(corpus === undefined)('takes or refuses every naughty string, and stores those it takes unchanged', async () => {
  const strings = JSON.parse(await readFile(join(corpus ?? '', 'hostile/naughty-strings/blns.json'), 'utf8')) as string[];
  const titled = (text: string) => smallFolder({ title: { en: text } });
  const taken = strings.filter((text) => parseMeetingYaml(writeMeetingYaml(titled(text))).ok);
  expect(taken.length).toBeGreaterThan(strings.length * 0.9);
  for (const text of strings) {
    expect([text, isSlug(meetingSlug({ title: { en: text }, symbol: text, starts: null }))]).toEqual([text, true]);
    expect([text, isSlug(nameSlug({ en: text }, 'speaker'))]).toEqual([text, true]);
  }

  await using database = await openTestDatabase();
  const operator = localOperator();
  const meetings = createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
  for (const text of taken) {
    const folder = folderOf(writeMeetingYaml({
      ...titled(text), description: { ar: text }, documents: [{ symbol: null, title: { en: text }, url: null }],
      interventions: [{ speaker: { slug: nameSlug({ en: text }, 'speaker'), name: { en: text } }, capacity: { en: text }, language: 'en', startMs: 0, endMs: null, agendaItem: null }],
    }));
    const { slug } = await database.transaction(async (tx) => (await meetings.upsertFromFolder(operator, tx, folder)).meeting);
    const back = await meetings.toFolder(operator, slug);
    expect({ ...back, interventions: back.interventions.map(({ speaker, ...turn }) => ({ ...turn, speaker: speaker.slug })) }).toEqual(
      { ...folder, slug, interventions: folder.interventions.map(({ speaker, ...turn }) => ({ ...turn, speaker: speaker.slug })) });
    expect((await meetings.list(operator, { q: text, limit: 1 })).meetings.length).toBeLessThanOrEqual(1);
  }
});
