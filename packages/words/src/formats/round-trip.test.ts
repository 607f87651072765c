import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Segment } from '../segment.ts';
import { readWords, writeJson, writeJsonLines, writeSrt, writeTtml, writeWebVtt } from './index.ts';
import { tidyText } from './read/lines.ts';
import { makeWord } from './read/segments.ts';

const read = (text: string) => readWords(new TextEncoder().encode(text));

// What people say and what breaks software: several scripts, marks of every format, signs beyond the first plane.
const sign = fc.oneof(fc.constantFrom(...Array.from('aZé ñЖя漢字عربي<>&"\'-:;,.[]{}()|/\\#@1209٣๑—…\u200f😀')), fc.constantFrom('-->', '<v>', '</p>', '&amp;', 'NOTE', '00:01', '\n', '  ', '\t'));
const text = fc.array(sign, { minLength: 1, maxLength: 40 }).map((signs) => tidyText(signs.join(''))).filter((each) => each !== '');
const name = fc.array(fc.constantFrom(...Array.from('abcÉЖ漢ع.&<>" -')), { minLength: 1, maxLength: 20 }).map((signs) => tidyText(signs.join('')).replace(/\s+/gu, ' ')).filter((each) => each !== '');
const segments = fc.array(fc.record({
  startMs: fc.nat(400_000_000), length: fc.integer({ min: 1, max: 60_000 }), text, speaker: fc.option(name), language: fc.option(fc.constantFrom('fr', 'zh-Hans', 'ar')),
}), { minLength: 1, maxLength: 8 }).map((list) => list.map(({ length, ...rest }): Segment => ({ ...rest, endMs: rest.startMs + length, words: null }))
  .toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs));

const noEmptyLines = (list: readonly Segment[]): Segment[] => list.map((each) => ({ ...each, text: each.text.replace(/\n{2,}/gu, '\n') }));

it('WebVTT holds text, speakers and languages', () => {
  fc.assert(fc.property(segments.map(noEmptyLines), (list) => {
    const { segments: again, damage, format } = read(writeWebVtt(list));
    expect([format, damage]).toEqual(['webvtt', []]);
    expect(again).toEqual(list);
  }));
});

it('TTML holds text, speakers and languages', () => {
  fc.assert(fc.property(segments.map(noEmptyLines), (list) => {
    const { segments: again, damage, format } = read(writeTtml(list));
    expect([format, damage]).toEqual(['ttml', []]);
    expect(again).toEqual(list);
  }));
});

it('SubRip holds text that has no marks in it', () => {
  const bare = segments.map((list) => noEmptyLines(list).map((each) => ({ ...each, speaker: null, language: null, text: tidyText(each.text.replace(/[<>{}&\\]|--/gu, '')).replace(/\n{2,}/gu, '\n') })).filter((each) => each.text !== ''));
  fc.assert(fc.property(bare, (list) => {
    fc.pre(list.length > 0);
    expect(readWords(new TextEncoder().encode(writeSrt(list)), { format: 'srt' }).segments).toEqual(list);
  }));
});

it('WebVTT holds word times and pauses', () => {
  const words = fc.array(fc.record({ gap: fc.nat(500), length: fc.integer({ min: 1, max: 900 }), text: fc.constantFrom('we', 'совет', '会议', 'l’été', '<b>', 'نعم') }), { minLength: 2, maxLength: 10 });
  fc.assert(fc.property(words, (list) => {
    let at = 1000;
    const timed = list.flatMap(({ gap, length, text: spoken }, index) => {
      const from = at + (index === 0 ? 0 : gap);
      at = from + length;
      return makeWord(from, at, spoken) ?? [];
    });
    const segment: Segment = { startMs: 1000, endMs: at, text: timed.map(({ text: spoken }) => spoken).join(' '), words: timed, speaker: null, language: null };
    expect(read(writeWebVtt([segment], { wordTimes: true })).segments).toEqual([segment]);
  }));
});

it('our own JSON and JSONL hold everything', () => {
  const words = fc.option(fc.array(fc.record({ startMs: fc.nat(1_000_000), length: fc.nat(900), text, confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0)) }), { minLength: 1, maxLength: 5 })
    .map((list) => list.map(({ length, ...word }) => ({ ...word, endMs: word.startMs + length }))));
  const whole = fc.tuple(segments, words).map(([list, own]) => list.map((each) => ({ ...each, words: own })));
  fc.assert(fc.property(whole, fc.option(fc.constantFrom('fr', 'zh-Hans')), (list, language) => {
    for (const written of [writeJson(list, { language }), writeJsonLines(list, { language })]) expect(read(written)).toMatchObject({ segments: list, language, damage: [], passages: [] });
  }));
});
