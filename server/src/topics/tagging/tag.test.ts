import { describe, expect, it } from 'vitest';
import { candidatesOf } from './evidence.domain.ts';
import { expandQuery } from './expand.domain.ts';
import { findLabels } from './find-labels.domain.ts';
import { phrasesOf, type TagConcept } from './phrases.domain.ts';
import { tagMoments } from './tag.domain.ts';

const concept = (slug: string, labels: TagConcept['labels'], more: Partial<TagConcept> = {}): TagConcept => ({ slug, labels, hidden: {}, everyday: {}, near: [], ...more });
const PHRASES = phrasesOf([
  concept('reform', { en: ['Security sector reform', 'SSR'], fr: ['Réforme du secteur de la sécurité'], zh: ['安全部门改革'], ru: ['реформа сектора безопасности'], ar: ['إصلاح قطاع الأمن'] }),
  concept('security', { en: ['security'], zh: ['安全'] }),
  concept('aids', { en: ['AIDS'] }),
  concept('transport', { en: ['trains'], fr: ['parcs'], es: ['puertos'] }),
  concept('rights', { zh: ['人权'] }),
  concept('crops', { fr: ['maïs'] }),
  concept('chair', { en: ['chair', 'presiding officer'] }, { everyday: { en: ['chair'] } }),
  concept('water', { en: ['water', 'rivers'] }, { hidden: { en: ['dam', 'reservoir', 'desalination'] }, everyday: { en: ['water', 'dam', 'reservoir'] } }),
]);
const said = (text: string, language: string) => findLabels(text, language, PHRASES).map(({ phrase, from, to }) => [PHRASES.concepts[phrase.concept]?.slug, text.slice(from, to)]);
const tags = (...texts: (readonly [language: string, text: string])[]) => tagMoments([{ texts: texts.map(([language, text]) => ({ language, text })) }], PHRASES)[0]?.map(({ slug }) => slug);

describe('labels in a text', () => {
  it('are found in all forms, the longest alone', () => {
    expect(said('the reforms? Security sector reforms, and security', 'en')).toEqual([['reform', 'Security sector reforms'], ['security', 'security']]);
    expect(said('les réformes du secteur de la securite', 'fr')).toEqual([['reform', 'réformes du secteur de la securite']]);
    expect(said('о реформе сектора безопасности', 'ru')).toEqual([['reform', 'реформе сектора безопасности']]);
    expect(said('بإصلاح قطاع الأمن', 'ar')).toEqual([['reform', 'بإصلاح قطاع الأمن']]);
    expect(said('推进安全部门改革的工作', 'zh-Hans')).toEqual([['reform', '安全部门改革']]);
  });

  it('are words and not halves of others', () => {
    expect(said('工人权利', 'zh')).toEqual([]);
    expect(said('尊重人权', 'zh')).toEqual([['rights', '人权']]);
    expect(said('it aids us', 'en')).toEqual([]);
    expect(said('AIDS', 'en')).toEqual([['aids', 'AIDS']]);
    expect([said('le mais', 'fr'), said('le maïs', 'fr').length, said('c’est sur', 'fr')]).toEqual([[], 1, []]);
    expect([said('well trained', 'en'), said('parce que', 'fr'), said('la puerta', 'es')]).toEqual([[], [], []]);
    expect([said('the train', 'en'), said('le parc', 'fr'), said('el puerto', 'es')].flat()).toHaveLength(3);
    expect(said('anything', 'de')).toEqual([]);
  });
});

describe('the topics of a moment', () => {
  it('are never surer than sure, however often they are said', () => {
    const [found] = tagMoments([{ texts: [{ language: 'en', text: 'Security sector reform, SSR: security sector reforms.' }, { language: 'fr', text: 'La réforme du secteur de la sécurité.' }] }], PHRASES);
    expect(found?.map(({ slug, sureness }) => [slug, sureness])).toEqual([['reform', 1]]);
  });

  it('need a second witness where a word is an everyday one', () => {
    expect(tags(['en', 'He sat down on a chair.'])).toEqual([]);
    expect(tags(['en', 'The chair, as presiding officer, asked.'])).toEqual(['chair']);
    expect(tags(['en', 'The water rose.'])).toEqual([]);
    expect(tags(['en', 'The water behind the dam rose.'])).toEqual(['water']);
  });

  it('have one witness in a word, however many forms of it are said', () => {
    const second = (text: string) => candidatesOf([{ texts: [{ language: 'en', text }] }], PHRASES)[0]?.map(({ features }) => features.second);
    expect([second('The dam, two dams, a dam.'), second('The dam, a reservoir.')]).toEqual([[0], [1]]);
  });

  it('are never surer than sure, however often they are named', () => {
    const text = 'Security sector reform, that is SSR: security sector reforms, and SSR again.';
    expect(tagMoments([{ texts: [{ language: 'en', text }] }], PHRASES)[0]).toMatchObject([{ slug: 'reform', sureness: 1 }]);
  });

  it('are what is spoken about, and not what is said by the way', () => {
    expect(tags(['en', 'Security sector reform takes years. Without it no security lasts. Security sector reforms fail where nobody is asked. We came by trains.'])).toEqual(['reform']);
    expect(tags(['en', 'The trains were late.'])).toEqual(['transport']);
  });

  it('are not what one channel alone says, where others have words for it', () => {
    expect(tags(['fr', 'Les parcs ouvrent. Nos parcs.'], ['en', 'Security first. What lasts is security, as all know. No security, no peace.'], ['es', 'Nada.'])).toEqual(['security']);
    expect(tags(['fr', 'Les parcs ouvrent.'], ['ru', 'Ничего.'], ['zh', '没有'])).toEqual(['transport']);
  });

  it('are the surer the more languages say them', () => {
    const one = tagMoments([{ texts: [{ language: 'en', text: 'security sector reform' }, { language: 'fr', text: 'rien' }] }], PHRASES)[0]?.[0];
    const two = tagMoments([{ texts: [{ language: 'en', text: 'security sector reform' }, { language: 'fr', text: 'réforme du secteur de la sécurité' }] }], PHRASES)[0]?.[0];
    expect(two?.sureness).toBeGreaterThan(one?.sureness ?? 1);
    expect(two?.said).toEqual({ en: 'security sector reform', fr: 'réforme du secteur de la sécurité' });
  });
});

describe('a query', () => {
  const known = new Map(PHRASES.concepts.map(({ slug, labels }) => [slug, { slug, label: {}, labels, narrower: slug === 'security' ? ['reform'] : [] }]));
  const expand = (text: string, language: string) => expandQuery(text, language, { phrases: PHRASES, concepts: known }).map(({ slug, from, to, weight }) => [slug, text.slice(from, to), weight]);

  it('names concepts in its language, or else in any; narrower ones count half', () => {
    expect(expand('réforme du secteur de la sécurité au Mali', 'fr')).toEqual([['reform', 'réforme du secteur de la sécurité', 1]]);
    expect(expand('安全部门改革', 'en')).toEqual([['reform', '安全部门改革', 1]]);
    expect(expand('security', 'en')).toEqual([['security', 'security', 1], ['reform', 'security', 0.5]]);
  });

  it('names none by hints, in quotes or behind a minus', () => {
    expect([expand('dam', 'en'), expand('"security sector reform"', 'en'), expand('peace -security', 'en')]).toEqual([[], [], []]);
    expect([expand('water', 'en'), expand('water in Mali', 'en')]).toEqual([[['water', 'water', 1]], [['water', 'water', 0.6]]]);
  });
});
