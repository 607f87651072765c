import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#access/index.ts';
import { documentText } from '#platform/xml/index.ts';
import { SAMPLE_SLUG } from '../../../../fixtures/sample/index.ts';
import { openTestArchive, type TestArchive } from '../testing/archive.test-support.ts';
import { all, breaches, one, readXml, type ReadElement } from '../testing/content-model.test-support.ts';
import { AKN_MODEL } from './akn-model.test-support.ts';
import { AKN_NAMESPACE, akomaNtoso } from './akoma-ntoso.domain.ts';

let archive: TestArchive;
let debates: ReadonlyMap<string, ReadElement>;

beforeAll(async () => {
  archive = await openTestArchive();
  const { interchange } = archive;
  const asked = [...['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((language) => [SAMPLE_SLUG, language, undefined] as const),
    [SAMPLE_SLUG, 'fr', 'captions'], ['réforme-1', 'mul', undefined], ['réforme-1', 'fr', undefined], ['bare', 'zh', undefined]] as const;
  debates = new Map(await Promise.all(asked.map(async ([slug, language, kind]) => {
    const { meeting, proceedings } = await interchange.proceedings(publicActor(), slug, language, kind);
    return [`${slug} ${language}${kind === undefined ? '' : ` ${kind}`}`, readXml(documentText(akomaNtoso(archive.scope, meeting, proceedings)))] as const;
  })));
});
afterAll(() => archive.close());

const debate = (name: string): ReadElement => {
  const found = debates.get(name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};
const values = (name: string, element: string, attribute: string): readonly (string | undefined)[] => all(debate(name), element).map(({ attributes }) => attributes[attribute]);
/** Asks the same of every debate. */
const ofEach = (what: (root: ReadElement) => unknown): unknown[] => [...debates.values()].map(what);

describe('Akoma Ntoso, part 2 of the standard: the schema', () => {
  it('Elements, Complex Types: every element, its attributes and the order of what it holds are those of the schema', () => {
    expect(ofEach((root) => breaches(root, AKN_MODEL)).flat()).toEqual([]);
    expect(new Set(ofEach(({ attributes }) => attributes['xmlns']))).toEqual(new Set([AKN_NAMESPACE]));
    expect(debates.size).toBe(10);
  });

  it('Attribute Groups idreq, idopt: eId is unique in a document, and so is wId, both without spaces', () => {
    for (const root of debates.values()) {
      const ids = (attribute: string) => Object.keys(AKN_MODEL).flatMap((name) => all(root, name)).flatMap(({ attributes }) => attributes[attribute] ?? []);
      for (const attribute of ['eId', 'wId']) expect(new Set(ids(attribute)).size).toBe(ids(attribute).length);
      expect(ids('eId').filter((id) => /\s/.test(id))).toEqual([]);
    }
  });

  it('Simple Types agentRef, roleRef, referenceRef: they begin with # and lead to the references of the document', () => {
    for (const root of debates.values()) {
      const known = new Set(one(root, 'references').children.map(({ attributes }) => `#${attributes['eId'] ?? ''}`));
      const asked = Object.keys(AKN_MODEL).flatMap((name) => all(root, name)).flatMap(({ name, attributes }) =>
        ['by', 'as', 'source', 'refersTo', ...(name === 'FRBRauthor' ? ['href'] : [])].flatMap((attribute) => attributes[attribute] ?? []));
      expect(asked.filter((reference) => !known.has(reference))).toEqual([]);
    }
  });

  it('Attribute Groups date, time, speechAtts: dates and times have the forms of XML Schema', () => {
    for (const root of debates.values()) {
      const of = (attribute: string) => Object.keys(AKN_MODEL).flatMap((name) => all(root, name)).flatMap(({ attributes }) => attributes[attribute] ?? []);
      expect(of('date').filter((text) => !/^\d{4}-\d\d-\d\d$/.test(text))).toEqual([]);
      expect([...of('startTime'), ...of('endTime'), ...of('time')].filter((text) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text))).toEqual([]);
    }
  });

  it('Element docTitle, Element p: letters that mean something in XML come back as they were', () => {
    expect(one(debate('réforme-1 mul'), 'docTitle').text).toBe('Reform of <everything> & "more"');
    expect(all(debate('réforme-1 mul'), 'p').map(({ text }) => text)).toContain('The meeting is open & called to order now. We begin.');
    expect(all(debate('bare zh'), 'p').at(-1)?.text).toBe('会议开始。谢谢大家。');
  });
});

describe('Akoma Ntoso, part 2 of the standard: what the annotations of debates ask for', () => {
  it('Element debateBody, Element debateSection: sections with speeches, as the agenda has them', () => {
    expect(all(debate('réforme-1 mul'), 'debateSection').map(({ attributes, children }) => [attributes['name'], children.map(({ name }) => name).join(' ')])).toEqual([
      ['agendaItem', 'heading speech speech'], ['agendaItem', 'num heading speech speech'],
    ]);
    expect(all(debate('réforme-1 mul'), 'heading').map(({ text }) => text)).toEqual(['Opening', 'Reform <2>']);
    expect(values('bare zh', 'debateSection', 'name')).toEqual(['debate']);
  });

  it('Attribute Group speechAtts, Element recordedTime: who speaks (by), in which capacity (as), when it begins and ends; recordedTime for each paragraph', () => {
    expect(values('réforme-1 mul', 'speech', 'by')).toEqual(['#person-jane-doe', '#person.named-2', '#person-2nd-speaker', '#person-jane-doe']);
    expect(values('réforme-1 mul', 'speech', 'as')).toEqual(['#role-1', undefined, '#role-2', undefined]);
    expect(values('réforme-1 mul', 'speech', 'startTime').slice(0, 2)).toEqual(['2020-12-04T04:30:02.000Z', '2020-12-04T04:30:40.000Z']);
    expect(values('réforme-1 mul', 'recordedTime', 'time').at(-1)).toBe('2020-12-04T04:32:01.000Z');
    expect(all(debate('bare zh'), 'recordedTime')).toEqual([]);
  });

  it('Element scene: what happened between the speeches of the official record is a scene', () => {
    expect(all(debate(`${SAMPLE_SLUG} en`), 'scene').map(({ text }) => text).join(' ')).toMatch(/\w/);
    expect(all(debate(`${SAMPLE_SLUG} fr captions`), 'scene')).toEqual([]);
  });

  it('Attribute Group core (xml:lang, status): other languages are marked where they are spoken, and a speech in another language as translated', () => {
    expect(all(one(debate('réforme-1 mul'), 'debateBody'), 'p').map(({ attributes }) => attributes['xml:lang'])).toEqual(['en', undefined, 'fr', 'fr', 'en']);
    expect(all(debate('réforme-1 fr'), 'speech').map(({ attributes }) => [attributes['refersTo'], attributes['status']])).toEqual([['#language-en', 'translated'], ['#language-fr', undefined], ['#language-en', 'translated']]);
  });
});

describe('Akoma Ntoso Naming Convention', () => {
  it('chapter 4, the work: it is named by place, kind, day and name, without language', () => {
    expect(values('réforme-1 fr', 'FRBRuri', 'value')[0]).toBe(`/akn/un/debate/2020-12-03/${encodeURIComponent('réforme-1')}`);
    expect(new Set(['ar', 'en', 'zh'].map((language) => values(`${SAMPLE_SLUG} ${language}`, 'FRBRuri', 'value')[0])).size).toBe(1);
  });

  it('chapter 4, expression and manifestation: the one adds the language in three letters and the version, the other the format', () => {
    const [work = '', expression = '', manifestation = ''] = values(`${SAMPLE_SLUG} zh`, 'FRBRuri', 'value');
    expect([expression.slice(work.length), manifestation.slice(expression.length)]).toEqual([expect.stringMatching(/^\/zho@\d{4}-\d\d-\d\d$/), '.xml']);
    expect(values(`${SAMPLE_SLUG} zh`, 'FRBRthis', 'value')).toEqual([`${work}/!main`, `${expression}/!main`, `${expression}/!main.xml`]);
    expect(values('réforme-1 mul', 'FRBRlanguage', 'language')).toEqual(['mul']);
  });

  it('chapter 4, translations: an interpreter’s words are told to be a translation without authority; the final record has it', () => {
    expect(all(debate('réforme-1 fr'), 'FRBRtranslation').map(({ attributes }) => [attributes['fromLanguage'], attributes['authoritative']])).toEqual([['mul', 'false']]);
    expect([values(`${SAMPLE_SLUG} fr`, 'FRBRauthoritative', 'value'), values(`${SAMPLE_SLUG} fr captions`, 'FRBRauthoritative', 'value')]).toEqual([['true'], ['false']]);
  });

  it('chapter 5, eId: it is the kind and number, behind that of the part that holds it', () => {
    expect(values('réforme-1 mul', 'speech', 'eId')).toEqual(['dbsect_1__speech_1', 'dbsect_1__speech_2', 'dbsect_2__speech_1', 'dbsect_2__speech_2']);
    for (const root of debates.values()) {
      const parts = ['debateSection', 'speech', 'scene', 'p'].flatMap((name) => all(one(root, 'debateBody'), name));
      for (const part of parts) for (const child of part.children.filter(({ attributes }) => attributes['eId'] !== undefined)) expect(child.attributes['eId']).toMatch(new RegExp(`^${part.attributes['eId'] ?? ''}__[a-z]+_\\d+$`));
    }
  });

  it('chapter 5, wId: it is the same in every language', () => {
    const turns = (language: string) => new Map(all(debate(`${SAMPLE_SLUG} ${language}`), 'speech').map(({ attributes }) => [attributes['wId'], attributes['by']]));
    expect(turns('ru')).toEqual(turns('es'));
    expect(turns('ru').size).toBeGreaterThan(4);
  });
});
