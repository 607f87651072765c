import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#access/index.ts';
import { documentText } from '#platform/xml/index.ts';
import { SAMPLE_SLUG } from '../../../../fixtures/sample/index.ts';
import { openTestArchive, type TestArchive } from '../testing/archive.test-support.ts';
import { all, breaches, one, readXml, type ReadElement } from '../testing/content-model.test-support.ts';
import { bracketed, happening } from './noises.domain.ts';
import { teiCorpus } from './tei-corpus.domain.ts';
import { teiDocument } from './tei-document.domain.ts';
import { PARLAMINT_MODEL, TIMED_MODEL } from './tei-model.test-support.ts';

let archive: TestArchive;
let texts: ReadonlyMap<string, { readonly timed: ReadElement; readonly plain: ReadElement }>;
let corpora: readonly ReadElement[];

beforeAll(async () => {
  archive = await openTestArchive();
  const asked = [...['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((language) => [SAMPLE_SLUG, language, undefined] as const),
    [SAMPLE_SLUG, 'fr', 'captions'], ['réforme-1', 'mul', undefined], ['réforme-1', 'fr', undefined], ['bare', 'zh', undefined]] as const;
  texts = new Map(await Promise.all(asked.map(async ([slug, language, kind]) => {
    const { meeting, proceedings } = await archive.interchange.proceedings(publicActor(), slug, language, kind);
    const media = await archive.interchange.media(meeting.id);
    const [timed, plain] = [true, false].map((timeline) => readXml(documentText(teiDocument(archive.scope, meeting, proceedings, media, { timeline }))));
    if (!timed || !plain) throw new Error('nothing was written');
    return [`${slug} ${language}${kind === undefined ? '' : ` ${kind}`}`, { timed, plain }] as const;
  })));
  const asRead = async (body: string, language: string) => readXml(documentText(teiCorpus(archive.scope, await archive.interchange.corpus(publicActor(), body, language))));
  corpora = [await asRead('peace-council', 'fr'), await asRead('assembly', 'mul')];
});
afterAll(() => archive.close());

const text = (name: string): ReadElement => {
  const found = texts.get(name);
  if (!found) throw new Error(`there is no ${name}`);
  return found.timed;
};
const values = (root: ReadElement, element: string, attribute: string): readonly (string | undefined)[] => all(root, element).map(({ attributes }) => attributes[attribute]);
const ids = (root: ReadElement): readonly string[] => Object.keys(TIMED_MODEL).flatMap((name) => values(root, name, 'xml:id').filter((id) => id !== undefined));

describe('ParlaMint 4: the schemas', () => {
  it('ParlaMint-TEI.rng: a component without its timeline is as the schema wants it', () => {
    expect([...texts.values()].flatMap(({ plain }) => breaches(plain, PARLAMINT_MODEL))).toEqual([]);
    expect(texts.size).toBe(10);
  });

  it('ParlaMint-teiCorpus.rng: the root is as the schema wants it', () => {
    expect(corpora.flatMap((corpus) => breaches(corpus, PARLAMINT_MODEL))).toEqual([]);
  });

  it('TEI P5: with the timeline it is what the Guidelines allow', () => {
    expect([...texts.values()].flatMap(({ timed }) => breaches(timed, TIMED_MODEL))).toEqual([]);
  });

  it('ParlaMint.rng, id.att: names are those of XML, and unique over the corpus and its components', () => {
    const names = [...new Map([...texts].filter(([name]) => !name.endsWith('captions'))).values()].flatMap(({ timed }) => ids(timed));
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((id) => !/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id))).toEqual([]);
    expect(corpora.map((corpus) => ids(corpus).length - new Set(ids(corpus)).size)).toEqual([0, 0]);
  });

  it('ParlaMint.rng, normalized-space.string: names, heads and notes have no spaces at their ends, and no lines', () => {
    const strings = [...texts.values()].flatMap(({ timed }) => ['head', 'note', 'title', 'orgName', 'desc'].flatMap((name) => all(timed, name))).map((element) => element.text);
    expect(strings.filter((string) => !/^\S([^\n\t]*\S)?$/.test(string))).toEqual([]);
  });

  it('ParlaMint.rng, temporal.val: dates and times have the forms of XML Schema', () => {
    const times = [...texts.values()].flatMap(({ timed }) => [...values(timed, 'time', 'when'), ...values(timed, 'date', 'when'), ...values(timed, 'change', 'when')]);
    expect(times.filter((time) => !/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z)?$/.test(time ?? ''))).toEqual([]);
  });
});

describe('ParlaMint: the encoding guidelines', () => {
  it('Speeches: u has who and ana, and both lead into the root of the corpus', () => {
    const names = new Set(corpora.flatMap((corpus) => ids(corpus)).map((id) => `#${id}`));
    const asked = [SAMPLE_SLUG, 'réforme-1'].flatMap((slug) => all(text(`${slug} fr`), 'u').flatMap(({ attributes }) => [attributes['who'] ?? '', attributes['ana'] ?? '']));
    expect(asked.filter((pointer) => !names.has(pointer))).toEqual([]);
    expect(new Set(values(text(`${SAMPLE_SLUG} en`), 'u', 'ana'))).toEqual(new Set(['#chair', '#regular']));
  });

  it('Speeches: who is not on the list of speakers is named in a note and has no who', () => {
    expect(all(text('réforme-1 mul'), 'u').map(({ attributes }) => attributes['who'] ?? null)).toEqual(['#person-jane-doe', null, '#person-2nd-speaker', '#person-jane-doe']);
    expect(all(text('réforme-1 mul'), 'note').filter(({ attributes }) => attributes['type'] === 'speaker').map((note) => note.text)).toContain('A voice');
  });

  it('Metadata: how many speeches and words, and how often each element stands in the text', () => {
    for (const { timed } of texts.values()) {
      const usage = new Map(all(timed, 'tagUsage').map(({ attributes }) => [attributes['gi'] ?? '', Number(attributes['occurs'])]));
      for (const name of ['div', 'head', 'u', 'seg', 'note', 'gap']) expect(usage.get(name) ?? 0).toBe(all(one(timed, 'body'), name).length);
      expect(values(timed, 'measure', 'quantity')[0]).toBe(String(all(timed, 'u').length));
    }
    expect(values(text('bare zh'), 'measure', 'quantity')[1]).toBe('4');
  });

  it('Metadata: the terms of the meeting, or that none are known', () => {
    expect([values(text('réforme-1 fr'), 'availability', 'status'), one(text('réforme-1 fr'), 'licence').text]).toEqual([['free'], 'CC-BY-4.0']);
    expect(values(text('bare zh'), 'availability', 'status')).toEqual(['unknown']);
  });

  it('Languages: xml:lang of a segment where it isn’t that of the text', () => {
    expect(values(text('réforme-1 mul'), 'seg', 'xml:lang')).toEqual(['en', undefined, 'fr', 'fr', 'en']);
  });

  it('Transcriber comments: holes of the channel, applause and laughter, and what the record tells', () => {
    expect(all(text('réforme-1 fr'), 'gap').map(({ attributes }) => attributes['reason'])).toEqual(['inaudible']);
    expect(all(text(`${SAMPLE_SLUG} en`), 'note').filter(({ attributes }) => attributes['type'] === 'narrative').length).toBeGreaterThan(0);
    expect([bracketed('[Applause]'), bracketed('（笑声）'), bracketed('No [brackets] here')]).toEqual(['Applause', '笑声', null]);
    expect(['Applaudissements', '笑声', 'A <vote> was taken'].map((said) => happening(said).markup)).toEqual([
      '<kinesic type="applause"><desc>Applaudissements</desc></kinesic>', '<vocal type="laughter"><desc>笑声</desc></vocal>', '<note type="narrative">A &lt;vote&gt; was taken</note>']);
  });

  it('Corpus root: persons with their names in every language, the tree of bodies, taxonomies, and each text once', () => {
    const [sample, made] = corpora;
    expect(one(sample ?? text(''), 'listPerson').children.length).toBe(6);
    expect(made && all(made, 'org').map(({ attributes }) => attributes['xml:id'])).toEqual(['body.assembly', 'body.council']);
    expect(made && values(made, 'xi:include', 'href')).toEqual([`https://tv.example.org/api/v1/meetings/${encodeURIComponent('réforme-1')}/tei/mul`]);
  });
});

describe('TEI Guidelines, chapters 8.4.2 and 16.4: the timeline', () => {
  it('its origin is one of its own times, and every other time tells how long after it is', () => {
    for (const { timed } of texts.values()) {
      const timeline = one(timed, 'timeline');
      const [origin, ...others] = timeline.children;
      expect([timeline.attributes['unit'], timeline.attributes['origin']]).toEqual(['ms', `#${origin?.attributes['xml:id'] ?? ''}`]);
      expect(others.every(({ attributes }) => attributes['since'] === timeline.attributes['origin'] && /^\d+$/.test(attributes['interval'] ?? ''))).toBe(true);
    }
    expect(values(text('réforme-1 mul'), 'when', 'absolute')[0]).toBe('2020-12-04T04:30:00.000Z');
    expect(values(text('bare zh'), 'when', 'absolute')[0]).toBeUndefined();
  });

  it('what is said refers to times that there are, and they are those of the words', () => {
    for (const { timed } of texts.values()) {
      const known = new Set(values(timed, 'when', 'xml:id').map((id) => `#${id ?? ''}`));
      const asked = [...values(timed, 'u', 'start'), ...values(timed, 'u', 'end'), ...values(timed, 'seg', 'synch')];
      expect(asked.filter((pointer) => !known.has(pointer ?? ''))).toEqual([]);
    }
    expect(values(text('réforme-1 mul'), 'u', 'start')[1]).toBe('#of.réforme-1.mul.t40000');
  });
});
