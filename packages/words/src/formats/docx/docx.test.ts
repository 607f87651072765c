import { describe, expect, it } from 'vitest';
import type { Segment } from '../../segment.ts';
import { docxSource } from '../../records/source/docx.ts';
import { createDamageList } from '../read/damage.ts';
import { parseXml } from '../ttml/xml.ts';
import { docxParts } from './write-docx.ts';

const said = (startMs: number, text: string, speaker: string | null = null, language: string | null = null): Segment => ({ startMs, endMs: startMs + 1000, text, words: null, speaker, language });
const FRENCH = [said(0, 'Bonjour à tous.', 'La Présidente'), said(1200, 'La séance <ouverte> & "publique".', 'La Présidente'), said(3_723_000, 'Merci.', 'M. Ndiaye')];
const about = ['Transcript'];
const part = (segments: readonly Segment[], language: string, name = 'word/document.xml') => docxParts(segments, { language, title: 'Council', about }).get(name) ?? '';

describe('a transcript as DOCX', () => {
  it('has a heading where another speaker begins, and the time of each paragraph', () => {
    const { text } = docxSource({ document: part(FRENCH, 'fr'), footnotes: null }, createDamageList());
    expect(text.split('\n')).toEqual(['Council', 'Transcript', 'La Présidente', '0:00 Bonjour à tous. La séance <ouverte> & "publique".', 'M. Ndiaye', '1:02:03 Merci.']);
    expect(part(FRENCH, 'fr').match(/w:val="Heading2"/g)).toHaveLength(2);
  });

  it('is well-formed in all its parts, whatever is said', () => {
    const damage = createDamageList();
    for (const [, xml] of docxParts([said(0, '\u0000<w:p> ]]> & \uFFFE', '"<&')], { language: 'en"', title: '<&>', about: ['"'] })) parseXml(xml, damage);
    expect(damage.list()).toEqual([]);
  });

  it('runs from right to left in Arabic, with Latin names as runs of their own', () => {
    const document = part([said(0, 'السيد Jean-Pierre Lacroix يتحدث عن UNMISS اليوم.')], 'ar');
    expect(document).toContain('<w:pPr><w:bidi/></w:pPr>');
    expect([...document.matchAll(/<w:r>(<w:rPr><w:rtl\/><\/w:rPr>)?<w:t xml:space="preserve">([^<]*)/g)].slice(-5).map(([, rtl, text]) => [rtl !== undefined, text])).toEqual([
      [true, 'السيد '], [false, 'Jean-Pierre Lacroix'], [true, ' يتحدث عن '], [false, 'UNMISS'], [true, ' اليوم.'],
    ]);
    expect(document).toContain('<w:sectPr><w:bidi/></w:sectPr>');
    expect(part([said(0, 'سلام')], 'ar', 'word/styles.xml')).toContain('w:bidi="ar"');
  });

  it.each([['zh', 'Microsoft YaHei'], ['zh-Hant', 'Microsoft JhengHei'], ['zh-TW', 'Microsoft JhengHei'], ['ja', 'Yu Gothic']])('has a font for %s', (language, font) => {
    expect(part([said(0, '现在开会。')], language, 'word/styles.xml')).toContain(`w:eastAsia="${font}"`);
  });

  it('marks what is said in another language', () => {
    expect(part([said(0, 'Gracias.', null, 'es'), said(1000, 'شكرا', null, 'ar')], 'fr')).toMatch(/<w:lang w:val="es".*<w:bidi\/>.*<w:lang w:val="ar"/);
  });
});
