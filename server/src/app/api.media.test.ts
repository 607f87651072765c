import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiFailure, createClient, everyMeeting } from '@openfloor/client';
import { localOperator } from '#access/index.ts';
import { apiDocument } from '#api/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { dataVersion, trustVersion } from '#platform/db/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { makeTestMeeting } from '../../../fixtures/meeting/index.ts';
import { apiRoutes } from './api-routes.ts';
import { createCallers } from './callers.ts';
import { createClipLimits } from './clip-limits.ts';
import { openContainer, type Container } from './container.ts';

const document = apiDocument({ strict: true });
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

let data: string;
let container: Container;
let api: Hono;
let meetingId: string;
let recordingId: string;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'openfloor-api-'));
  container = await openContainer(readConfig({ OPENFLOOR_DATA: data }), silentLog);
  await container.work();
  api = apiRoutes(container, {
    callers: createCallers('right', container.tokens), version: trustVersion(() => dataVersion(container.database)), limit: (_, next) => next(), clipLimits: createClipLimits(0),
  });
  const { file } = await makeTestMeeting({ file: join(data, 'hearing.mka'), durationSeconds: 3, channels: [{ id: 'floor', language: 'en' }, { id: 'fr', language: 'fr' }] });
  const accepted = await answer('post', '/recordings', { path: file, file: { title: 'Hearing', body: 'council', starts: '2026-03-12T10:00:00+01:00' } });
  ({ meetingId, recordingId } = accepted as { meetingId: string; recordingId: string });
  await container.recordings.watched(recordingId);
  for (;;) {
    const { state } = await answer('get', `/recordings/${recordingId}`, undefined, '/recordings/{id}') as { state: string };
    if (state === 'complete') break;
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
});

afterAll(async () => {
  await container?.close();
  await rm(data, { recursive: true, force: true });
});

/** Asks as operator, and holds the answer against the description of its operation. */
async function answer(method: string, path: string, body?: object, described = path.split('?', 1)[0] ?? path): Promise<unknown> {
  const response = await api.request(path, {
    method: method.toUpperCase(), headers: { Authorization: 'Bearer right', 'Content-Type': 'application/json' }, ...(body && { body: JSON.stringify(body) }),
  });
  const operation = document.paths[described]?.[method];
  const told = operation?.responses[String(response.status)] ?? operation?.responses['default'];
  expect(told, `${method} ${described} is described`).toBeDefined();
  const type = response.headers.get('Content-Type')?.split(';', 1)[0] ?? '';
  const said = told?.content?.[type];
  expect(said, `${method} ${described} may answer ${response.status} ${type}: ${await response.clone().text()}`).toBeDefined();
  if (!said?.schema) return response.text();
  const json: unknown = await response.json();
  const validate = ajv.compile({ ...said.schema, components: document.components });
  expect(validate(json) ? [] : validate.errors, `${method} ${path}`).toEqual([]);
  return json;
}

describe('the description of the API', () => {
  it('names every route that is mounted, and none that is not', () => {
    const mounted = api.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*')).map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const described = Object.entries(document.paths).flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`));
    // One that is missing here is added in server/src/api/operations.ts.
    expect([...new Set(mounted)].toSorted()).toEqual(described.toSorted());
  });

  it.each(Object.entries(document.paths).flatMap(([path, { get }]) => (get && path !== '/recordings/{id}/events' ? [path] : [])))('is true of GET %s', async (path: string) => {
    expect(await answer('get', path.replace('{slug}', 'hearing').replace('{id}', recordingId), undefined, path)).toBeTruthy();
  });

  it('is true of what is refused', async () => {
    expect(await answer('get', '/meetings/nowhere', undefined, '/meetings/{slug}')).toMatchObject({ code: 'meeting_not_found', status: 404 });
    expect(await answer('get', '/meetings?limit=many', undefined, '/meetings')).toMatchObject({ code: 'validation_failed' });
    expect(await answer('get', '/changes?updated_since=yesterday')).toMatchObject({ code: 'validation_failed' });
  });
});

describe('everything at once', () => {
  it('is one line per meeting, with its media', async () => {
    const lines = String(await answer('get', '/export.jsonl')).trim().split('\n').map((line) => JSON.parse(line) as { slug: string; media: { hls: string } });
    expect(lines.map(({ slug, media }) => [slug, media.hls.endsWith('/master.m3u8')])).toEqual([['hearing', true]]);
  });

  it('is a stream with all words, each line as it is described, and with an end', async () => {
    await container.database.transaction((tx) => container.words.bring(localOperator(), tx, meetingId, {
      kind: 'transcript', channel: 'fr', language: 'fr', status: 'edited', provenance: null,
      segments: [{ startMs: 0, endMs: 1000, text: 'Bonjour.', words: [{ startMs: 0, endMs: 900, text: 'Bonjour.', confidence: 0.9 }], speaker: null, language: null }],
    }));
    const described = document.paths['/archive.jsonl']?.['get']?.responses['200']?.content?.['application/jsonl'] as { 'x-line': object };
    const validate = ajv.compile({ ...described['x-line'], components: document.components });
    const lines = String(await answer('get', '/archive.jsonl')).trim().split('\n').map((line) => JSON.parse(line) as { type: string });
    for (const line of lines) expect(validate(line) ? [] : validate.errors, JSON.stringify(line)).toEqual([]);
    expect(lines.map(({ type }) => type)).toEqual(['archive', 'meeting', 'text', 'cursor', 'end']);
    expect(await answer('get', '/archive.jsonl?cursor=nowhere', undefined, '/archive.jsonl')).toMatchObject({ code: 'bad_request' });
  });

  it('is a table that spreadsheets read', async () => {
    for (const form of ['json', 'jsonl', 'csv']) {
      const packed = await api.request(`/export.${form}`, { headers: { 'Accept-Encoding': 'gzip' } });
      expect([packed.headers.get('Content-Encoding'), packed.headers.get('Vary')]).toEqual(['gzip', 'Authorization, Accept-Encoding']);
      expect(gunzipSync(await packed.arrayBuffer()).toString()).toContain('hearing');
    }
    const [head = '', line = ''] = String(await answer('get', '/export.csv')).split('\r\n');
    const row = Object.fromEntries(head.split(',').map((name, n) => [name, line.split(',')[n]]));
    expect(row).toMatchObject({ slug: 'hearing', title: 'Hearing', body: 'council', duration_seconds: expect.stringMatching(/^3\.\d+$/) as string, floor_languages: 'en', interpretation_languages: 'fr' });
  });
});

describe('the client', () => {
  const client = (token?: string) => createClient({
    url: 'http://here', ...(token !== undefined && { token }),
    fetch: async (request) => api.request(request.url.replace('http://here/api/v1', 'http://here'), request),
  });

  it('reads with types', async () => {
    const { data: meeting } = await client().GET('/meetings/{slug}', { params: { path: { slug: 'hearing' } } });
    expect([meeting?.title['en'], meeting?.media?.channels.map(({ key }) => key)]).toEqual(['Hearing', ['floor', 'fr']]);
    const { error } = await client().GET('/doctor');
    expect(error?.code).toBe('forbidden');
  });

  it('walks through everything, and learns of what was withdrawn', async () => {
    const states = async () => {
      const found: string[][] = [];
      for await (const { slug, state } of everyMeeting(client())) found.push([slug, state]);
      return found;
    };
    expect(await states()).toEqual([['hearing', 'published']]);
    expect(await answer('post', '/meetings/hearing/withdraw', {}, '/meetings/{slug}/withdraw')).toMatchObject({ state: 'withdrawn' });
    expect(await states()).toEqual([['hearing', 'withdrawn']]);
    await expect(everyMeeting(client(), { updatedSince: 'now' }).next()).rejects.toThrow(ApiFailure);
  });

  it('learns which addresses a cache has to forget, before they are gone for good', async () => {
    const { purge } = await answer('delete', '/meetings/hearing', undefined, '/meetings/{slug}') as { purge: { addresses: string[] } };
    expect(purge.addresses.filter((one) => one.endsWith('.mp4')).length).toBeGreaterThan(3);
    expect(purge.addresses).toContain('/fr/meetings/hearing');
    expect(await answer('get', '/meetings/hearing', undefined, '/meetings/{slug}')).toMatchObject({ code: 'meeting_not_found' });
    const last = [];
    for await (const { slug, state } of everyMeeting(client())) last.push([slug, state]);
    expect(last).toEqual([['hearing', 'removed']]);
  });
});
