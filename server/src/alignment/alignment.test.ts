import type { Alignment } from '@openfloor/words';
import { describe, expect, it } from 'vitest';
import { outcomeOf, sentencesOf } from './alignment.domain.ts';

const word = (text: string, startMs: number) => ({ text, startMs, endMs: startMs + 400, confidence: null });
const segment = (text: string, startMs: number, confidence: number): Alignment['segments'][number] =>
  ({ text, startMs, endMs: startMs + 800, words: [word(text, startMs)], speaker: null, language: null, confidence, unspoken: confidence === 0 });

describe('the sentences of a text', () => {
  it('know who says them', () => {
    expect(sentencesOf({ passages: [{ text: 'Thank you. We begin.', speaker: 'The Chair' }, { text: 'Yes.', speaker: null }] })).toEqual([
      { text: 'Thank you.', speaker: 'The Chair' }, { text: 'We begin.', speaker: 'The Chair' }, { text: 'Yes.', speaker: null },
    ]);
  });
});

describe('what is kept of an alignment', () => {
  const sentences = ['One.', 'Two.', 'Three.'].map((text, n) => ({ text, speaker: n === 0 ? 'Ana' : null }));
  const alignment: Alignment = { segments: [segment('One.', 1000, 0.95), segment('Two.', 1800, 0), segment('Three.', 3_661_000, 0.3)], holes: [{ startMs: 61_000, endMs: 125_400 }] };

  it('are the sentences that are heard, with their speakers and how sure each word is', () => {
    expect(outcomeOf(alignment, sentences).segments.map(({ text, speaker, words }) => [text, speaker, words?.[0]?.confidence])).toEqual([['One.', 'Ana', 0.95], ['Three.', null, 0.3]]);
  });

  it('says what isn’t heard, what is missing and what is doubtful, and gives none of it a time', () => {
    expect(outcomeOf(alignment, sentences).unheard).toEqual([{ text: 'Two.', speaker: null }]);
    expect(outcomeOf(alignment, sentences).remarks).toEqual([
      'has a sentence that isn’t heard: “Two.”', 'has nothing of what is said from 0:01:01 to 0:02:05', 'may have the wrong time at 1:01:01: “Three.”',
    ]);
  });
});
