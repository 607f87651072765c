import { describe, expect, it } from 'vitest';
import { sampleMeeting } from './sample.test-support.ts';
import { viewSpoken } from './spoken-view.ts';
import type { TurnView } from './meeting-view.ts';
import type { SpokenSegment } from './words.ports.ts';

const [later, first] = sampleMeeting.interventions;
const TURNS: readonly TurnView[] = [{ ...first!, endMs: 60_000, colour: 1 }, { ...later!, endMs: 180_000, colour: 2 }];
const said = (startMs: number, endMs: number, text: string, speaker: string | null = null): SpokenSegment => ({ startMs, endMs, text, speaker, language: null });
const shown = (segments: readonly SpokenSegment[], interpreted = false) =>
  viewSpoken(segments, TURNS, interpreted).map(({ turn, speaker, paragraphs }) => [turn?.id ?? speaker, ...paragraphs.map((one) => one.segments.map(({ text }) => text).join(' '))]);

describe('the words of a channel', () => {
  it('stand under who says them', () => {
    expect(shown([said(2000, 5000, 'One.'), said(5100, 9000, 'Two.'), said(63_500, 66_000, 'Three.')])).toEqual([['a', 'One. Two.'], ['b', 'Three.']]);
  });

  it('are of the speaker before where the interpreter comes to an end after him', () => {
    const words = [said(3000, 9000, 'A.'), said(64_000, 67_000, 'Still A.'), said(67_500, 70_000, 'B.')];
    const close: readonly TurnView[] = [{ ...TURNS[0]!, endMs: 63_000 }, TURNS[1]!];
    expect(viewSpoken(words, close, true).map(({ turn, paragraphs }) => [turn?.id, paragraphs.length])).toEqual([['a', 2], ['b', 1]]);
    expect(viewSpoken([said(1500, 2500, 'Early.')], close, true)[0]?.turn?.id).toBe('a');
  });

  it('break into paragraphs at pauses, and after three quarters of a minute', () => {
    const even = Array.from({ length: 10 }, (_, n) => said(3000 + n * 5000, 8000 + n * 5000, `${n}`));
    expect(shown(even)).toEqual([['a', '0 1 2 3 4 5 6 7 8', '9']]);
    expect(shown([said(2000, 4000, 'One.'), said(6500, 7000, 'Two.'), said(9400, 9900, 'Three.')])).toEqual([['a', 'One.', 'Two. Three.']]);
  });

  it('name the speaker that the text names where the list has none', () => {
    expect(shown([said(0, 1000, 'Good morning.', 'The clerk'), said(1000, 1900, 'Please rise.', 'The clerk'), said(2500, 3000, 'Thank you.', 'The clerk')]))
      .toEqual([['The clerk', 'Good morning. Please rise.'], ['a', 'Thank you.']]);
    expect(viewSpoken([], TURNS, false)).toEqual([]);
  });
});
