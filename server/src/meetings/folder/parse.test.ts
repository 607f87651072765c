import { describe, expect, it } from 'vitest';
import { folderOf, FULL_YAML } from '../testing/sample-folder.ts';
import { parseMeetingYaml } from './parse.schema.ts';
import { writeMeetingYaml } from './writer.ts';

const HEAD = 'schema: openfloor/meeting/1\ntitle: { en: T }\n';
const problemsOf = (text: string): readonly string[] => {
  const parsed = parseMeetingYaml(text);
  return parsed.ok ? [] : parsed.problems;
};

describe('meeting.yaml', () => {
  it('is read with its defaults filled in', () => {
    expect(folderOf(HEAD)).toMatchObject({ slug: null, format: 'meeting', timezone: 'UTC', body: null, recording: null, floorLanguages: [], words: [] });
    const folder = folderOf(FULL_YAML);
    expect(folder).toMatchObject({
      starts: '2020-12-03T15:00:00.000Z', ends: '2020-12-03T18:05:00.250Z',
      categories: [{ names: [{ en: 'Meetings and events' }, { en: 'Security Council' }] }, { path: 'general-debate', names: [{}] }],
      agenda: [{ startMs: 0, endMs: 60_500 }, { startMs: 60_500, endMs: null }],
      words: [{ kind: 'captions', channel: 'fr', language: 'fr' }, { kind: 'record', channel: null, language: 'fr' }],
    });
    expect(folder.interventions.map(({ startMs, speaker }) => [startMs, speaker.slug])).toEqual([[12_500, 'jane-doe'], [100_000, 'j-dupont-2'], [200_000, 'jane-doe']]);
  });

  it('is written so that it reads back the same', () => {
    const folder = folderOf(FULL_YAML);
    const written = writeMeetingYaml(folder);
    expect(folderOf(written)).toEqual(folder);
    expect(writeMeetingYaml(folderOf(written))).toBe(written);
    expect(folderOf(writeMeetingYaml(folderOf(HEAD)))).toEqual(folderOf(HEAD));
  });

  it('names every problem at once, in the order of the lines', () => {
    expect(problemsOf([
      'schema: openfloor/meeting/1', 'titel: { en: x }', 'title:', '  en: 2020', '  fr: " "', 'body: { slug: A B, naem: { en: x } }', 'starts: 2020-12-03',
      'interventions:', '  - { speaker: Jane, language: xx, start: 5, end: -3 }', 'documents: [ { url: "javascript:alert(1)" } ]', 'recording: { channels: [] }',
    ].join('\n'))).toEqual([
      'line 2: titel is not known here; did you mean title?',
      'line 4: title.en must be text; put "2020" in quotes',
      'line 5: title.fr is empty; write a text or leave the key out',
      'line 6: body.slug must be lower-case letters and digits joined by single hyphens, such as security-council',
      'line 6: body.naem is not known here; did you mean name?',
      'line 7: starts must be a date and time with its offset from UTC, such as 2020-12-03T10:00:00-05:00',
      'line 9: interventions[0].speaker must say the language of the text, such as { en: "..." }',
      'line 9: interventions[0].language is not a language tag (BCP 47) such as en, fr or zh-Hans',
      'line 9: interventions[0].end must be at least 0',
      'line 10: documents[0].url must be a web address that starts with https:// or http://',
      'line 11: recording.channels must have at least 1 entry',
    ]);
  });

  it.each([
    ['title: Hello\nschema: openfloor/meeting/1', 'line 1: title must say the language of the text, such as { en: "..." }'],
    ['title: { en: T }', 'line 1: schema is missing'],
    ['schema: openfloor/meeting/2\ntitle: { en: T }', 'line 1: schema must be openfloor/meeting/1'],
    [`${HEAD}title: { en: U }`, 'line 3: has a key that is there already; keep one of them'],
    [`${HEAD}timezone: Mars`, 'line 3: timezone must be a time zone of the IANA list, such as America/New_York or UTC'],
    ['schema: openfloor/meeting/1\ntitle: { fre: a, fr: b }', 'line 2: title.fr is the same language as fre; keep one of them'],
    ['schema: openfloor/meeting/1\ntitle: {}', 'line 2: title needs a text in at least one language, such as { en: "..." }'],
    [`${HEAD}body: [x]`, 'line 3: body must be text or a set of keys'],
    [`${HEAD}"a b\\n": 1`, expect.stringContaining('line 3: "a b\\n" is not a key that is known here; known are schema, slug')],
    [`${HEAD}ends: 2020-12-03T10:00:00Z`, 'line 3: ends needs a start too; add starts'],
    [`${HEAD}agenda: [ { title: { en: A }, start: 5, end: 5 } ]`, 'line 3: agenda[0].end must be after the start (5 s)'],
    [`${HEAD}interventions: [ { speaker: { en: A }, language: en, start: 1, agendaItem: 2 } ]`, 'line 3: interventions[0].agendaItem is 2, but the agenda has 0 items'],
    [`${HEAD}interventions: [ { speaker: { en: A }, language: en, start: 9999999 } ]`, 'line 3: interventions[0].start must be at most 604800'],
    [`${HEAD}symbol: ${'x'.repeat(201)}`, 'line 3: symbol must have at most 200 characters'],
    [`${HEAD}topics: [a, a]`, 'line 3: topics[1] is a a second time; keep one'],
    [`${HEAD}documents: [ {} ]`, 'line 3: documents[0] needs a symbol or a title'],
    [`${HEAD}words: [ { kind: captions, file: a.vtt }, { kind: record, file: b } ]`, 'line 3: words[0] needs a channel: whose captions are these?'],
  ])('says what is wrong in %j', (text, problem) => {
    expect(problemsOf(text)[0]).toEqual(problem);
  });
});

describe('YAML of strangers', () => {
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghi'.split('').map((letter, n) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefgh'[n]}`).join(',')}]`)].join('\n');
  it.each([
    ['', 'the file must be a set of keys'],
    ['- a list', 'must be a set of keys, not a list'],
    ['just text', 'the file must be a set of keys'],
    ['a: 1\n---\nb: 2', 'a second description (---)'],
    ['title: !!js/function "x"', 'has a tag (!)'],
    ['title: !evil { en: x }', 'has a tag (!)'],
    ['title: { en: "x }', 'line 1:'],
    ['\u0000', 'not text'],
    [bomb, 'too many aliases'],
    [nested, 'nested too deeply'],
    [' '.repeat(5_000_000), 'larger than 4 MiB'],
    [`${HEAD}__proto__: { polluted: true }`, '__proto__ is not a key that is known here'],
    [`${HEAD}<<: { slug: x }`, '"<<" is not a key that is known here'],
    [`${HEAD}? [a, b]\n: c`, 'line 3:'],
  ])('is refused with a reason: %#', (text, reason) => {
    const problems = problemsOf(text);
    expect(problems.join('\n').toLowerCase()).toContain(reason.toLowerCase());
    expect(problems.length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
