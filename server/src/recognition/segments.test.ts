import { describe, expect, it } from 'vitest';
import { toSegments, type Heard } from './segments.domain.ts';

const PLACE = { startMs: 10_000, endMs: 20_000, language: null };
const made = (heard: Heard) => toSegments(heard, PLACE);

describe('what a recogniser says', () => {
  it('becomes sentences with words that have times and confidence', () => {
    const [first, second, ...more] = made({
      text: 'the council meets. Today it votes', tokens: [' the', ' coun', 'cil', ' meets', '.', ' Today', ' it', ' vo', 'tes'],
      timestamps: [0.5, 1, 1.2, 2, 2.1, 2.5, 2.8, 3, 3.2], ys_log_probs: [0, -0.1, -0.3, -1, -1, 0, 0, -2, -2],
    });
    expect(more).toEqual([]);
    expect(first).toMatchObject({ startMs: 10_500, endMs: 12_400, text: 'the council meets.' });
    expect(first?.words?.map(({ text, startMs, endMs, confidence }) => [text, startMs, endMs, confidence])).toEqual([
      ['the', 10_500, 10_800, 1], ['council', 11_000, 11_500, 0.819], ['meets.', 12_000, 12_400, 0.368],
    ]);
    expect(second).toMatchObject({ startMs: 12_500, text: 'Today it votes' });
  });

  it('is parted at pauses where it has no punctuation, and doesn’t shout', () => {
    const found = made({ text: 'THANK YOU THE NEXT', tokens: [' THANK', ' YOU', ' THE', ' NEXT'], timestamps: [0, 0.3, 2, 2.3], durations: [0.2, 0.3, 0.2, 0.4] });
    expect(found.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([['thank you', 10_000, 10_600], ['the next', 12_000, 12_700]]);
    expect(found[0]?.words?.[0]?.confidence).toBeNull();
  });

  it('in Chinese has a word for each character, Latin names among them', () => {
    const [only] = made({ text: '安全理事会 WHO 今天', tokens: ['安', '全', '理', '事', '会', ' W', 'HO', '今', '天'], timestamps: [0, 0.2, 0.4, 0.6, 0.8, 1, 1.1, 1.4, 1.6] });
    expect(only?.text).toBe('安全理事会 WHO 今天');
    expect(only?.words?.map(({ text }) => text)).toEqual(['安', '全', '理', '事', '会', 'WHO', '今', '天']);
  });

  it('keeps to its passage', () => {
    const [only] = made({ text: 'late', tokens: [' late'], timestamps: [11] });
    expect(only).toMatchObject({ startMs: 20_000, endMs: 20_000 });
  });

  it('has the times of its passage where no others are told, or where they don’t add up', () => {
    const passage = { startMs: 10_000, endMs: 20_000, words: null };
    expect(made({ text: ' Bonjour à tous. ' })).toEqual([{ ...passage, text: 'Bonjour à tous.', speaker: null, language: null }]);
    expect(made({ text: 'é', tokens: ['<0xC3>', '<0xA9>'], timestamps: [0, 0.1] })).toMatchObject([{ ...passage, text: 'é' }]);
    expect(made({ text: 'two words', tokens: [' two', ' words'], timestamps: [0] })).toMatchObject([passage]);
  });

  it('of Whisper has the times of its own segments', () => {
    expect(made({ text: ' One. Two.', segment_texts: [' One.', ' Two.'], segment_timestamps: [0, 3.5], segment_durations: [3, 20] }).map(({ text, startMs, endMs }) => [text, startMs, endMs]))
      .toEqual([['One.', 10_000, 13_000], ['Two.', 13_500, 20_000]]);
  });

  it('is nothing where it says nothing', () => expect([...made({ text: ' ' }), ...made({ text: '▁' })]).toEqual([]));
});
