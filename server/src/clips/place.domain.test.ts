import { describe, expect, it } from 'vitest';
import { startingAt, trim, compose, moveBy } from '@openfloor/media';
import { joinTexts, makeQuote } from '@openfloor/words';
import { seededRandom } from '../../../fixtures/sound/index.ts';
import type { ClipQuote } from './clip.domain.ts';
import { carryOver, placeClip } from './place.domain.ts';

/** A word that remembers which it was, through everything that is done to it. */
interface Marked { readonly id: number; readonly text: string; readonly ends?: boolean }
interface Said { readonly startMs: number; readonly endMs: number; readonly words: readonly Marked[] }

// Meetings say the same again and again: few words, and formulas that come back word for word.
const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: 'the council security reform police sector people must support peace mission mandate states national rule law we our year process'.split(' '),
  ar: 'المجلس الأمن إصلاح الشرطة قطاع السلام بعثة ولاية الدول القانون نحن هذا العام عملية دعم شعب'.split(' '),
  zh: Array.from('安全理事会改革警察部门人民必须支持和平特派团任务国家法治我们今年进程'),
};
const FORMULA: Readonly<Record<string, readonly string[]>> = { en: ['thank', 'you', 'mr', 'president'], ar: ['شكرا', 'سيدي', 'الرئيس'], zh: Array.from('谢谢主席先生') };

function meeting(language: string, random: () => number): Said[] {
  let id = 0;
  let at = 5000;
  const words = WORDS[language] ?? [];
  return Array.from({ length: 600 }, (_, n) => {
    const texts = n % 7 === 0 ? FORMULA[language] ?? [] : Array.from({ length: 5 + Math.floor(random() * 14) }, () => words[Math.floor(random() * words.length)] ?? '');
    const startMs = at;
    at += texts.length * 400 + 300;
    return { startMs, endMs: at - 300, words: withEnd(texts.map((text) => ({ id: id++, text }))) };
  });
}

/** The full stop is behind the last word, whichever that is. */
const withEnd = (words: readonly Marked[]): Marked[] => words.map(({ id, text }, n) => ({ id, text, ends: n === words.length - 1 }));
const textOf = (language: string, words: readonly Marked[]): string => words.map(({ text, ends }) => `${text}${ends === true ? (language === 'zh' ? '。' : '.') : ''}`).join(language === 'zh' ? '' : ' ');
const segmentsOf = (language: string, said: readonly Said[]) => said.map(({ startMs, endMs, words }) => ({ startMs, endMs, text: textOf(language, words), words: null }));

/** Another word, one more, or one less: as people correct. */
function correct(said: Said[], n: number, random: () => number, fresh: string): void {
  const sentence = said[n];
  if (!sentence) return;
  const at = Math.floor(random() * sentence.words.length);
  const kind = random();
  const word = sentence.words[at];
  if (!word) return;
  const words = kind < 0.6 || sentence.words.length < 4
    ? sentence.words.map((one, i) => (i === at ? { ...one, text: fresh } : one))
    : kind < 0.8 ? [...sentence.words.slice(0, at + 1), { id: -1, text: fresh }, ...sentence.words.slice(at + 1)] : sentence.words.filter((_, i) => i !== at);
  said[n] = { ...sentence, words: withEnd(words) };
}

/** As another recogniser would cut it: sentences joined and parted, each a little earlier or later. */
function heardAnew(said: readonly Said[], random: () => number): Said[] {
  const out: Said[] = [];
  for (const sentence of said) {
    const jitter = Math.round((random() - 0.5) * 1600);
    const moved = { ...sentence, startMs: sentence.startMs + jitter, endMs: sentence.endMs + jitter };
    const last = out.at(-1);
    if (last && random() < 0.2 && last.words.length < 20) out[out.length - 1] = { startMs: last.startMs, endMs: moved.endMs, words: [...last.words, ...moved.words] };
    else if (random() < 0.2 && moved.words.length > 6) {
      const middle = Math.round((moved.startMs + moved.endMs) / 2);
      out.push({ startMs: moved.startMs, endMs: middle, words: moved.words.slice(0, 3) }, { startMs: middle, endMs: moved.endMs, words: moved.words.slice(3) });
    } else out.push(moved);
  }
  return out;
}

describe.each(['en', 'ar', 'zh'])('a hundred citations (%s)', (language) => {
  it.each([1, 2, 3])('point at the same words after a trim, a replaced channel and 50 corrections (seed %i)', (seed) => {
    const random = seededRandom(seed * 7919);
    const original = meeting(language, random);
    const before = segmentsOf(language, original);
    const cited = Array.from({ length: 100 }, () => {
      const first = 70 + Math.floor(random() * 500);
      const last = Math.min(original.length - 1, first + Math.floor(random() * 4));
      const [from, to] = [before[first], before[last]];
      const quote: ClipQuote = { ...makeQuote(before, first, last), kind: 'transcript', language, startMs: from?.startMs ?? 0, endMs: to?.endMs ?? 0 };
      return { first, last, clip: { startMs: quote.startMs, endMs: quote.endMs, quote, timeline: 0 } };
    });

    // A trim: everything before the 60th sentence is cut off, and the meeting begins there.
    const cutMs = original[60]?.startMs ?? 0;
    const whole = startingAt(0, 10_000_000);
    const move = compose(whole, moveBy(trim(whole, { start: cutMs }), -cutMs)).pieces;
    const trimmed = original.slice(60).map((one) => ({ ...one, startMs: one.startMs - cutMs, endMs: one.endMs - cutMs }));
    // 50 corrections, half of them in what is cited.
    const corrected = [...trimmed];
    for (let n = 0; n < 50; n += 1) {
      const target = n % 2 === 0 ? (cited[n]?.first ?? 60) - 60 : Math.floor(random() * corrected.length);
      correct(corrected, target, random, (WORDS[language] ?? [])[Math.floor(random() * 10)] ?? '');
    }
    const segments = heardAnew(corrected, random);
    const now = segmentsOf(language, segments);

    let changed = 0;
    for (const { first, last, clip } of cited) {
      const place = placeClip(clip, [move], now);
      expect(place.state, clip.quote.exact).not.toBe('gone');
      if (place.state === 'changed') changed += 1;
      // The words that were cited and are still there: all of them, in what was found, and no neighbours.
      const wanted = corrected.slice(first - 60, last - 60 + 1);
      const words = wanted.flatMap((one) => one.words);
      expect(normal(place.text ?? ''), clip.quote.exact).toBe(normal(joinTexts(wanted.map((one) => textOf(language, one.words)))));
      const from = segments.find((one) => one.words.some(({ id }) => id === words.find((word) => word.id >= 0)?.id));
      expect(Math.abs((place.range?.startMs ?? 0) - (from?.startMs ?? 0)), clip.quote.exact).toBeLessThan((from?.endMs ?? 0) - (from?.startMs ?? 0) + 1);
    }
    expect(changed).toBeGreaterThan(15);
  });
});

// How sentences are cut again changes where full stops are, not which words there are.
const normal = (text: string): string => text.replace(/[.。\s]/gu, '');

describe('the place of a clip', () => {
  const clip = { startMs: 1000, endMs: 3000, quote: null, timeline: 0 };

  it('follows the recording, and knows when it was cut out', () => {
    expect(placeClip(clip, [], null)).toEqual({ state: 'unchanged', range: { startMs: 1000, endMs: 3000 }, text: null });
    expect(placeClip(clip, [[{ fileStart: 500, fileEnd: null, meetingStart: 0 }], null], null)).toMatchObject({ state: 'moved', range: { startMs: 500, endMs: 2500 } });
    expect(placeClip(clip, [[{ fileStart: 9000, fileEnd: null, meetingStart: 0 }]], null)).toEqual({ state: 'gone', range: null, text: null });
    expect(placeClip({ ...clip, timeline: 1 }, [[{ fileStart: 9000, fileEnd: null, meetingStart: 0 }]], null)).toMatchObject({ state: 'unchanged' });
    expect(carryOver({ startMs: 1000, endMs: 3000 }, [[{ fileStart: 0, fileEnd: 2000, meetingStart: 0 }]])).toEqual({ startMs: 1000, endMs: 2000 });
  });

  it('says that words are gone, with the place where they were', () => {
    const quote = { exact: 'We support the police.', prefix: '', suffix: '', kind: 'transcript' as const, language: 'en', startMs: 1000, endMs: 3000 };
    expect(placeClip({ ...clip, quote }, [], [])).toMatchObject({ state: 'gone', range: { startMs: 1000, endMs: 3000 }, text: null });
    expect(placeClip({ ...clip, quote }, [], null)).toMatchObject({ state: 'gone', text: null });
  });
});
