import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { makeTestMeeting } from '../../../fixtures/meeting/index.ts';
import { openContainer, type Container } from './container.ts';

let folder: string;
let container: Container;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-search-'));
  container = await openContainer(readConfig({ OPENFLOOR_DATA: join(folder, 'data') }), silentLog);
  await container.work();
});
afterAll(async () => {
  await container?.close();
  await rm(folder, { recursive: true, force: true });
});

const vtt = (...cues: readonly (readonly [from: string, to: string, text: string])[]): string => `WEBVTT\n\n${cues.map(([from, to, text]) => `00:${from} --> 00:${to}\n${text}\n`).join('\n')}`;

async function publish(): Promise<string> {
  await makeTestMeeting({ file: join(folder, 'meeting.mka'), durationSeconds: 8, channels: [{ id: 'floor', language: 'en' }, { id: 'fr', language: 'fr' }] });
  await writeFile(join(folder, 'floor.vtt'), vtt(['00.000', '03.000', 'We cleared the mines near the border.'], ['04.500', '07.000', 'Women must be heard.']));
  await writeFile(join(folder, 'fr.vtt'), vtt(['01.000', '03.900', 'Nous avons enlevé les mines près de la frontière.'], ['05.000', '07.500', 'Les femmes doivent être entendues.']));
  await writeFile(join(folder, 'meeting.yaml'), `schema: openfloor/meeting/1
slug: mines
title: { en: "Mine action" }
body: security-council
starts: 2020-12-03T10:00:00Z
timezone: UTC
recording:
  channels: [{ id: floor, role: floor, language: en, file: meeting.mka, track: 0 }, { id: fr, role: interpretation, language: fr, file: meeting.mka, track: 1 }]
interventions:
  - { speaker: { en: "Ann Smith" }, capacity: { en: "South Africa" }, language: en, start: 0, end: 4 }
  - { speaker: { en: "Bo Li" }, capacity: { en: "China" }, language: en, start: 4, end: 8 }
words:
  - { kind: transcript, channel: floor, file: floor.vtt }
  - { kind: transcript, channel: fr, file: fr.vtt }
`);
  return (await container.recordings.publish(localOperator(), { path: folder })).meetingId;
}

const find = (text: string, language = 'en') => container.search.find(publicActor(), { text, language });

/** Asks until as many are found; tells how long that took, in ms. */
async function until(text: string, total: number): Promise<number> {
  const from = performance.now();
  while ((await find(text)).total !== total) await setTimeout(20);
  return performance.now() - from;
}

describe('a published meeting', () => {
  it('is found within two seconds, in each of its languages, and by whom it was said', async () => {
    const id = await publish();
    while ((await container.meetings.get(localOperator(), id)).state !== 'published') await setTimeout(20);
    expect(await until('femmes', 1)).toBeLessThan(2000);
    const { moments: [moment], facets } = await find('mines frontière', 'en');
    expect(moment).toMatchObject({
      meeting: { slug: 'mines', title: { en: 'Mine action' }, body: { slug: 'security-council' } }, start: 0, speaker: { slug: 'ann-smith' }, capacity: { en: 'South Africa' }, spoken: 'en',
      floor: { channel: 'floor', language: 'en', text: 'We cleared the mines near the border.', at: 0 },
      match: { channel: 'fr', language: 'fr', text: 'Nous avons enlevé les mines près de la frontière.', marks: [{ from: 22, to: 27 }, { from: 39, to: 48 }], at: 1000, by: 'words' },
      reader: { channel: 'floor', language: 'en' },
    });
    expect(facets.speaker).toEqual([{ value: 'ann-smith', name: { en: 'Ann Smith' }, count: 1 }]);
    expect(facets.body).toMatchObject([{ value: 'security-council', count: 1 }]);
    expect((await find('women china')).moments.map(({ speaker }) => speaker?.slug)).toEqual(['bo-li']);
  });

  it('is gone at once when it is withdrawn, and back when that is taken back', async () => {
    await container.meetings.withdraw(localOperator(), 'mines');
    expect(await find('mines')).toMatchObject({ total: 0, moments: [] });
    await container.meetings.republish(localOperator(), 'mines');
    expect(await until('mines', 1)).toBeLessThan(2000);
  });

  it('is found by what its texts say now', async () => {
    const { id } = await container.meetings.get(publicActor(), 'mines');
    const text = await container.words.forChannel(id, { key: 'floor', language: 'en' });
    const { id: segment = 0 } = text?.segments[0] ?? {};
    await container.corrections.correct(localOperator(), text?.id ?? '', { version: text?.version ?? 0, corrections: [{ do: 'set', segment, text: 'We cleared the snow near the border.' }] });
    expect(await until('snow', 1)).toBeLessThan(3000);
    expect((await find('mines')).moments.map(({ match }) => match.channel)).toEqual(['fr']);
  });

  it('stays as it is when all are indexed anew, and completes what is typed', async () => {
    expect(await container.indexing.reindex(localOperator())).toBe(1);
    await until('snow', 1);
    expect(await container.search.complete('front', 'fr')).toEqual([{ text: 'frontière', kind: 'word', slug: null, language: 'fr' }]);
    expect(await container.search.complete('ann', 'en')).toEqual([{ text: 'Ann Smith', kind: 'speaker', slug: 'ann-smith', language: null }]);
    expect(await find('fromtière', 'fr')).toMatchObject({ total: 0, suggestion: 'frontière' });
  });

  it('is indexed again by a vocabulary that changes its topics, and by no other', async () => {
    const jobs = async () => (await container.queue.states({ job: 'search.index.v1' })).length;
    const tagged = async () => { while ((await container.queue.states({ job: 'search.retag.v1' })).some(({ state }) => state === 'waiting' || state === 'running')) await setTimeout(20); };
    const bring = async (uri: string, label: string) => {
      const turtle = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <${uri}> a skos:ConceptScheme . <${uri}/1> a skos:Concept ; skos:inScheme <${uri}> ; skos:prefLabel "${label}"@en .`;
      await container.vocabularies.import(localOperator(), [{ name: 'v', format: 'turtle', bytes: Readable.from([Buffer.from(turtle)]) }]);
      await tagged();
    };
    const topics = async () => (await find('snow')).moments[0]?.topics ?? [];
    const before = await jobs();
    await bring('urn:test:seas', 'Deep sea currents');
    expect(await jobs()).toBe(before);
    await bring('urn:test:borders', 'Snow near the border');
    for (let n = 0; n < 100 && !(await topics()).includes('snow-near-the-border'); n += 1) await setTimeout(50);
    expect([await topics(), await jobs()]).toEqual([expect.arrayContaining(['snow-near-the-border']), before + 1]);
    await container.vocabularies.remove(localOperator(), 'urn:test:borders');
    for (let n = 0; n < 100 && (await topics()).includes('snow-near-the-border'); n += 1) await setTimeout(50);
    expect(await topics()).not.toContain('snow-near-the-border');
  });

  it('is found again by itself when the index was lost', async () => {
    await sql`drop schema search cascade`.execute(container.database.db);
    await expect(find('snow')).rejects.toMatchObject({ code: 'search_away' });
    const total = () => find('snow').then((answer) => answer.total, () => null);
    await expect.poll(total, { timeout: 20_000 }).toBe(1);
    expect(await find('snow')).toMatchObject({ building: false });
  });

  it('is nowhere when it is removed', async () => {
    await container.recordings.remove(localOperator(), 'mines');
    expect((await find('snow')).total).toBe(0);
  });
});
