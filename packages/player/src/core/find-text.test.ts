import { describe, expect, it } from 'vitest';
import { findText, foldQuery } from './find-text.ts';

/** The pieces of the text that are found, as they stand in it. */
const found = (text: string, query: string) => findText(text, foldQuery(query)).map(({ from, to }) => text.slice(from, to));

describe('what is looked for in a text', () => {
  it.each([
    ['Le Président. Le PRÉSIDENT', 'president', ['Président', 'PRÉSIDENT']],
    ['Le Pre\u0301sident', 'Président', ['Pre\u0301sident']],
    ['une œuvre, des ŒUVRES', 'oeuvre', ['œuvre', 'ŒUVRE']],
    ['Straße', 'strasse', ['Straße']],
    ['المسؤولية والأمن وإصلاح آخر', 'الامن', ['الأمن']],
    ['إصلاح قطاع الأمن', 'اصلاح', ['إصلاح']],
    ['الســــلام عَلَيْكُم', 'السلام عليكم', ['الســــلام عَلَيْكُم']],
    ['على المدرسة', 'علي المدرسه', ['على المدرسة']],
    ['القرار ٢١٥١', '2151', ['٢١٥١']],
    ['Ещё раз: всё', 'еще', ['Ещё']],
    ['安全部门改革，安全理事会', '安全', ['安全', '安全']],
    ['ＡＢＣ', 'abc', ['ＡＢＣ']],
    ['S/RES/2151\u00a0(2014)', 's/res/2151 (2014)', ['S/RES/2151\u00a0(2014)']],
    ['the Council’s work', '"council\'s  work"', ['Council’s work']],
    ['two\n\nlines', 'two lines', ['two\n\nlines']],
    ['aaaa', 'aa', ['aa', 'aa']],
  ])('is found in %j by %j', (text, query, places) => {
    expect(found(text, query)).toEqual(places);
  });

  it('is nothing where nothing is asked for, and nothing where nothing stands', () => {
    for (const query of ['', '  ', '""', '\u064b']) expect(found('some words', query)).toEqual([]);
    expect(found('some words', 'other')).toEqual([]);
  });

  it('keeps letters apart that make other words', () => {
    expect(found('किताब', 'कताब')).toEqual([]);
  });

  it('covers a letter that stands for two, even when only one of them was asked for', () => {
    expect(found('cœur', 'co')).toEqual(['cœ']);
  });
});
