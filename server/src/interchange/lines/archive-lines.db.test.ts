import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator, publicActor } from '#access/index.ts';
import { machineErrors } from '#platform/http/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { SAMPLE_SLUG } from '../../../../fixtures/sample/index.ts';
import { openTestArchive, type TestArchive } from '../testing/archive.test-support.ts';
import { archiveRoutes } from './archive-lines.routes.ts';
import { ArchiveLines } from './archive-lines.service.ts';

interface Line {
  readonly [name: string]: unknown;
  readonly type: string;
  readonly slug?: string;
  readonly cursor?: string;
}

let archive: TestArchive;
let routes: Hono;
const reads: string[] = [];

beforeAll(async () => {
  archive = await openTestArchive();
  await archive.meetings.withdraw(localOperator(), 'silent');
  const archiveLines = new ArchiveLines({
    meetings: archive.meetings, recordings: archive.recordings, lags: { forChannel: async () => null },
    words: {
      of: (id) => archive.words.of(id),
      read: async (id, channel, kind) => {
        reads.push(channel.key);
        return archive.words.forChannel(id, channel, kind);
      },
    },
  });
  routes = new Hono().onError(machineErrors(silentLog)).route('/', archiveRoutes({ archiveLines, actorOf: (c) => (c.req.header('Authorization') === undefined ? publicActor() : localOperator()), scopeOf: () => archive.scope }));
});
afterAll(() => archive.close());

const textOf = async (query = '', headers: Record<string, string> = {}): Promise<string> => {
  const response = await routes.request(`/archive.jsonl${query}`, { headers });
  expect(response.status).toBe(200);
  return response.text();
};
const linesOf = (text: string): readonly Line[] => text.trimEnd().split('\n').map((line) => JSON.parse(line) as Line);
const meetingsIn = (lines: readonly Line[]): readonly string[] => lines.flatMap(({ type, slug }) => (type === 'meeting' ? [slug ?? ''] : []));

describe('the archive as JSON lines', () => {
  it('is each meeting with all its texts, then a place to go on from, and an end', async () => {
    const lines = linesOf(await textOf());
    expect(lines[0]).toEqual({ type: 'archive', form: 'openfloor/archive/1', origin: 'https://tv.example.org' });
    expect(lines.map(({ type }) => type).join(' ')).toMatch(/^archive(( meeting( text)*| gone) cursor)+ end$/);
    expect(new Set(meetingsIn(lines))).toEqual(new Set([SAMPLE_SLUG, 'réforme-1', 'bare', 'later']));
    const sample = lines.findIndex(({ slug }) => slug === SAMPLE_SLUG);
    const texts = lines.slice(sample + 1, sample + 10);
    expect(texts.map(({ type, kind }) => [type, kind])).toEqual(expect.arrayContaining([['text', 'captions'], ['text', 'record']]));
    expect(texts.every(({ segments }) => Array.isArray(segments) && segments.length > 10)).toBe(true);
  });

  it('is the same each time, byte for byte', async () => {
    expect(await textOf()).toBe(await textOf());
  });

  it('goes on after each place as if it had never stopped', async () => {
    const whole = await textOf();
    const [head = '', ...rest] = whole.trimEnd().split('\n');
    const places = rest.flatMap((line, n) => ((JSON.parse(line) as Line).type === 'cursor' ? [n] : []));
    expect(places.length).toBe(5);
    for (const place of places) {
      const { cursor = '' } = JSON.parse(rest[place] ?? '') as Line;
      expect(await textOf(`?cursor=${cursor}`)).toBe(`${[head, ...rest.slice(place + 1)].join('\n')}\n`);
    }
  });

  it('tells of a withdrawn meeting that it has gone; the operator gets it, but not when he asks for what is public', async () => {
    expect(linesOf(await textOf()).find(({ type }) => type === 'gone')).toEqual({ type: 'gone', id: archive.ids.get('silent'), slug: 'silent', state: 'withdrawn', updatedAt: expect.any(String) as string });
    expect(meetingsIn(linesOf(await textOf('', { Authorization: 'Bearer x' })))).toContain('silent');
    expect(await textOf('?public=yes', { Authorization: 'Bearer x' })).toBe(await textOf());
  });

  it('is only of a body, or of what has changed since, when asked', async () => {
    expect(new Set(meetingsIn(linesOf(await textOf('?body=assembly'))))).toEqual(new Set(['réforme-1', 'later']));
    expect(linesOf(await textOf('?updated_since=2099-01-01T00:00:00Z')).map(({ type }) => type)).toEqual(['archive', 'end']);
  });

  it('is read as the reader takes it, and packed for who wants it so', async () => {
    reads.length = 0;
    const response = await routes.request('/archive.jsonl');
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    // Twelve texts are there; only the first few have been read when somebody goes after two lines.
    await reader?.cancel();
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    expect(reads.length).toBeLessThan(6);
    const packed = await routes.request('/archive.jsonl', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(await textOf());
  });

  it('refuses a place that is none, before it begins', async () => {
    expect((await routes.request('/archive.jsonl?cursor=nowhere')).status).toBe(400);
    expect((await routes.request('/archive.jsonl?updated_since=yesterday')).status).toBe(422);
  });
});
