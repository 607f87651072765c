import { describe, expect, it } from 'vitest';
import { foundText } from './excerpt.domain.ts';
import { toMark } from './marking.domain.ts';
import type { NamedConcept } from './search.domain.ts';

function marked(question: string, text: string, { language = 'en', concepts = [], frequent = [] }: { readonly language?: string; readonly concepts?: readonly NamedConcept[]; readonly frequent?: readonly string[] } = {}): readonly string[] {
  const { text: shown, marks } = foundText({ channel: language, kind: 'transcript', language, text, places: [] }, toMark(language, question, concepts, new Set(frequent)));
  return marks.map(({ from, to }) => shown.slice(from, to));
}

describe('what is marked', () => {
  it.each([
    ['en', 'reform of the sector', 'The reform of all and of the sector', ['reform', 'sector']],
    ['fr', 'la réforme de l’État', 'La réforme de la police et de l’État', ['réforme', 'l’État']],
    ['es', 'reforma de la policía', 'De la reforma y de la policía', ['reforma', 'policía']],
    ['ar', 'النساء في السلام', 'النساء في المفاوضات وفي السلام', ['النساء', 'السلام']],
    ['ru', 'реформа и безопасность', 'И реформа, и безопасность', ['реформа', 'безопасность']],
  ] as const)('are the words that say something: %s', (language, question, text, expected) => {
    expect(marked(question, text, { language })).toEqual(expected);
  });

  it('is the little words too, where nothing else was asked for, and where they stand in quotation marks', () => {
    expect(marked('to be or not to be', 'To be, or not')).toEqual(['To', 'be', 'or', 'not']);
    expect(marked('"of the" reform', 'the reform of the sector')).toEqual(['reform', 'of the']);
  });

  it('is nothing that only looks like a word of the question in another language', () => {
    expect(marked('réforme de la police', 'De facto, the police of La Paz')).toEqual(['police']);
  });

  it('is the words of a Chinese question where it doesn’t stand there as a whole', () => {
    expect(marked('安全部门的改革', '安全部门的改革很重要', { language: 'zh' })).toEqual(['安全部门的改革']);
    expect(marked('安全部门的改革', '改革军队的安全', { language: 'zh' })).toEqual(['改革', '安全']);
    expect(marked('"安全部门" -改革', '改革军队的安全', { language: 'zh' })).toEqual([]);
  });

  it('leaves out what nearly every text has, in languages whose little words aren’t known', () => {
    expect(marked('amani ya taifa', 'amani ya dunia na ya taifa', { language: 'sw', frequent: ['sw ya'] })).toEqual(['amani', 'taifa']);
  });

  it('is what the question names, called otherwise', () => {
    const concepts = [{ slug: 'law', label: { en: 'Rule of law' }, labels: { en: ['Rule of law'], fr: ['État de droit'] }, from: 0, to: 11, weight: 1 }];
    expect(marked('Rule of law', 'Un État de droit, et l’État', { language: 'fr', concepts })).toEqual(['État', 'droit', 'l’État']);
    expect(marked('Rule of law', 'L’État de ce pays', { language: 'fr', concepts })).toEqual([]);
    const { marks } = foundText({ channel: 'fr', kind: 'transcript', language: 'fr', text: 'Un État de droit, law', places: [] }, toMark('fr', 'Rule of law', concepts, new Set()));
    expect(marks).toEqual([{ from: 3, to: 7, named: true }, { from: 11, to: 16, named: true }, { from: 18, to: 21 }]);
  });
});
