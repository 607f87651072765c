import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestMeeting } from '../fixtures/meeting/index.ts';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

let openfloor: Openfloor;

const YAML = `schema: openfloor/meeting/1
slug: réforme
title: { en: "Reform & more", fr: "Réforme" }
body: { slug: council, name: { en: Council, fr: Conseil } }
starts: 2026-03-12T10:00:00+01:00
agenda: [ { title: { en: Opening }, start: 0, end: 3 }, { title: { en: Debate }, start: 3 } ]
recording:
  picture: { file: council.mkv }
  channels:
    - { id: floor, role: floor, language: mul, file: council.mkv, track: 0 }
    - { id: fr, role: interpretation, language: fr, file: council.mkv, track: 1 }
    - { id: ar, role: interpretation, language: ar, file: council.mkv, track: 2 }
interventions:
  - { speaker: { en: Naledi Mokoena }, capacity: { en: President }, language: en, start: 0, end: 2 }
  - { speaker: { en: Amadou Diallo }, language: fr, start: 2, end: 6 }
words:
  - { kind: captions, channel: fr, file: fr.vtt }
  - { kind: transcript, channel: ar, language: ar, file: ar.vtt }
`;
const FRENCH = 'WEBVTT\n\n00:00.500 --> 00:02.900\nLa séance est ouverte.\n\n00:04.000 --> 00:05.900\nMerci.\n';
const ARABIC = 'WEBVTT\n\n00:01.000 --> 00:02.500\nافتتحت الجلسة.\n\n00:04.500 --> 00:05.900\nشكرا.\n';
const MEETING = encodeURIComponent('réforme');

beforeAll(async () => {
  openfloor = await startOpenfloor();
  const folder = join(openfloor.folder, 'council');
  await mkdir(folder);
  await makeTestMeeting({
    file: join(folder, 'council.mkv'), durationSeconds: 6, picture: { width: 320, height: 180 },
    channels: [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }, { id: 'ar', language: 'ar' }],
  });
  await Promise.all([writeFile(join(folder, 'meeting.yaml'), YAML), writeFile(join(folder, 'fr.vtt'), FRENCH), writeFile(join(folder, 'ar.vtt'), ARABIC)]);
  await openfloor.must('publish', folder, '--wait');
});
afterAll(() => openfloor?.[Symbol.asyncDispose]());

interface Fetched {
  readonly text: string;
  readonly headers: Headers;
}

async function get(path: string): Promise<Fetched> {
  const response = await fetch(new URL(path, openfloor.url));
  const text = await response.text();
  expect(response.status, `${path}: ${text.slice(0, 300)}`).toBe(200);
  return { text, headers: response.headers };
}

/** The elements of a document, by how often each stands in it; throws where it isn't well-formed. */
function elementsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (problem) => { throw problem; });
  parser.on('opentag', ({ name }) => counts.set(name, (counts.get(name) ?? 0) + 1));
  parser.write(text).close();
  return counts;
}

describe('a researcher', () => {
  it('finds the forms of a meeting in its page, and each of them is there', async () => {
    const { text, headers } = await get(`/fr/meetings/${MEETING}`);
    const links = [...text.matchAll(/<link rel="alternate" type="(application\/(?:json|akn\+xml|tei\+xml|ld\+json)(?:;[^"]*)?)" href="([^"]+)"/g)].map(([, type = '', href = '']) => ({ type: type.replaceAll('&quot;', '"'), href }));
    expect(links.length).toBe(4);
    expect(headers.get('Link')?.split('rel="alternate"').length).toBe(5);
    for (const { type, href } of links) expect((await get(href)).headers.get('Content-Type')).toContain(type.split(';', 1)[0]);
  });

  it('gets the debate and the corpus in each language, the second time for nothing', async () => {
    for (const language of ['ar', 'fr']) {
      expect(elementsOf((await get(`/api/v1/meetings/${MEETING}/akn/${language}`)).text).get('speech')).toBe(2);
      expect(elementsOf((await get(`/api/v1/meetings/${MEETING}/tei/${language}`)).text).get('u')).toBe(2);
    }
    const { text, headers } = await get('/api/v1/bodies/council/tei/fr');
    expect(elementsOf(text).get('xi:include')).toBe(1);
    const again = await fetch(new URL('/api/v1/bodies/council/tei/fr', openfloor.url), { headers: { 'If-None-Match': headers.get('ETag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('opens the recording as a manifest whose streams, captions and sentences are there', async () => {
    const collection = JSON.parse((await get('/iiif/collection.json')).text) as { items: { id: string; type: string }[] };
    const body = JSON.parse((await get(new URL(collection.items[0]?.id ?? '').pathname)).text) as typeof collection;
    const manifest = (await get(new URL(body.items.find(({ type }) => type === 'Manifest')?.id ?? '').pathname)).text;
    const own = [...new Set([...manifest.matchAll(/"id":"([^"]+\/(?:media|iiif\/meetings|api)\/[^"]+)"/g)].map(([, id = '']) => id))];
    const there = own.filter((id) => /\.m3u8|format=vtt|format=txt|texts\/[^/]+\/\w+\/\w+\.json|poster/.test(id));
    expect(there.length).toBeGreaterThan(7);
    for (const id of there) {
      const { pathname, search } = new URL(id);
      expect((await get(pathname + search)).headers.get('Access-Control-Allow-Origin'), id).toBe('*');
    }
  });

  it('harvests everything, and takes all of it along as one file', async () => {
    const harvested = (await get('/oai?verb=ListRecords&metadataPrefix=tei-ar')).text;
    expect([elementsOf(harvested).get('record'), elementsOf(harvested).get('TEI')]).toEqual([1, 1]);
    const file = join(openfloor.folder, 'archive.jsonl');
    expect(await openfloor.must('archive', file)).toMatchObject({ event: 'archived', meetings: 1 });
    const lines = (await readFile(file, 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as { type: string });
    expect(lines.map(({ type }) => type).join(' ')).toMatch(/^archive meeting( text){2}( lag)* cursor end$/);
    expect((await openfloor.command('archive', file)).code).toBe(1);
  });
});
