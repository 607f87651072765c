import type { Segment } from '@openfloor/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aligned } from './align.domain.ts';
import { difference, undone } from './change.domain.ts';
import { corrected, type Correction } from './correction.domain.ts';
import { takeIn } from './take-in.domain.ts';
import { NO_TEXT, type TextState } from './text-state.domain.ts';

const words = (text: string, fromMs: number) => text.split(' ').map((word, n) => ({ text: word, startMs: fromMs + n * 500, endMs: fromMs + n * 500 + 400, confidence: 0.9 }));
const piece = (startMs: number, endMs: number, text: string, more: Partial<Segment> = {}): Segment => ({ startMs, endMs, text, words: words(text, startMs), speaker: null, language: null, ...more });
const TEXT = takeIn(NO_TEXT, [piece(0, 2500, 'the meeting is open today'), piece(3000, 4500, 'thank you madam'), piece(5000, 6500, 'we begin now')]).state;
const make = (state: TextState, ...corrections: Correction[]): TextState => corrections.reduce(corrected, state);
const shown = ({ segments }: TextState) => segments.map(({ id, startMs, endMs, text }) => [id, startMs, endMs, text]);

describe('a correction', () => {
  it('sets what it names, and keeps the times of the words that stay', () => {
    const [first] = make(TEXT, { do: 'set', segment: 1, text: 'the long meeting is closed today', speaker: 'The President' }).segments;
    expect(first).toMatchObject({ id: 1, speaker: 'The President', edited: ['text', 'speaker'], startMs: 0, endMs: 2500 });
    expect(first?.words?.map(({ text, startMs, endMs, confidence }) => [text, startMs, endMs, confidence])).toEqual([
      ['the', 0, 400, 0.9], ['long', 400, 500, null], ['meeting', 500, 900, 0.9],
      ['is', 1000, 1400, 0.9], ['closed', 1400, 2000, null], ['today', 2000, 2400, 0.9],
    ]);
    expect(make(TEXT, { do: 'set', segment: 2, startMs: 6000, endMs: 7500 }).segments.at(-1)).toMatchObject({ id: 2, words: [{ startMs: 6000 }, { startMs: 6500 }, { startMs: 7000 }] });
  });

  it('splits where it is told, at the time of the word that follows, and joins again', () => {
    const split = make(TEXT, { do: 'split', segment: 1, after: 'is open' });
    expect(shown(split).slice(0, 2)).toEqual([[1, 0, 2000, 'the meeting is open'], [4, 2000, 2500, 'today']]);
    expect(split.segments[1]?.words).toEqual([{ text: 'today', startMs: 2000, endMs: 2400, confidence: 0.9 }]);
    expect(make(split, { do: 'join', segments: [4, 1] })).toEqual({ ...TEXT, nextId: 5, segments: TEXT.segments.map((one) => (one.id === 1 ? { ...one, edited: ['text'] } : one)) });
    expect(shown(make(TEXT, { do: 'split', segment: 3, after: 'we', atMs: 5200 })).slice(2)).toEqual([[3, 5000, 5200, 'we'], [4, 5200, 6500, 'begin now']]);
  });

  it('adds and removes, and never gives a number twice', () => {
    const state = make(TEXT, { do: 'add', startMs: 2600, endMs: 2900, text: 'yes' }, { do: 'remove', segment: 4 }, { do: 'add', startMs: 2600, endMs: 2900, text: 'no' });
    expect(shown(state)[1]).toEqual([5, 2600, 2900, 'no']);
  });

  const refused: readonly [Correction, string][] = [
    [{ do: 'set', segment: 9, text: 'x' }, 'There is no segment 9.'],
    [{ do: 'set', segment: 1 }, 'it names nothing to change'],
    [{ do: 'set', segment: 1, text: ' ' }, 'nothing of its text would be left'],
    [{ do: 'set', segment: 1, startMs: 3000 }, 'it would end before it begins'],
    [{ do: 'split', segment: 1, after: 'tomorrow' }, 'are not in its text'],
    [{ do: 'split', segment: 1, after: 'e' }, 'is in its text 4 times'],
    [{ do: 'split', segment: 1, after: 'today' }, 'nothing would be left after the place'],
    [{ do: 'split', segment: 1, after: 'open', atMs: 9000 }, 'is outside of it'],
    [{ do: 'join', segments: [1, 3] }, 'there are others between'],
    [{ do: 'join', segments: [1] }, 'it takes two'],
    [{ do: 'add', startMs: 2, endMs: 1, text: 'x' }, 'it would end before it begins'],
  ];
  it.each(refused)('%j is refused', (correction, says) => {
    expect(() => corrected(TEXT, correction)).toThrow(says);
  });
});

describe('a new alignment', () => {
  it('moves all but what people have set, and what comes in afterwards is found by the new times', () => {
    const state = make(TEXT, { do: 'set', segment: 2, text: 'Thank you, Madam.' }, { do: 'set', segment: 3, startMs: 5100 });
    const now = aligned(state, TEXT.segments.map(({ id, startMs, endMs }) => ({ id, startMs: startMs + 60_000, endMs: endMs + 60_000, words: null, confidence: 0.7, unspoken: false })));
    expect(shown(now)).toEqual([[3, 5100, 6500, 'we begin now'], [1, 60_000, 62_500, 'the meeting is open today'], [2, 63_000, 64_500, 'Thank you, Madam.']]);
    expect(now.segments[1]).toMatchObject({ words: [{ startMs: 60_000 }, {}, {}, {}, {}], confidence: 0.7 });
    const heard = takeIn(now, [piece(60_000, 62_500, 'the meeting is opened'), piece(63_100, 64_400, 'thanks madam')]).state;
    expect(shown(heard).map(([id, , , text]) => [id, text])).toEqual([[3, 'we begin now'], [1, 'the meeting is opened'], [2, 'Thank you, Madam.']]);
  });
});

describe('undo', () => {
  it('takes one change back and leaves what was changed elsewhere since', () => {
    const one = make(TEXT, { do: 'split', segment: 1, after: 'is open' });
    const two = make(one, { do: 'set', segment: 3, text: 'We begin.' });
    const change = difference(TEXT, one);
    expect(undone(two, change!)).toEqual({ state: { ...make(TEXT, { do: 'set', segment: 3, text: 'We begin.' }), nextId: 5 } });
    expect(undone(make(two, { do: 'set', segment: 4, text: 'Today.' }), change!)).toEqual({ inTheWay: [4], source: false });
  });

  it('takes a whole re-import back, exactly', () => {
    const state = make(TEXT, { do: 'set', segment: 2, text: 'Thank you, Madam.' });
    const { state: now } = takeIn(state, [piece(0, 2600, 'another text altogether'), piece(3000, 4400, 'thank you madam'), piece(8000, 9000, 'and more')]);
    expect(undone(now, difference(state, now)!)).toEqual({ state: { ...state, nextId: now.nextId } });
  });

  it('gives back what was there, whatever was done', () => {
    const deed = fc.oneof(
      fc.record({ do: fc.constant('set' as const), segment: fc.integer({ min: 1, max: 5 }), text: fc.constantFrom('One.', 'Two words.') }),
      fc.record({ do: fc.constant('split' as const), segment: fc.integer({ min: 1, max: 5 }), after: fc.constantFrom('the', 'we', 'Two') }),
      fc.record({ do: fc.constant('join' as const), segments: fc.constantFrom([1, 2], [2, 3], [1, 4]) }),
      fc.record({ do: fc.constant('remove' as const), segment: fc.integer({ min: 1, max: 5 }) }),
    );
    expect(() => fc.assert(fc.property(fc.array(deed, { maxLength: 10 }), (deeds) => {
      const states = [TEXT];
      for (const one of deeds) {
        try {
          states.push(corrected(states.at(-1)!, one));
        } catch { /* refused: nothing changed */ }
      }
      for (let n = states.length - 1, now = states[n]!; n > 0; n -= 1) {
        const change = difference(states[n - 1]!, states[n]!);
        const back = change ? undone(now, change) : { state: now };
        expect(back).toEqual({ state: { ...states[n - 1], nextId: now.nextId } });
        if ('state' in back) now = back.state;
      }
    }))).not.toThrow();
  });
});
