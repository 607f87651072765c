import { describe, expect, it } from 'vitest';
import { sampleMeeting } from './sample.test-support.ts';
import { viewSpoken } from './spoken-view.ts';
import type { TurnView } from './meeting-view.ts';
import type { SpokenSegment } from './words.ports.ts';

const [later, first] = sampleMeeting.interventions;
const TURNS: readonly TurnView[] = [{ ...first!, endMs: 60_000, colour: 1 }, { ...later!, endMs: 180_000, colour: 2 }];
const said = (startMs: number, endMs: number, text: string, speaker: string | null = null): SpokenSegment => ({ startMs, endMs, text, speaker, language: null });
const alone = (segments: readonly SpokenSegment[], turns = TURNS, interpreted = false) => viewSpoken([{ segments, interpreted }], turns);
const shown = (segments: readonly SpokenSegment[]) =>
  alone(segments).map(({ turn, speaker, moments }) => [turn?.id ?? speaker, ...moments.map(({ cells }) => cells[0]!.map(({ text }) => text).join(' '))]);

describe('the words of a channel', () => {
  it('stand under who says them', () => {
    expect(shown([said(2000, 5000, 'One.'), said(5100, 9000, 'Two.'), said(63_500, 66_000, 'Three.')])).toEqual([['a', 'One. Two.'], ['b', 'Three.']]);
  });

  it('are of the speaker before where the interpreter comes to an end after him', () => {
    const words = [said(3000, 9000, 'A.'), said(64_000, 67_000, 'Still A.'), said(67_500, 70_000, 'B.')];
    const close: readonly TurnView[] = [{ ...TURNS[0]!, endMs: 63_000 }, TURNS[1]!];
    expect(alone(words, close, true).map(({ turn, moments }) => [turn?.id, moments.length])).toEqual([['a', 2], ['b', 1]]);
    expect(alone([said(1500, 2500, 'Early.')], close, true)[0]?.turn?.id).toBe('a');
  });

  it('break into paragraphs at pauses, and after three quarters of a minute', () => {
    const even = Array.from({ length: 10 }, (_, n) => said(3000 + n * 5000, 8000 + n * 5000, `${n}`));
    expect(shown(even)).toEqual([['a', '0 1 2 3 4 5 6 7 8', '9']]);
    expect(shown([said(2000, 4000, 'One.'), said(6500, 7000, 'Two.'), said(9400, 9900, 'Three.')])).toEqual([['a', 'One.', 'Two. Three.']]);
  });

  it('name the speaker that the text names where the list has none', () => {
    expect(shown([said(0, 1000, 'Good morning.', 'The clerk'), said(1000, 1900, 'Please rise.', 'The clerk'), said(2500, 3000, 'Thank you.', 'The clerk')]))
      .toEqual([['The clerk', 'Good morning. Please rise.'], ['a', 'Thank you.']]);
    expect(alone([])).toEqual([]);
  });
});

describe('texts side by side', () => {
  const beside = (floor: readonly SpokenSegment[], booth: readonly SpokenSegment[], turns = TURNS) => {
    const text = (segments: readonly SpokenSegment[] = []) => segments.map((one) => one.text).join(' ');
    return viewSpoken([{ segments: floor, interpreted: false }, { segments: booth, interpreted: true }], turns)
      .map(({ turn, moments }) => [turn?.id ?? null, ...moments.map(({ startMs, cells }) => [startMs, text(cells[0]), text(cells[1])])]);
  };

  it('have what is said at the same moment in one row, the interpreter’s words taken back by his lag', () => {
    const floor = [said(3000, 7000, 'A1.'), said(7200, 14_500, 'A2.'), said(15_500, 20_000, 'A3.')];
    const booth = [said(5200, 9000, 'I1.'), said(9500, 17_000, 'I2.'), said(17_600, 23_000, 'I3.')];
    expect(beside(floor, booth)).toEqual([['a', [3000, 'A1. A2.', 'I1. I2.'], [15_500, 'A3.', 'I3.']]]);
  });

  it('stand by when the floor said them, where the lag is known', () => {
    const late = (one: SpokenSegment, floorMs: number): SpokenSegment => ({ ...one, floorMs });
    const close: readonly TurnView[] = [{ ...TURNS[0]!, endMs: 63_000 }, TURNS[1]!];
    const booth = [late(said(60_000, 65_500, 'A.'), 55_000), late(said(68_200, 70_000, 'End of A.'), 62_500), late(said(70_500, 74_000, 'Start of B.'), 64_000)];
    expect(beside([said(55_000, 59_000, 'A.'), said(62_500, 63_000, 'End of A.'), said(64_000, 68_000, 'B.')], booth, close))
      .toEqual([['a', [55_000, 'A.', 'A.'], [62_500, 'End of A.', 'End of A.']], ['b', [64_000, 'B.', 'Start of B.']]]);
  });

  it('have a sentence beside that with which it has most time in common, whatever its interpreter’s lag', () => {
    const floor = [said(1000, 11_000, 'A1.'), said(17_000, 40_000, 'A2.')];
    expect(beside(floor, [said(1000, 10_000, 'I1.'), said(17_100, 41_000, 'I2.')])).toEqual([['a', [1000, 'A1.', 'I1.'], [17_000, 'A2.', 'I2.']]]);
    expect(beside(floor, [said(6000, 16_500, 'I1.'), said(22_000, 44_000, 'I2.')])).toEqual([['a', [1000, 'A1.', 'I1.'], [17_000, 'A2.', 'I2.']]]);
  });

  it('stay under their speaker, though the interpreter of the one before still speaks', () => {
    const close: readonly TurnView[] = [{ ...TURNS[0]!, endMs: 63_000 }, TURNS[1]!];
    expect(beside([said(58_000, 62_000, 'A.'), said(63_500, 66_000, 'B.')], [said(60_000, 64_500, 'End of A.'), said(66_000, 69_000, 'Start of B.')], close))
      .toEqual([['a', [58_000, 'A.', 'End of A.']], ['b', [63_500, 'B.', 'Start of B.']]]);
  });

  it('go on where one of them is silent, in paragraphs of their own', () => {
    const booth = Array.from({ length: 5 }, (_, n) => said(4000 + n * 5000, 9000 + n * 5000, `${n}`));
    expect(beside([], booth)).toEqual([['a', [4000, '', '0 1 2'], [19_000, '', '3 4']]]);
    expect(beside([said(30_000, 33_000, 'A.')], booth.slice(0, 2))).toEqual([['a', [4000, '', '0 1'], [30_000, 'A.', '']]]);
  });

  it('lose nothing, whatever turns lie over one another', () => {
    const across: readonly TurnView[] = [TURNS[0]!, { ...TURNS[1]!, startMs: 20_000, endMs: 30_000 }];
    const floor = Array.from({ length: 30 }, (_, n) => said(n * 3000, n * 3000 + 2500, `f${n}`));
    const booth = Array.from({ length: 30 }, (_, n) => said(n * 3000 + 1500, n * 3000 + 4300, `b${n}`));
    const cells = viewSpoken([{ segments: floor, interpreted: false }, { segments: booth, interpreted: true }], across).flatMap(({ moments }) => moments.map((one) => one.cells));
    expect([0, 1].map((n) => cells.flatMap((one) => one[n]!.map(({ text }) => text)))).toEqual([floor.map(({ text }) => text), booth.map(({ text }) => text)]);
  });
});
