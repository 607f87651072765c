import { expect, it } from 'vitest';
import { readWords } from '../read/read-words.ts';

const read = (text: string) => readWords(new TextEncoder().encode(text));

it('reads times in brackets, speakers, and the end from what follows', () => {
  const { format, segments, damage } = read('[00:01:02] MS. VANCE: Thank you, Chair.\nWe agree.\n[00:01:10.5 - 00:01:12] The PRESIDENT: I give the floor to France.\n(1:15) 主席：谢谢。');
  expect([format, damage.length]).toEqual(['plain', 1]);
  expect(segments.map(({ startMs, endMs, speaker, text }) => [startMs, endMs, speaker, text])).toEqual([
    [62_000, 70_500, 'MS. VANCE', 'Thank you, Chair.\nWe agree.'], [70_500, 72_000, 'The PRESIDENT', 'I give the floor to France.'], [75_000, 76_000, null, '主席：谢谢。'],
  ]);
});

it('reads a name with its time on a line of their own', () => {
  expect(read('Amina Diallo  0:05\nGood morning.\n\nJosé Roy  0:09\nBuenos días.').segments.map(({ startMs, speaker, text }) => [startMs, speaker, text])).toEqual([
    [5000, 'Amina Diallo', 'Good morning.'], [9000, 'José Roy', 'Buenos días.'],
  ]);
});

it('keeps a transcript without times as passages', () => {
  const { segments, passages } = read('Mr. Roy (Canada): Thank you.\nI will be brief.\n\nThe meeting rose at 1 p.m.');
  expect(segments).toEqual([]);
  expect(passages).toEqual([{ line: 1, speaker: 'Mr. Roy (Canada)', text: 'Thank you.\nI will be brief.' }, { line: 4, speaker: null, text: 'The meeting rose at 1 p.m.' }]);
});

it.each([
  ['Audacity', '0.000\t2.680\tFrom fairest, "creatures"\n2.680\t5.880\tThat thereby'],
  ['CSV', 'f1,0.000,2.680,"From fairest, ""creatures"""\nf2,00:00:02.680,00:00:05.880,"That thereby"'],
  ['space-separated', '0.000 2.680 f1 "From fairest, ""creatures"""\n2.680 5.880 f2 "That thereby"'],
  ['a header, in ms', 'start\tend\ttext\n0\t2680\tFrom fairest, "creatures"\n2680\t5880\tThat thereby'],
])('reads tables: %s', (_, text) => {
  const { format, segments } = read(text);
  expect(format).toBe('table');
  expect(segments.map(({ startMs, endMs, text: spoken }) => [startMs, endMs, spoken])).toEqual([[0, 2680, 'From fairest, "creatures"'], [2680, 5880, 'That thereby']]);
});
