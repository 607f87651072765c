import { Validator } from '@hyperion-framework/validator';
import { Traverse } from '@iiif/parser';
import { presentation3StrictUpgrade } from '@iiif/parser/strict';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#access/index.ts';
import { machineErrors } from '#platform/http/index.ts';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { SAMPLE_SLUG } from '../../../../fixtures/sample/index.ts';
import { openTestArchive, type TestArchive } from '../testing/archive.test-support.ts';
import { iiifManifest } from './iiif-manifest.domain.ts';
import { PROPERTY_RULES } from './iiif-properties.test-support.ts';
import { iiifRoutes } from './iiif.routes.ts';

interface Resource {
  readonly [name: string]: unknown;
  readonly id: string;
  readonly type: string;
  readonly items: readonly Resource[];
}
type Texts = Readonly<Record<string, readonly string[]>>;

let archive: TestArchive;
let routes: Hono;
let manifests: readonly Resource[];
let collections: readonly Resource[];
const HOST = 'https://tv.example.org';

beforeAll(async () => {
  archive = await openTestArchive();
  routes = new Hono().onError(machineErrors(silentLog)).route('/', iiifRoutes({ interchange: archive.interchange, scopeOf: () => archive.scope }));
  manifests = await Promise.all([SAMPLE_SLUG, 'réforme-1', 'bare', 'silent'].map(manifestOf));
  collections = await Promise.all(['/iiif/collection.json', '/iiif/bodies/assembly/collection.json', '/iiif/bodies/council/collection.json'].map(get));
});
afterAll(() => archive.close());

async function get(path: string): Promise<Resource> {
  const response = await routes.request(path);
  expect(response.status, path).toBe(200);
  return await response.json() as Resource;
}
const manifestOf = (slug: string): Promise<Resource> => get(`/iiif/meetings/${archive.ids.get(slug) ?? ''}/manifest.json`);
const [sample, made, bare] = [() => at(0), () => at(1), () => at(2)];
function at(n: number): Resource {
  const found = manifests[n];
  if (!found) throw new Error('there is no such manifest');
  return found;
}
const canvasOf = ({ items }: Resource): Resource & { readonly duration: number; readonly annotations?: readonly Resource[] } => items[0] as ReturnType<typeof canvasOf>;

/**
 * As the schema (of 2020) knows manifests: without labels of annotation pages, which the specification allows (3.1), and with the
 * languages of bodies as one string, where it wants a list (3.2), as the parser below does.
 */
function asSchemaKnows(manifest: Resource): Resource {
  const copy = structuredClone(manifest);
  for (const page of resourcesIn(copy).filter(({ type }) => type === 'AnnotationPage')) Reflect.deleteProperty(page, 'label');
  for (const body of resourcesIn(copy.items).filter(({ type, language }) => ['Video', 'Sound', 'Text'].includes(type) && Array.isArray(language))) Reflect.set(body, 'language', (body['language'] as string[])[0]);
  return copy;
}

/** Every object within a resource that has a type. */
function resourcesIn(value: unknown): readonly Resource[] {
  if (Array.isArray(value)) return value.flatMap(resourcesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [...('type' in value ? [value as Resource] : []), ...Object.values(value).flatMap(resourcesIn)];
}
const everything = (): readonly Resource[] => [...manifests, ...collections].flatMap(resourcesIn);
const paths = (range: Resource): readonly string[] => range.items.flatMap((item) => (item.type === 'Canvas' ? [item.id] : [Object.values(item['label'] as Texts)[0]?.[0] ?? '', ...paths(item)]));

describe('IIIF Presentation API 3.0', () => {
  it('the JSON schema of the IIIF consortium’s validator finds nothing wrong', () => {
    const validator = new Validator({ allErrors: true });
    for (const manifest of manifests.map(asSchemaKnows)) expect([validator.validateManifest(manifest), validator.validators['manifest']?.errors ?? []]).toEqual([true, []]);
    for (const collection of collections) expect(validator.validateCollection(collection)).toBe(true);
  });

  it('a parser that mends manifests has nothing to mend', () => {
    for (const manifest of manifests) {
      const told: { warnings: string[] } = { warnings: [] };
      presentation3StrictUpgrade(structuredClone(manifest) as unknown as Parameters<typeof presentation3StrictUpgrade>[0], told);
      expect(told.warnings).toEqual([]);
    }
  });

  it('a parser finds the canvas, what is painted on it and the ranges', () => {
    const found = { canvas: 0, range: 0, annotation: 0 };
    new Traverse({ canvas: [() => { found.canvas += 1; }], range: [() => { found.range += 1; }], annotation: [() => { found.annotation += 1; }] }).traverseUnknown(structuredClone(sample()));
    expect(found.canvas).toBeGreaterThanOrEqual(1);
    expect([found.range > 6, found.annotation]).toEqual([true, 1 + 9]);
  });

  it('3.1 Descriptive Properties: label, summary, metadata, terms, rights, date and provider, in the languages there are', () => {
    expect(made()['label']).toEqual({ en: ['Reform of <everything> & "more"'], fr: ['Réforme : « tout »'], ar: ['إصلاح كل شيء'] });
    expect([made()['rights'], made()['navDate']]).toEqual(['http://creativecommons.org/licenses/by/4.0/', '2020-12-04T04:30:00Z']);
    expect((made()['requiredStatement'] as { value: Texts }).value).toEqual({ en: ['Free to share'] });
    expect((made()['metadata'] as { label: Texts; value: Texts }[]).map(({ label, value }) => [label['fr']?.[0], Object.values(value)[0]?.[0]])).toEqual([['Organe', 'Council & Co'], ['Cote', 'S/2020/1'], ['Date', expect.any(String)], ['Thèmes', 'Police']]);
    expect((made()['provider'] as Resource[]).map(({ type, label }) => [type, label])).toEqual([['Agent', { none: ['The Council'] }]]);
    expect([bare()['rights'], bare()['navDate'], bare()['requiredStatement']]).toEqual([undefined, undefined, undefined]);
  });

  it('3.2 Technical Properties: ids are http(s) addresses and no two are alike; format, language, duration, height and width', () => {
    for (const manifest of manifests) {
      const own = resourcesIn(manifest).filter(({ type, id }) => ['Manifest', 'Range', 'AnnotationPage', 'Annotation'].includes(type) || (type === 'Canvas' && !id.includes('#'))).map(({ id }) => id);
      expect(new Set(own).size).toBe(own.length);
    }
    expect(everything().filter(({ type, id }) => !['Choice', 'TextualBody'].includes(type) && !/^https?:\/\/\S+$/.test(id))).toEqual([]);
    expect(everything().filter(({ format }) => format !== undefined && !(typeof format === 'string' && /^[a-z]+\/[a-z0-9.+-]+$/.test(format)))).toEqual([]);
    expect(everything().filter(({ language, type }) => language !== undefined && !Array.isArray(language) && type !== 'TextualBody')).toEqual([]);
    expect(canvasOf(made())).toMatchObject({ duration: 130, width: 1280, height: 720 });
  });

  it('3.3 Linking Properties: homepage, rendering, seeAlso and partOf are lists of typed resources with labels', () => {
    for (const name of ['homepage', 'rendering', 'seeAlso']) {
      expect((made()[name] as Resource[]).every(({ id, type, label, format }) => id !== '' && type !== '' && typeof label === 'object' && typeof format === 'string'), name).toBe(true);
    }
    expect((made()['homepage'] as Resource[]).map(({ language }) => language)).toEqual(UI_LANGUAGES.map((language) => [language]));
    expect((made()['seeAlso'] as Resource[]).map(({ format }) => format)).toEqual(['application/json', 'application/akn+xml', 'application/tei+xml', 'application/akn+xml', 'application/tei+xml']);
    expect(made()['partOf']).toEqual([{ id: `${HOST}/iiif/bodies/council/collection.json`, type: 'Collection' }]);
  });

  it('3.4 and 3.5 Structural Properties and values: what is painted, and what is supplementing', () => {
    const annotations = everything().filter(({ type }) => type === 'Annotation');
    expect(new Set(annotations.map(({ motivation }) => motivation))).toEqual(new Set(['painting', 'supplementing']));
    for (const manifest of manifests) {
      const canvas = canvasOf(manifest);
      expect(resourcesIn(canvas.items).filter(({ type }) => type === 'Annotation').map(({ motivation }) => motivation)).toEqual(['painting']);
      expect(resourcesIn(canvas.annotations ?? []).filter(({ type, motivation }) => type === 'Annotation' && motivation !== 'supplementing')).toEqual([]);
    }
  });

  it('4.4 Language of Property Values: labels are maps of lists, under BCP 47 tags or none', () => {
    const maps = everything().flatMap(({ label, summary }) => [label, summary]).filter((map) => map !== undefined) as Texts[];
    expect(maps.every((map) => Object.entries(map).every(([tag, values]) => (tag === 'none' || Intl.getCanonicalLocales(tag).length === 1) && Array.isArray(values) && values.length > 0))).toBe(true);
    expect(maps.length).toBeGreaterThan(100);
  });

  it('4.6 Linked Data Context: at the top, and only there', async () => {
    const page = await get(`/iiif/meetings/${archive.ids.get('bare') ?? ''}/texts/floor/transcript/zh.json`);
    for (const top of [...manifests, ...collections, page]) {
      expect([Object.keys(top)[0], top['@context']]).toEqual(['@context', 'http://iiif.io/api/presentation/3/context.json']);
      expect(JSON.stringify(top).split('"@context"').length).toBe(2);
    }
  });

  it('5.1 Collection: the bodies below and the recordings, each with type, id and label; nothing is inside', () => {
    expect(collections.map(({ items }) => items.map(({ type, id }) => [type, id.replace(HOST, '').replace(/[0-9a-f-]{36}/, 'ID')]))).toEqual([
      [['Collection', '/iiif/bodies/assembly/collection.json'], ['Collection', expect.stringContaining('/iiif/bodies/')], ['Manifest', '/iiif/meetings/ID/manifest.json']],
      [['Collection', '/iiif/bodies/council/collection.json']],
      [['Manifest', '/iiif/meetings/ID/manifest.json'], ['Manifest', '/iiif/meetings/ID/manifest.json']],
    ]);
    expect(collections.flatMap(({ items }) => items).filter((item) => 'items' in item)).toEqual([]);
  });

  it('5.2 Manifest: one canvas, and the structure of the meeting', () => {
    expect(manifests.map(({ items, structures }) => [items.length, Array.isArray(structures)])).toEqual([[1, true], [1, true], [1, false], [1, false]]);
  });

  it('5.3 Canvas: a duration, both sides or neither, and at least one page of annotations', async () => {
    for (const { duration, width, height, items } of manifests.map(canvasOf)) expect([duration > 0, (width === undefined) === (height === undefined), items.length]).toEqual([true, true, 1]);
    const { meeting, media, texts } = await archive.interchange.playable(publicActor(), 'réforme-1');
    const heard = canvasOf(JSON.parse(JSON.stringify(iiifManifest(archive.scope, { meeting, texts, media: { ...media, hasPicture: false, rungs: [] } }))) as Resource);
    expect([heard['width'], resourcesIn(heard.items).filter(({ type }) => type === 'Sound').map(({ format }) => format)]).toEqual([undefined, ['audio/mp4', 'audio/mp4', 'audio/mp4']]);
  });

  it('5.4 Range: agenda items with those who take the floor, as stretches of the canvas in their order', () => {
    const canvas = canvasOf(made()).id;
    const [agenda] = made()['structures'] as Resource[];
    expect(agenda && paths(agenda)).toEqual([
      'Opening', `${canvas}#t=0,60`, 'Jane Doe · President', `${canvas}#t=1,30`,
      'Reform <2>', `${canvas}#t=60,130`, "O'Neil <x> · South Africa", `${canvas}#t=60,120`, 'Jane Doe', `${canvas}#t=120,130`,
    ]);
  });

  it('5.5 Annotation Page: captions as files within the manifest, sentences by reference', () => {
    const [files, ...sentences] = canvasOf(made()).annotations ?? [];
    expect(files?.items.map(({ body }) => [(body as Resource)['format'], (body as Resource)['language']])).toEqual([['text/vtt', undefined], ['text/vtt', ['fr']], ['text/vtt', ['fr']]]);
    expect(sentences.length).toBe(3);
    expect(sentences.every((page) => page.type === 'AnnotationPage' && !('items' in page))).toBe(true);
  });

  it('5.6 Annotation: a sentence with its language, at its time on the canvas', async () => {
    const [, first] = canvasOf(made()).annotations ?? [];
    const page = await get((first?.id ?? '').replace(HOST, ''));
    expect(page.id).toBe(first?.id);
    expect(page.items[0]).toEqual({
      id: `${page.id}#1`, type: 'Annotation', motivation: 'supplementing', target: `${canvasOf(made()).id}#t=2,6`,
      body: { type: 'TextualBody', value: 'The meeting is open & called to order now.', format: 'text/plain', language: 'mul' },
    });
    expect(new Validator().validateAnnotationPage({ id: page.id, type: page.type, items: page.items })).toBe(true);
  });

  it('5.7 Content Resources: a choice of channels, the floor first, each with its own name and stream', () => {
    const [choice] = resourcesIn(canvasOf(made()).items).filter(({ type }) => type === 'Choice');
    expect(choice?.items.map(({ type, format, id }) => [type, format, id.replace(/[0-9a-f-]{36}/, 'ID')])).toEqual(['floor', 'fr-auto', 'fr'].map((key) => ['Video', 'application/vnd.apple.mpegurl', `${HOST}/media/ID/master.m3u8?ch=${key}`]));
    for (const language of UI_LANGUAGES) expect(new Set(choice?.items.map(({ label }) => (label as Texts)[language]?.[0])).size).toBe(3);
    expect(resourcesIn(canvasOf(bare()).items).some(({ type }) => type === 'Choice')).toBe(false);
  });

  it('6.3 Responses: the media type with its profile, and open to pages of other sites', async () => {
    const response = await routes.request('/iiif/collection.json');
    expect([response.headers.get('Content-Type'), response.headers.get('Access-Control-Allow-Origin')]).toEqual(['application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"', '*']);
    const asked = await routes.request('/iiif/collection.json', { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('Access-Control-Allow-Methods')]).toEqual([204, 'GET, HEAD']);
  });

  it('Appendix A, Summary of Property Requirements: every resource has what it must, and nothing that it must not', () => {
    for (const resource of everything()) {
      const rules = PROPERTY_RULES[resource.type];
      // Elsewhere a resource is only referred to.
      if (!rules || (['Collection', 'Manifest', 'Canvas'].includes(resource.type) && !('items' in resource))) continue;
      const names = Object.keys(resource);
      expect([resource.type, rules.required.filter((name) => !names.includes(name)), names.filter((name) => ![...rules.required, ...rules.allowed].includes(name))]).toEqual([resource.type, [], []]);
    }
  });

  it('what is not public, not there or not to be heard has no manifest', async () => {
    for (const path of [`meetings/${archive.ids.get('later') ?? ''}/manifest.json`, 'meetings/nowhere/manifest.json', 'bodies/nowhere/collection.json', `meetings/${archive.ids.get('bare') ?? ''}/texts/floor/transcript/en.json`, `meetings/${archive.ids.get('bare') ?? ''}/texts/floor/x/zh.json`]) {
      expect((await routes.request(`/iiif/${path}`)).status, path).toBe(404);
    }
  });
});
