import { gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator } from '#access/index.ts';
import { parseMeetingYaml } from '#meetings/index.ts';
import { SAMPLE_SLUG } from '../../../../fixtures/sample/index.ts';
import { openTestArchive, type TestArchive } from '../testing/archive.test-support.ts';
import { all, breaches, one, readXml, type ReadElement } from '../testing/content-model.test-support.ts';
import { OAI_MODEL } from './oai-model.test-support.ts';
import { OaiRecords } from './oai-records.service.ts';
import { oaiRoutes } from './oai.routes.ts';
import { Oai } from './oai.service.ts';

let archive: TestArchive;
let routes: Hono;
let removed: string;
const NOW = new Date('2031-02-03T04:05:06.789Z');
const MANY = 120;

beforeAll(async () => {
  archive = await openTestArchive();
  const { meetings, database, interchange } = archive;
  const operator = localOperator();
  const make = async (slug: string, body: string): Promise<string> => {
    const parsed = parseMeetingYaml(`schema: openfloor/meeting/1\nslug: ${slug}\ntitle: { en: "${slug}" }\nbody: ${body}\nstarts: 2021-01-05T10:00:00Z\n`);
    if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
    return database.transaction(async (tx) => {
      const { meeting } = await meetings.upsertFromFolder(operator, tx, parsed.folder);
      await meetings.setState(operator, tx, meeting.id, 'schedule');
      return meeting.id;
    });
  };
  for (let n = 0; n < MANY; n += 1) await make(`small-${n}`, 'committee');
  await meetings.withdraw(operator, 'silent');
  removed = await make('removed', 'committee');
  await database.transaction((tx) => meetings.remove(operator, tx, removed));
  const records = new OaiRecords({ meetings, interchange, languages: async () => ['ar', 'en', 'es', 'fr', 'mul', 'ru', 'zh'] });
  routes = oaiRoutes({ oai: new Oai({ records, now: () => NOW }), scopeOf: () => archive.scope, contact: undefined });
});
afterAll(() => archive.close());

type Arguments = Readonly<Record<string, string>>;
const send = async (query: string): Promise<ReadElement> => {
  const response = await routes.request(`/oai?${query}`);
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/xml; charset=utf-8']);
  const root = readXml(await response.text());
  expect(breaches(root, OAI_MODEL)).toEqual([]);
  return root;
};
const ask = (verb: string, given: Arguments = {}): Promise<ReadElement> => send(new URLSearchParams({ verb, ...given }).toString());
const codeOf = (root: ReadElement): string | undefined => one(root, 'error').attributes['code'];
const identifier = (slug: string): string => `oai:tv.example.org:${archive.ids.get(slug) ?? slug}`;
const identifiers = (root: ReadElement): readonly string[] => all(root, 'header').map((header) => one(header, 'identifier').text);
const DC = { metadataPrefix: 'oai_dc' };

/** Walks to the end of a list, part by part. */
async function harvest(verb: string, given: Arguments): Promise<{ readonly parts: readonly ReadElement[]; readonly all: readonly string[] }> {
  const parts = [await ask(verb, given)];
  for (;;) {
    const [token] = all(parts.at(-1) ?? (await ask(verb, given)), 'resumptionToken');
    if (!token || token.text === '') return { parts, all: parts.flatMap(identifiers) };
    parts.push(await ask(verb, { resumptionToken: token.text }));
  }
}

describe('OAI-PMH 2.0', () => {
  it('2.4 Unique Identifier: an item is known by one, as oai-identifier has it', async () => {
    const found = (await harvest('ListIdentifiers', DC)).all;
    expect(new Set(found).size).toBe(found.length);
    expect(found.filter((id) => !/^oai:tv\.example\.org:[0-9a-f-]{36}$/.test(id))).toEqual([]);
    expect(all(await ask('Identify'), 'repositoryIdentifier')[0]?.text).toBe('tv.example.org');
  });

  it('2.5.1 Deleted records: what was withdrawn or removed is told as deleted, for ever, with its time and nothing else', async () => {
    for (const id of [identifier('silent'), identifier(removed)]) {
      const record = one(await ask('GetRecord', { ...DC, identifier: id }), 'record');
      expect([one(record, 'header').attributes['status'], record.children.length]).toEqual(['deleted', 1]);
    }
    expect((await harvest('ListRecords', DC)).all).toEqual(expect.arrayContaining([identifier('silent'), identifier(removed)]));
    // In the sets that it was in, and in no other.
    expect(all(one(one(await ask('GetRecord', { ...DC, identifier: identifier(removed) }), 'record'), 'header'), 'setSpec').map(({ text }) => text)).toEqual(['body:committee']);
    const sets = all(await ask('ListSets'), 'setSpec').map(({ text }) => text);
    for (const set of sets) {
      const gone = (await harvest('ListIdentifiers', { ...DC, set })).all.includes(identifier(removed));
      expect(gone, set).toBe(set === 'body' || set === 'body:committee');
    }
    expect(codeOf(await ask('ListMetadataFormats', { identifier: identifier('silent') }))).toBe('noMetadataFormats');
  });

  it('2.6 Set: a hierarchy of bodies and one of categories; a record names the lowest', async () => {
    const specs = all(await ask('ListSets'), 'setSpec').map(({ text }) => text);
    expect(specs).toEqual(expect.arrayContaining(['body', 'body:assembly', 'body:assembly:council', 'category', 'category:debates', 'category:debates:open']));
    expect(specs.filter((spec) => !/^([A-Za-z0-9\-_.!~*'()])+(:[A-Za-z0-9\-_.!~*'()]+)*$/.test(spec))).toEqual([]);
    const made = one(await ask('GetRecord', { ...DC, identifier: identifier('réforme-1') }), 'header');
    expect(all(made, 'setSpec').map(({ text }) => text)).toEqual(['body:assembly:council', 'category:debates:open']);
  });

  it('2.7.1 Selective Harvesting and Datestamps: both ends belong to it; what has new words is told again', async () => {
    const datestamp = await rewrite('later');
    expect((await harvest('ListIdentifiers', { ...DC, from: datestamp, until: datestamp })).all).toContain(identifier('later'));
    expect(codeOf(await ask('ListIdentifiers', { ...DC, until: '2001-01-01T00:00:00Z' }))).toBe('noRecordsMatch');
    const day = datestamp.slice(0, 10);
    expect((await harvest('ListIdentifiers', { ...DC, from: day, until: day })).all.length).toBeGreaterThan(MANY);
    expect(codeOf(await ask('ListIdentifiers', { ...DC, from: '2035-01-01' }))).toBe('noRecordsMatch');
  });

  it('2.7.2 Selective Harvesting and Sets: a set holds what is in the sets below it', async () => {
    for (const set of ['body:assembly', 'body:assembly:council', 'category:debates', 'category']) {
      expect((await harvest('ListIdentifiers', { ...DC, set })).all, set).toContain(identifier('réforme-1'));
    }
    expect((await harvest('ListIdentifiers', { ...DC, set: 'category:debates' })).all).not.toContain(identifier('bare'));
    expect(codeOf(await ask('ListRecords', { ...DC, set: 'body:nowhere' }))).toBe('noRecordsMatch');
  });

  it('3.1.1 HTTP Request Format: POST says the same as GET', async () => {
    const body = new URLSearchParams({ verb: 'ListSets' }).toString();
    const posted = await routes.request('/oai', { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
    expect(await posted.text()).toBe(await (await routes.request(`/oai?${body}`)).text());
  });

  it('3.1.3 Response Compression: as Identify says, and only for those who take it', async () => {
    const offered = all(await ask('Identify'), 'compression').map(({ text }) => text);
    expect(offered).toEqual(['gzip', 'deflate']);
    const packed = await routes.request('/oai?verb=ListRecords&metadataPrefix=oai_dc', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(packed.headers.get('Content-Encoding')).toBe('gzip');
    expect(readXml(gunzipSync(await packed.arrayBuffer()).toString()).name).toBe('OAI-PMH');
  });

  it('3.2 XML Response Format: when it was answered, what was asked; no arguments where they were wrong', async () => {
    const right = await ask('ListSets');
    expect([one(right, 'responseDate').text, one(right, 'request').text, one(right, 'request').attributes]).toEqual(['2031-02-03T04:05:06Z', 'https://tv.example.org/oai', { verb: 'ListSets' }]);
    for (const wrong of ['verb=Nothing', 'verb=GetRecord', 'verb=ListSets&set=x']) expect(one(await send(wrong), 'request').attributes).toEqual({});
    expect(one(await ask('GetRecord', { ...DC, identifier: 'x' }), 'request').attributes).toEqual({ verb: 'GetRecord', metadataPrefix: 'oai_dc', identifier: 'x' });
  });

  it('3.3 UTCdatetime: seconds are the granularity, and every datestamp has them', async () => {
    const { parts } = await harvest('ListIdentifiers', DC);
    const stamps = parts.flatMap((part) => all(part, 'datestamp')).map(({ text }) => text);
    expect(stamps.filter((stamp) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(stamp))).toEqual([]);
    const known = await ask('Identify');
    expect([one(known, 'granularity').text, stamps.every((stamp) => stamp >= one(known, 'earliestDatestamp').text)]).toEqual(['YYYY-MM-DDThh:mm:ssZ', true]);
  });

  it('3.5 Flow Control: parts hold every record once; the last has an empty token, and counts on', async () => {
    const { parts, all: found } = await harvest('ListRecords', DC);
    expect(parts.length).toBe(2);
    expect(new Set(found).size).toBe(MANY + 6);
    expect(parts.map((part) => one(part, 'resumptionToken')).map(({ text, attributes }) => [text === '', attributes['cursor']])).toEqual([[false, '0'], [true, '100']]);
    expect(all(await ask('ListIdentifiers', DC), 'resumptionToken')).toEqual([]);
  });

  it('3.5.1 Idempotency of resumptionTokens: the same token leads to the same part, whoever answers it', async () => {
    const token = one(await ask('ListRecords', DC), 'resumptionToken').text;
    expect(identifiers(await ask('ListRecords', { resumptionToken: token }))).toEqual(identifiers(await ask('ListRecords', { resumptionToken: token })));
  });

  it.each<[string, string, Arguments]>([
    ['badVerb', '', {}],
    ['badVerb', 'Nothing', {}],
    ['badArgument', 'Identify', { set: 'x' }],
    ['badArgument', 'GetRecord', { metadataPrefix: 'oai_dc' }],
    ['badArgument', 'ListRecords', {}],
    ['badArgument', 'ListRecords', { ...DC, from: 'yesterday' }],
    ['badArgument', 'ListRecords', { ...DC, from: '2021-02-31' }],
    ['badArgument', 'ListRecords', { ...DC, from: '2021-01-01', until: '2021-01-02T00:00:00Z' }],
    ['badArgument', 'ListRecords', { ...DC, from: '2022-01-01', until: '2021-01-01' }],
    ['badArgument', 'ListRecords', { ...DC, resumptionToken: 'x' }],
    ['badResumptionToken', 'ListRecords', { resumptionToken: 'x' }],
    ['badResumptionToken', 'ListSets', { resumptionToken: 'x' }],
    ['badResumptionToken', 'ListRecords', { resumptionToken: Buffer.from(JSON.stringify(['ListRecords', 'oai_dc', null, null, null, 'made up', 1])).toString('base64url') }],
    ['badResumptionToken', 'ListRecords', { resumptionToken: Buffer.from(JSON.stringify(['ListIdentifiers', 'oai_dc', null, null, null, 'made up', 1])).toString('base64url') }],
    ['cannotDisseminateFormat', 'ListRecords', { metadataPrefix: 'marc21' }],
    ['cannotDisseminateFormat', 'ListRecords', { metadataPrefix: 'tei-xx' }],
    ['idDoesNotExist', 'GetRecord', { ...DC, identifier: 'oai:tv.example.org:00000000-0000-4000-8000-000000000000' }],
    ['idDoesNotExist', 'GetRecord', { ...DC, identifier: 'oai:elsewhere.example:1' }],
    ['idDoesNotExist', 'ListMetadataFormats', { identifier: '<x>' }],
  ])('3.6 Error and Exception Conditions: %s for %s %o', async (code, verb, given) => {
    expect(codeOf(await ask(verb, given))).toBe(code);
  });

  it('3.6 Error and Exception Conditions: what is given twice, what an item has not, and an archive without sets', async () => {
    expect([codeOf(await send('verb=Identify&verb=Identify')), codeOf(await send('verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc'))]).toEqual(['badVerb', 'badArgument']);
    expect(codeOf(await ask('GetRecord', { metadataPrefix: 'tei-ru', identifier: identifier('bare') }))).toBe('cannotDisseminateFormat');
    const meetings = { changes: async () => ({ meetings: [], next: null, last: null }), listBodies: async () => [], listCategories: async () => [] };
    const empty = oaiRoutes({ oai: new Oai({ records: new OaiRecords({ meetings, interchange: archive.interchange, languages: async () => [] }), now: () => NOW }), scopeOf: () => archive.scope, contact: 'archive@example.org' });
    const asked = async (query: string) => readXml(await (await empty.request(`/oai?${query}`)).text());
    expect([codeOf(await asked('verb=ListSets')), codeOf(await asked('verb=ListRecords&metadataPrefix=oai_dc&set=x')), codeOf(await asked('verb=ListRecords&metadataPrefix=oai_dc'))]).toEqual(['noSetHierarchy', 'noSetHierarchy', 'noRecordsMatch']);
    expect(one(await asked('verb=Identify'), 'adminEmail').text).toBe('archive@example.org');
  });

  it('4.1 GetRecord: in each form that the item has', async () => {
    const formats = all(await ask('ListMetadataFormats', { identifier: identifier(SAMPLE_SLUG) }), 'metadataPrefix').map(({ text }) => text);
    expect(formats).toEqual(['oai_dc', ...['akn', 'tei'].flatMap((kind) => [kind, ...['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((language) => `${kind}-${language}`)])]);
    for (const metadataPrefix of formats) {
      const metadata = one(await ask('GetRecord', { metadataPrefix, identifier: identifier(SAMPLE_SLUG) }), 'metadata');
      expect(metadata.children.map(({ name }) => name)).toEqual([{ o: 'oai_dc:dc', a: 'akomaNtoso', t: 'TEI' }[metadataPrefix[0] ?? '']]);
    }
  });

  it('4.2 Identify: who this is, since when, and that nothing that went is forgotten', async () => {
    const known = one(await ask('Identify'), 'Identify');
    const told = Object.fromEntries(known.children.map(({ name, text }) => [name, text]));
    expect(told).toMatchObject({ repositoryName: 'Openfloor & friends', baseURL: 'https://tv.example.org/oai', protocolVersion: '2.0', adminEmail: 'webmaster@tv.example.org', deletedRecord: 'persistent' });
  });

  it('4.3 ListIdentifiers and 4.5 ListRecords: the same records; of documents only those that there are', async () => {
    expect((await harvest('ListIdentifiers', DC)).all).toEqual((await harvest('ListRecords', DC)).all);
    const living = async (metadataPrefix: string) => (await harvest('ListRecords', { metadataPrefix })).parts.flatMap((part) => all(part, 'TEI').map(({ attributes }) => attributes['xml:id'] ?? '')).sort((a, b) => (a < b ? -1 : 1));
    expect(await living('tei-fr')).toEqual(['of.réforme-1.fr', `of.${SAMPLE_SLUG}.fr`]);
    expect(await living('tei')).toEqual(['of.bare.zh', 'of.réforme-1.mul', expect.stringContaining(SAMPLE_SLUG)]);
  });

  it('4.4 ListMetadataFormats: prefixes are those of addresses, each with its schema and namespace', async () => {
    const formats = all(await ask('ListMetadataFormats'), 'metadataFormat').map(({ children }) => children.map(({ text }) => text));
    expect(formats.every(([prefix = '', schema = '', namespace = '']) => /^[A-Za-z0-9\-_.!~*'()]+$/.test(prefix) && URL.canParse(schema) && URL.canParse(namespace))).toBe(true);
    expect(formats.length).toBe(1 + 2 * 8);
  });

  it('5 Dublin Core: title, bodies, speakers, subjects, languages, times and terms of a meeting', async () => {
    const dc = one(await ask('GetRecord', { ...DC, identifier: identifier('réforme-1') }), 'oai_dc:dc');
    const told = (name: string) => all(dc, `dc:${name}`).map(({ text }) => text);
    expect(told('title').toSorted()).toEqual(['Reform of <everything> & "more"', 'Réforme : « tout »', 'إصلاح كل شيء']);
    expect(told('creator')).toEqual(['Council & Co', 'Conseil']);
    expect(told('contributor')).toEqual(['Jane Doe', 'Jeanne Doe', "O'Neil <x>"]);
    expect([told('language'), told('type'), told('date'), told('subject')]).toEqual([['en', 'fr'], ['Event', 'MovingImage'], ['2020-12-04T04:30:00.000Z'], ['Police', 'Police', 'Peace']]);
    expect(told('identifier')).toEqual([`https://tv.example.org/en/meetings/${encodeURIComponent('réforme-1')}`, `urn:uuid:${archive.ids.get('réforme-1') ?? ''}`, 'S/2020/1']);
    expect(told('rights')).toEqual(['CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/', 'Free to share']);
  });
});

/** Writes the words of a meeting anew, which leaves the meeting itself as it is; tells its time now. */
async function rewrite(slug: string): Promise<string> {
  const id = archive.ids.get(slug) ?? '';
  const before = await archive.meetings.get(localOperator(), id);
  await archive.database.transaction((tx) => archive.words.replace(localOperator(), tx, id, []));
  const after = await archive.meetings.get(localOperator(), id);
  expect([after.version, after.updatedAt > before.updatedAt]).toEqual([before.version, true]);
  return `${after.updatedAt.slice(0, 19)}Z`;
}
