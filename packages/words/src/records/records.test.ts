import { describe, expect, it } from 'vitest';
import { WordsRefused } from '../formats/index.ts';
import { readRecord, type ReadRecord } from './index.ts';

const read = (text: string, language: string | null = null) => readRecord({ form: 'text', text }, language);
const said = (record: ReadRecord) => record.turns.map(({ paragraphs }) => paragraphs.map((sentences) => sentences.map(({ text }) => text)));
/** Null where the page was refused. */
function turnsOfPage(text: string): number | null {
  try {
    return readRecord({ form: 'html', text }).turns.length;
  } catch (error) {
    if (error instanceof WordsRefused) return null;
    throw error;
  }
}
const speakers = (record: ReadRecord) => record.turns.map(({ speaker, capacity, spoken, chair }) => [speaker, capacity, spoken, chair]);

const ENGLISH = `United Nations A/80/PV.12
President: Ms. Wahl
Agenda item 7
The meeting was called to order at 3 p.m.
The President: I call on the first speaker on my
list, whose letter is in document A/80/15.
Mrs. Okonjo-
Vance (Freedonia) (spoke in
French): The well-known draft was long in negotia-
tion. Mr. Ruiz helped us a great deal with it, and so
did the Secretary-
General.1
I thank them.
1 See A/80/PV.11.
25-12345 2/3
A/80/PV.12 Promotion of well-known things 12/11/2025
We shall vote in favour of it, as we did before, and we
hope that others do so too.
A vote was taken by show of hands.
In favour:
Freedonia, Sylvania,
Ruritania
The President: The result of the vote is as follows: 3
votes in favour.
The meeting rose at 4.10 p.m.
`;

describe('an official record', () => {
  it('is read by turns, without what a page carries', () => {
    const record = read(ENGLISH);
    expect(speakers(record)).toEqual([
      ['The President', null, 'en', true],
      ['Mrs. Okonjo-Vance', 'Freedonia', 'fr', false],
      ['The President', null, 'en', true],
    ]);
    expect(said(record)[1]).toEqual([
      ['The well-known draft was long in negotiation.', 'Mr. Ruiz helped us a great deal with it, and so did the Secretary-General.'],
      ['I thank them.'],
      ['We shall vote in favour of it, as we did before, and we hope that others do so too.'],
    ]);
    expect(record.stages.map(({ text, afterTurns }) => [text, afterTurns])).toEqual([
      ['The meeting was called to order at 3 p.m.', 0], ['A vote was taken by show of hands.', 2], ['In favour: Freedonia, Sylvania, Ruritania', 2], ['The meeting rose at 4.10 p.m.', 3],
    ]);
    expect(record.removed.map(({ why, line, endLine }) => [why, line, endLine])).toEqual([
      ['front matter', 1, 3], ['footnote', 14, 14], ['page number', 15, 15], ['running head', 16, 16],
    ]);
  });

  it('loses nothing: each letter is in a turn, a stage direction, or what was removed', () => {
    const { source, turns, stages, removed } = read(ENGLISH);
    const pieces = [...stages, ...removed, ...turns.flatMap(({ paragraphs }) => paragraphs.flat())];
    const covered = new Set(pieces.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
    for (const { from, paragraphs } of turns) for (let at = from; at < (paragraphs[0]?.[0]?.from ?? from); at += 1) covered.add(at);
    expect(source.split('').filter((sign, at) => /\S/u.test(sign) && !covered.has(at))).toEqual([]);
  });

  it('says where each sentence stands in the file', () => {
    const { source, turns } = read(ENGLISH);
    const [sentence] = turns[1]?.paragraphs[0] ?? [];
    expect(source.slice(sentence?.from, sentence?.to)).toBe('The well-known draft was long in negotia-\ntion.');
  });

  it.each([
    ['fr', 'Le Président ( parle en anglais) : Le débat est ouvert.\nMme Dupré (Syldavie) : M. Roux l’a dit.', ['Le Président', null, 'en', true], ['Mme Dupré', 'Syldavie', 'fr', false]],
    ['es', 'La Presidenta (habla en árabe): Se abre el debate.\nSr. Núñez de la Peña (San Teodoro): El Sr. Roux lo dijo.', ['La Presidenta', null, 'ar', true], ['Sr. Núñez de la Peña', 'San Teodoro', 'es', false]],
    ['ru', 'Председатель (говорит по-китайски): Прения открыты.\nГ-жа Иванова-Петренко (Бордурия) (гово-\nрит по-испански): Г-н Ру это сказал.', ['Председатель', null, 'zh', true], ['Г-жа Иванова-Петренко', 'Бордурия', 'es', false]],
    ['zh', '主席（以法语发言）：辩论开始。\n杜 普 雷 女 士（西尔达维亚）（以俄语\n发言）：鲁先生说过。', ['主席', null, 'fr', true], ['杜普雷女士', '西尔达维亚', 'ru', false]],
    ['ar', 'الرئيس (تكلم بالفرنسية): افتتحت المناقشة.\nالسيدة منصور (سيلدافيا): قال السيد رو ذلك.', ['الرئيس', null, 'fr', true], ['السيدة منصور', 'سيلدافيا', 'ar', false]],
  ])('knows speakers, capacities and languages in %s', (language, text, chair, member) => {
    const record = read(text);
    expect(record.language).toBe(language);
    expect(speakers(record)).toEqual([chair, member]);
    expect(record.turns.map(({ paragraphs }) => paragraphs.flat().length)).toEqual([1, 1]);
  });

  it('takes nobody for a speaker who isn’t one', () => {
    const record = read('Mr. Roux (Syldavia): The Charter says:\n“Peace (see Article 1): the aim.\nMembers: all of us.”\nFirst (of all): thanks.');
    expect(speakers(record)).toEqual([['Mr. Roux', 'Syldavia', 'en', false]]);
  });

  it('is read from the bytes of a file, whatever their encoding, and known as a web page by its look', () => {
    const bytes = Uint8Array.from('Le Président : Le débat est terminé.', (sign) => sign.charCodeAt(0));
    const record = readRecord({ form: 'bytes', bytes });
    expect(said(record)).toEqual([[['Le débat est terminé.']]]);
    expect(record.damage).toHaveLength(1);
    expect(said(readRecord({ form: 'bytes', bytes: new TextEncoder().encode('<!DOCTYPE html><p>The President: Yes.</p><p>No.</p>') }))).toEqual([[['Yes.'], ['No.']]]);
  });

  it('is refused where nobody speaks', () => {
    expect(() => read('Once upon a time.')).toThrow(expect.objectContaining({ name: 'WordsRefused', code: 'broken' }));
  });

  it('is read from a web page, of which nothing is run and the frame is set apart', () => {
    const page = '<html><head><title>x</title><style>p{}</style></head><body><nav><a href="/">Home</a></nav><script>alert("Mr. Evil: hi")</script>'
      + '<p><b>The President</b>: Order &amp; calm.</p><p><b>Ms. Ng</b> (Ruritania) (<i>spoke in Chinese</i>): I thank you.<br>We agree.</p><p class="footnote">1 Later.</p><footer>© 2025</footer></body></html>';
    const record = readRecord({ form: 'html', text: page });
    expect(speakers(record)).toEqual([['The President', null, 'en', true], ['Ms. Ng', 'Ruritania', 'zh', false]]);
    expect(said(record)).toEqual([[['Order & calm.']], [['I thank you.'], ['We agree.']]]);
    expect(record.removed.map(({ why, text }) => [why, text])).toEqual([['frame', 'Home'], ['footnote', '1 Later.'], ['frame', '© 2025']]);
  });

  it('is read from the parts of a DOCX, as it reads with its changes accepted', () => {
    const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const part = (body: string) => `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y "boo">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
    const document = part(`<w:p>${run('Le Président')}${run(' : La séance')}<w:del><w:r><w:delText> fermée</w:delText></w:r></w:del>${run(' est ouverte.')}</w:p><w:p>${run('Je vous remercie.')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`);
    const record = readRecord({ form: 'docx', parts: { document, footnotes: part(`<w:p>${run('Voir A/80/2.')}</w:p>`) } });
    expect(said(record)).toEqual([[['La séance est ouverte.'], ['Je vous remercie.']]]);
    expect(record.removed.map(({ why, text }) => [why, text])).toEqual([['footnote', 'Voir A/80/2.']]);
    expect(record.damage.map(({ says }) => says)).toEqual([expect.stringContaining('document type'), expect.stringContaining('document type')]);
  });

  it('is read quickly where a page was built to take long', () => {
    const started = performance.now();
    const read = [`${'<a "'.repeat(20_000)}`, `<p>The President: ${'('.repeat(50_000)}</p>`, `${'<div>'.repeat(20_000)}The President: yes.`].map(turnsOfPage);
    expect(read).toEqual([null, 1, 1]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
