import type { LagCurve } from '@openfloor/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentsOf, type TimedText, type Turn } from '../index.ts';

const s = (seconds: number): number => Math.round(seconds * 1000);
const text = (channel: string, sentences: readonly (readonly [from: number, to: number, text: string])[], more: Partial<TimedText> = {}): TimedText => ({
  channel, kind: 'transcript', language: channel === 'floor' ? 'en' : channel, lag: null,
  segments: sentences.map(([from, to, said]) => ({ startMs: s(from), endMs: s(to), text: said, language: null })), ...more,
});
const speech = (from: number, count: number, each: number, pause = 0.3) =>
  Array.from({ length: count }, (_, n) => [from + n * each, from + (n + 1) * each - pause, `Sentence ${n} of it.`] as const);
const turn = (from: number, to: number | null): Turn => ({ startMs: s(from), endMs: to === null ? null : s(to), language: null });
const lengths = (texts: readonly TimedText[], turns: readonly Turn[] = []) => momentsOf(texts, turns).map(({ startMs, endMs }) => Math.round((endMs - startMs) / 1000));

describe('moments', () => {
  it('are about half a minute long', () => {
    const all = lengths([text('floor', speech(0, 60, 6))], [turn(0, 400)]);
    expect(all.length).toBe(12);
    for (const length of all) expect(length).toBeGreaterThanOrEqual(20);
    for (const length of all) expect(length).toBeLessThanOrEqual(40);
  });

  it('end with sentences, though captions break off anywhere', () => {
    const pieces = ['We have heard many', 'statements today on this', 'very old question. And', 'now we have to act.'].flatMap((said, n) => [[n * 8, n * 8 + 7.9, said] as const]);
    const more = pieces.map(([from, to, said]) => [from + 32, to + 32, said] as const);
    expect(momentsOf([text('floor', [...pieces, ...more])], []).map((one) => one.texts[0]?.text)).toEqual([
      'We have heard many statements today on this very old question. And now we have to act.',
      'We have heard many statements today on this very old question. And now we have to act.',
    ]);
  });

  it('rather end where the speaker pauses', () => {
    const sentences = speech(0, 10, 6).map(([from, to, said], n) => (n < 4 ? [from, to, said] as const : [from + 2, to + 2, said] as const));
    expect(momentsOf([text('floor', sentences)], []).map(({ startMs }) => startMs)).toEqual([0, s(26)]);
  });

  it('lie within one intervention', () => {
    const found = momentsOf([text('floor', speech(0, 20, 5))], [turn(0, 22), turn(22, null)]);
    expect(found.map(({ turn: who }) => who)).toEqual([0, 1, 1, 1]);
    expect(found.map(({ endMs }) => endMs <= s(22))).toEqual([true, false, false, false]);
    expect(found[1]?.startMs).toBeGreaterThanOrEqual(s(20));
  });

  it('hold what all channels say, at the time of the floor', () => {
    const lag: LagCurve = [{ floorMs: 0, lagMs: 4000, confidence: 1, basis: 'words' }, { floorMs: s(100), lagMs: 4000, confidence: 1, basis: 'words' }];
    const floor = text('floor', speech(0, 6, 10));
    const fr = text('fr', speech(4, 6, 10).map(([from, to], n) => [from, to, `Phrase ${n}.`] as const), { lag });
    const zh = text('zh', speech(0, 6, 10).map(([from, to], n) => [from, to, `第${n}句。`] as const), { kind: 'record' });
    const found = momentsOf([floor, fr, zh], []);
    expect(found.map((one) => one.texts.map((own) => [own.channel, own.kind, own.text]))).toEqual([
      [['floor', 'transcript', 'Sentence 0 of it. Sentence 1 of it. Sentence 2 of it.'], ['fr', 'transcript', 'Phrase 0. Phrase 1. Phrase 2.'], ['zh', 'record', '第0句。第1句。第2句。']],
      [['floor', 'transcript', 'Sentence 3 of it. Sentence 4 of it. Sentence 5 of it.'], ['fr', 'transcript', 'Phrase 3. Phrase 4. Phrase 5.'], ['zh', 'record', '第3句。第4句。第5句。']],
    ]);
    expect(found[1]?.startMs).toBe(s(30));
    expect(found[1]?.texts[1]?.places).toEqual([{ from: 0, startMs: s(34) }, { from: 10, startMs: s(44) }, { from: 20, startMs: s(54) }]);
  });

  it('are there too where only one channel has words', () => {
    const found = momentsOf([text('floor', speech(0, 3, 10)), text('fr', speech(0, 9, 10))], [turn(0, null)]);
    expect(found.map((one) => one.texts.map(({ channel }) => channel))).toEqual([['floor', 'fr'], ['fr'], ['fr']]);
  });

  it('of a floor in several languages are in that of who speaks, or of what is said', () => {
    const floor = { ...text('floor', speech(0, 8, 10)), language: 'mul' };
    const own = floor.segments.map((segment, n) => (n > 5 ? { ...segment, language: 'es' } : segment));
    const found = momentsOf([{ ...floor, segments: own }], [{ ...turn(0, 30), language: 'fr' }, { ...turn(30, 60), language: null }, { ...turn(60, null), language: 'en' }]);
    expect(found.map((one) => one.texts[0]?.language)).toEqual(['fr', 'mul', 'es']);
  });

  it('don’t reach over long silence', () => {
    expect(momentsOf([text('floor', [[0, 10, 'One.'], [25, 30, 'Two.']])], []).map(({ startMs }) => startMs)).toEqual([0, s(25)]);
  });

  it('lose no word and keep the order, whatever comes', () => {
    const segment = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 90 }), fc.constantFrom('One.', 'and then', '三。', 'Why?'));
    const texts = fc.array(fc.array(segment, { maxLength: 30 }), { minLength: 1, maxLength: 3 });
    const borders = fc.array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.option(fc.integer({ min: 0, max: 200 }))), { maxLength: 5 });
    fc.assert(fc.property(texts, borders, (channels, ends) => {
      const given = channels.map((own, n) => text(`c${n}`, own.map(([from, length, said]) => [from, from + length, said] as const)));
      const turns = ends.toSorted(([a], [b]) => a - b).map(([from, length]) => turn(from, length === null ? null : from + length));
      const found = momentsOf(given, turns);
      let before = 0;
      for (const moment of found) {
        expect(moment.startMs).toBeGreaterThanOrEqual(before);
        expect(moment.endMs).toBeGreaterThanOrEqual(moment.startMs);
        before = moment.startMs;
      }
      const letters = (all: readonly string[]) => all.join('').replace(/\s/gu, '').split('').sort().join('');
      expect(letters(found.flatMap((one) => one.texts.map((own) => own.text)))).toBe(letters(given.flatMap((own) => own.segments.map((one) => one.text))));
    }));
  });
});
