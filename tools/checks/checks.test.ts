import { describe, expect, it } from 'vitest';
import { checkDocs } from './docs.ts';
import { compareLocales } from './locales.ts';
import { checkNames, checkSize } from './size.ts';
import type { Check } from './source.ts';
import { checkLeftovers, checkMachine } from './text.ts';

const found = async (check: Check, path: string, text: string) => (await check([{ path, text }])).map(({ message }) => message);

// Bad examples are put together here, so that the checks don't find them in this very file.
const join = (...parts: string[]) => parts.join('');

describe('sizes and names', () => {
  it('a file over 400 lines is too long; 400 are not', async () => {
    expect(await found(checkSize, 'server/src/a.ts', 'x\n'.repeat(401))).toEqual([expect.stringContaining('401 lines')]);
    expect(await found(checkSize, 'server/src/a.ts', 'x\n'.repeat(400))).toEqual([]);
    expect(await found(checkSize, 'packages/client/src/a.ts', `// Made from the description.\n${'x\n'.repeat(500)}`)).toEqual([]);
    expect(await found(checkSize, 'docs/long.md', 'x\n'.repeat(900))).toEqual([]);
  });

  it.each(['server/src/utils.ts', 'server/src/utils/time.ts', 'packages/media/src/hls-helpers.ts', 'server/src/meetings/types.ts', 'server/src/job.manager.ts', 'tools/helpers2.ts'])(
    '%s is a grab-bag', async (path) => expect(await found(checkNames, path, '')).toHaveLength(1));

  it.each(['server/src/meetings/meeting-types.domain.ts', 'server/src/typescript.ts', 'packages/media/src/prototypes.ts', 'server/src/managers-meeting.ts'])(
    '%s: names are judged by whole words', async (path) => expect(await found(checkNames, path, '')).toHaveLength(path.includes('meeting-types') ? 1 : 0));
});

describe('doc comments', () => {
  const inPackage = async (text: string) => found(checkDocs, 'packages/media/src/a.ts', text);
  const inService = async (text: string) => found(checkDocs, 'server/src/meetings/meetings.service.ts', text);

  it.each([
    'export const a = 1;',
    'export function f() {}',
    'export interface A { b: number }',
    'export type A = 1;',
    '/* not a doc comment */ export const a = 1;',
    '/** A doc comment, but of the import. */ import b from "b";\nexport const a = b;',
    '/** */ export const a = 1;',
  ])('are missing in: %s', async (text) => expect(await inPackage(text)).toHaveLength(1));

  it.each([
    '/** What it is. */\nexport const a = 1;',
    '/** What it does. */\nexport async function f() {}',
    'const hidden = 1; export { hidden as shown };',
    "export * from './b.ts';",
  ])('are there, or not needed, in: %s', async (text) => expect(await inPackage(text)).toEqual([]));

  it.each([
    'export class Meetings { async publish() {} }',
    'export interface Meetings { publish(): void; }',
    'export interface Meetings { publish: () => void; }',
    'export const createMeetings = () => ({ async publish() {} });',
    'export function createMeetings() { return { publish: async () => {} }; }',
  ])('are missing on a service method in: %s', async (text) => expect(await inService(text)).toEqual([expect.stringMatching(/^publish has no doc comment/)]));

  it.each([
    'export class Meetings { #db; constructor() {} #help() {} private also() {} /** Publishes. */ async publish() {} }',
    'export interface Meetings { readonly id: string; /** Publishes. */ publish(): void; }',
    'export const createMeetings = (): Meetings => ({ async publish() {} });',
  ])('are complete on a service in: %s', async (text) => expect(await inService(text)).toEqual([]));

  it('are not asked of tests and of other layers', async () => {
    expect(await found(checkDocs, 'packages/media/src/a.test.ts', 'export const a = 1;')).toEqual([]);
    expect(await found(checkDocs, 'server/src/meetings/meetings.repo.ts', 'export const a = 1;')).toEqual([]);
  });
});

describe('texts', () => {
  it.each([
    ['tools/a.ts', join("readFile('/ro", "ot/secret')")],
    ['docs/a.md', join('Look at /wo', 'rk/main.')],
    ['docs/a.md', join('Look at /ho', 'me/anna/openfloor.')],
    ['server/a.ts', join("open('/t", "mp/file')")],
    ['package-lock.json', join('"resolved": "ht', 'tps://example.org/a.tgz"')],
    ['.npmrc', join('registry=https://regis', 'try.npmjs.org/')],
  ])('%s must not name a machine: %s', async (path, text) => expect(await found(checkMachine, path, text)).toHaveLength(1));

  it.each([
    ['docs/a.md', 'Every /api/v1/tmp/x, ./work/a and C/root/b is fine.'],
    ['package-lock.json', '"resolved": "packages/media", "link": true'],
  ])('%s may say: %s', async (path, text) => expect(await found(checkMachine, path, text)).toEqual([]));

  it.each([
    ['server/a.ts', join('// TO', 'DO: later')],
    ['server/a.css', join('/* FIX', 'ME */')],
    ['server/a.test.ts', join('it.on', "ly('x', () => {})")],
    ['server/a.test.ts', join('describe.sk', "ip('x', () => {})")],
    ['server/a.ts', join('// oxlint-dis', 'able-next-line no-console')],
  ])('%s must not leave: %s', async (path, text) => expect(await found(checkLeftovers, path, text)).toHaveLength(1));

  it.each([
    ['server/a.ts', 'list.skip(1); // mastodon'],
    ['server/a.ts', join('// oxlint-dis', 'able-next-line no-console -- the command line speaks here')],
  ])('%s may say: %s', async (path, text) => expect(await found(checkLeftovers, path, text)).toEqual([]));
});

describe('locales', () => {
  const english = { play: 'Play', at: 'At {time}', files: { one: '{n} file', other: '{n} files' } };
  const russian = { play: 'Слушать', at: 'В {time}', files: { one: '{n} файл', few: '{n} файла', many: '{n} файлов', other: '{n} файла' } };
  const arabic = { ...english, files: Object.fromEntries(['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [form, '{n}'])) };
  const complete = { ar: arabic, zh: { ...english, files: { other: '{n}' } }, en: english, fr: { ...english, files: { one: '{n}', many: '{n}', other: '{n}' } }, ru: russian, es: { ...english, files: { one: '{n}', many: '{n}', other: '{n}' } } };
  const compare = (changes: Record<string, object>) =>
    compareLocales('locales', new Map(Object.entries({ ...complete, ...changes } as Record<string, Record<string, unknown>>))).map(({ path, message }) => `${path} ${message}`);

  it('that say the same in six languages are complete', () => {
    expect(compare({})).toEqual([]);
  });

  it('are compared key by key, place by place, form by form', () => {
    const { play: _, ...withoutPlay } = russian;
    expect(compare({ ru: withoutPlay })).toEqual(['locales/ru.ts lacks "play"']);
    expect(compare({ ru: { ...russian, extra: 'x' } })).toEqual(['locales/ru.ts has "extra", which English has not']);
    expect(compare({ ru: { ...russian, at: 'В {when}' } })).toEqual(['locales/ru.ts "at" has the places {when}, English has {time}']);
    expect(compare({ ru: { ...russian, play: ' ' } })).toEqual(['locales/ru.ts "play" is empty']);
    expect(compare({ ru: { ...russian, files: { one: '{n}', other: '{n}' } } })).toEqual([
      'locales/ru.ts "files" lacks the plural form "many"', 'locales/ru.ts "files" lacks the plural form "few"']);
  });

  it('must exist in all six languages', () => {
    const { ar: _, ...without } = complete;
    expect(compareLocales('locales', new Map(Object.entries(without)))).toEqual([{ path: 'locales/ar.ts', message: 'is missing: pages exist in all six languages' }]);
  });
});
