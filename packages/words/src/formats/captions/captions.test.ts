import { describe, expect, it } from 'vitest';
import type { Segment, Word } from '../../segment.ts';
import { textWidth } from './atoms.ts';
import { captionCues } from './caption-cues.ts';
import { directionOf, directLine } from './direction.ts';

const segment = (text: string, more: Partial<Segment> = {}): Segment => ({ startMs: 0, endMs: 20_000, text, words: null, speaker: null, language: null, ...more });
const texts = (text: string, language: string | null): string[] => captionCues([segment(text)], language).map((cue) => cue.text);
const flat = (text: string): string => text.replace(/[\u200e\u200f\u2066-\u2069]/gu, '').replace(/\s+/gu, '');

const SAMPLES: readonly (readonly [string, string, number])[] = [
  ['en', 'Whereas recognition of the inherent dignity and of the equal and inalienable rights of all members of the human family is the foundation of freedom, justice and peace in the world, Mr. Kofi Annan said on 12 March 2026 that 3 000 000 people had been displaced.', 42],
  ['fr', 'Considérant que la méconnaissance et le mépris des droits de l’homme ont conduit à des actes de barbarie qui révoltent la conscience de l’humanité ; « plus jamais » !', 42],
  ['es', 'Considerando esencial que los derechos humanos sean protegidos por un régimen de Derecho, a fin de que el hombre no se vea compelido al supremo recurso de la rebelión', 42],
  ['ru', 'Принимая во внимание, что признание достоинства, присущего всем членам человеческой семьи, и равных и неотъемлемых прав их является основой свободы, сказал г-н Хан.', 42],
  ['ar', 'ولما كان تناسي حقوق الإنسان وازدراؤها قد أفضيا إلى أعمال همجية آذت الضمير الإنساني، قال السيد Kofi Annan إن القرار S/RES/2231 (2015) مهم جدا للمجلس.', 42],
  ['zh', '鉴于对人类家庭所有成员的固有尊严及其平等的和不移的权利的承认，乃是世界自由、正义与和平的基础，安全理事会第2231（2015）号决议和Kofi Annan先生在2026年3月12日的发言。', 32],
];

describe.each(SAMPLES)('captions in %s', (language, text, width) => {
  const cues = captionCues([segment(text)], language);

  it('have at most two lines that fit, follow on each other and keep every letter', () => {
    for (const cue of cues) expect(cue.text.split('\n').length).toBeLessThanOrEqual(2);
    for (const line of cues.flatMap((cue) => cue.text.split('\n'))) expect(textWidth(line)).toBeLessThanOrEqual(width);
    expect(flat(cues.map((cue) => cue.text).join(''))).toBe(flat(text));
    expect(cues[0]?.startMs).toBe(0);
    expect(cues.at(-1)?.endMs).toBe(20_000);
    for (const [at, cue] of cues.slice(1).entries()) expect(cue.startMs).toBe(cues[at]?.endMs);
  });

  it('break no name and no number', () => {
    const shown = cues.map((cue) => cue.text.replace(/[\u200e\u200f\u2066-\u2069]/gu, '')).join('\n');
    for (const whole of ['Kofi Annan', '3 000 000', '2026年', 'Mr. Kofi', 'г-н Хан', 'S/RES/2231 (2015)', '第2231', '« plus']) expect(shown.includes(whole)).toBe(text.includes(whole));
  });
});

it('breaks where a sentence or a clause ends', () => {
  expect(texts('The floor is open. I now give the floor to the representative of France, who will speak on behalf of the group.', 'en')).toEqual([
    'The floor is open. I now give the floor\nto the representative of France,', 'who will speak on behalf of the group.',
  ]);
});

it('leaves lines that are well broken, and breaks those anew that are too long', () => {
  expect(texts('- Yes.\n- No.', 'en')).toEqual(['- Yes.\n- No.']);
  expect(texts('one\ntwo\nthree', 'en')).toEqual(['one two three']);
  expect(texts('安全\n理事\n会', 'zh')).toEqual(['安全理事会']);
});

it('breaks what has no joint, and stays quick on what is very long', () => {
  expect(texts(`https://example.org/${'a'.repeat(100)}`, 'en').join('\n').split('\n').every((line) => line.length <= 42)).toBe(true);
  const started = performance.now();
  expect(texts('word '.repeat(20_000), 'en').length).toBeGreaterThan(1000);
  expect(performance.now() - started).toBeLessThan(5000);
});

it('takes the times of words, and a new caption after a pause', () => {
  const spoken = 'We have heard from the members of the Council about it. Now we wait for the answer of all the parties to the talks.'.split(' ');
  const words = spoken.map((text, at): Word => ({ startMs: at * 300 + (at > 10 ? 5000 : 0), endMs: at * 300 + 250 + (at > 10 ? 5000 : 0), text, confidence: null }));
  const cues = captionCues([segment(spoken.join(' '), { endMs: 15_000, words })], 'en');
  expect(cues.map(({ startMs, endMs, text }) => [startMs, endMs, text.replace('\n', ' ')])).toEqual([
    [0, 3250, 'We have heard from the members of the Council about it.'], [8300, 15_000, 'Now we wait for the answer of all the parties to the talks.'],
  ]);
  expect(cues.flatMap((cue) => cue.words ?? [])).toEqual(words);
});

it('gives a short caption a second, where the next leaves it', () => {
  const cues = captionCues([segment('Yes.', { startMs: 0, endMs: 200 }), segment('No.', { startMs: 600, endMs: 700 }), segment('Well.', { startMs: 5000, endMs: 5100 })], 'en');
  expect(cues.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([[0, 600], [600, 1600], [5000, 6000]]);
});

describe('direction', () => {
  it('goes by the language, and by the first letter where none is known', () => {
    expect([directionOf('ar', 'Kofi'), directionOf('ar-Latn', 'x'), directionOf('pa-Arab', 'x'), directionOf('fr', 'سلام'), directionOf(null, '1. سلام'), directionOf(null, 'a')]).toEqual(['rtl', 'ltr', 'rtl', 'ltr', 'rtl', 'ltr']);
  });

  it('keeps letters in their order, and marks only what would jump', () => {
    expect(directLine('قال Kofi Annan اليوم', 'rtl')).toBe('قال Kofi Annan اليوم');
    expect(directLine('Kofi Annan قال', 'rtl')).toBe('\u200fKofi Annan قال');
    expect(directLine('لغة C++ جيدة', 'rtl')).toBe('لغة \u2066C++\u2069 جيدة');
    expect(directLine('مفوضية (UNHCR) اليوم', 'rtl')).toBe('مفوضية (UNHCR) اليوم');
    expect(directLine('the word سلام means peace', 'ltr')).toBe('the word سلام means peace');
  });
});
