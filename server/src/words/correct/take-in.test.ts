import type { Segment } from '@openfloor/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrected, type Correction } from './correction.domain.ts';
import { takeIn } from './take-in.domain.ts';
import { NO_TEXT, type KeptSegment, type TextState } from './text-state.domain.ts';

const piece = (startS: number, endS: number, text: string, more: Partial<Segment> = {}): Segment =>
  ({ startMs: startS * 1000, endMs: endS * 1000, text, words: null, speaker: null, language: null, ...more });

const MACHINE = [
  piece(0, 4, 'Good morning to all of you.'), piece(4, 9, 'The meeting off the council is open.'),
  piece(9, 12, 'Thanks for watching!'), piece(12, 20, 'I give the floor to the delegate of France.', { speaker: 'S1' }),
];
const first = takeIn(NO_TEXT, MACHINE).state;
const after = (...corrections: Correction[]): TextState => corrections.reduce(corrected, first);
const said = ({ segments }: TextState) => segments.map(({ id, startMs, endMs, text, speaker }) => [id, startMs / 1000, endMs / 1000, text, speaker]);

describe('a text that comes in anew', () => {
  it('changes nothing where it is the same', () => {
    expect(takeIn(first, MACHINE)).toEqual({ state: first, kept: 0 });
    const state = after({ do: 'set', segment: 2, text: 'The meeting of the council is open.' }, { do: 'split', segment: 4, after: 'I give the floor' }, { do: 'remove', segment: 3 });
    expect(takeIn(state, MACHINE)).toEqual({ state, kept: 3 });
  });

  it('leaves corrected words and takes new times, where people set none', () => {
    const state = after({ do: 'set', segment: 2, text: 'The meeting of the council is open.' }, { do: 'set', segment: 4, startMs: 12_500 });
    const aligned = MACHINE.map((one) => ({ ...one, startMs: one.startMs + 7000, endMs: one.endMs + 7000 }));
    expect(said(takeIn(state, aligned).state)).toEqual([
      [1, 7, 11, 'Good morning to all of you.', null], [2, 11, 16, 'The meeting of the council is open.', null],
      [4, 12.5, 20, 'I give the floor to the delegate of France.', 'S1'], [3, 16, 19, 'Thanks for watching!', null],
    ]);
  });

  it('keeps away what was removed, as long as it says the same', () => {
    const state = after({ do: 'remove', segment: 3 });
    expect(said(takeIn(state, MACHINE).state).map(([id]) => id)).toEqual([1, 2, 4]);
    const heard = MACHINE.with(2, piece(9, 12, 'We begin with the reports.'));
    expect(said(takeIn(state, heard).state)[2]).toEqual([5, 9, 12, 'We begin with the reports.', null]);
  });

  it('keeps splits, joins and what was added', () => {
    const state = after({ do: 'split', segment: 2, after: 'The meeting' }, { do: 'join', segments: [3, 4] }, { do: 'add', startMs: 21_000, endMs: 23_000, text: 'Merci.' });
    const other = [piece(0, 4, 'Good morning to you all.'), piece(4.2, 9.2, 'The meeting of a council is opened.'), piece(9, 20, 'Thanks. I give the floor.', { speaker: 'S2' }), piece(21, 22, 'Mercy.')];
    expect(said(takeIn(state, other).state).map(([id, , , text]) => [id, text])).toEqual([
      [1, 'Good morning to you all.'], [2, 'The meeting'], [5, 'off the council is open.'],
      [3, 'Thanks for watching! I give the floor to the delegate of France.'], [6, 'Merci.'],
    ]);
  });

  it('keeps what people have said of who speaks, over another cut', () => {
    const state = after({ do: 'set', segment: 4, speaker: 'The President' });
    const cut = [...MACHINE.slice(0, 3), piece(12, 15, 'I give the floor to the delegate'), piece(15, 20, 'of France and of Mali.')];
    expect(said(takeIn(state, cut).state).slice(3)).toEqual([
      [4, 12, 15, 'I give the floor to the delegate', 'The President'], [5, 15, 20, 'of France and of Mali.', 'The President'],
    ]);
  });

  it('takes the times of words over for those that were not corrected', () => {
    const state = after({ do: 'set', segment: 1, text: 'Good evening to all of you.' });
    const words = 'Good morning to all of you.'.split(' ').map((text, n) => ({ text, startMs: n * 600, endMs: n * 600 + 500, confidence: 0.8 }));
    const [now] = takeIn(state, MACHINE.with(0, { ...MACHINE[0]!, words })).state.segments;
    expect(now?.words?.map(({ text, startMs, confidence }) => [text, startMs, confidence])).toEqual([
      ['Good', 0, 0.8], ['evening', expect.any(Number), null], ['to', 1200, 0.8], ['all', 1800, 0.8], ['of', 2400, 0.8], ['you.', 3000, 0.8],
    ]);
  });
});

const text = fc.constantFrom('Thank you.', 'I agree with that.', 'The vote is at noon on Friday.', 'Merci beaucoup, Monsieur.', '我们现在开会。', 'شكرا جزيلا', 'No.', 'The report of the working group is adopted.');
const piecesOf = fc.array(fc.record({ pause: fc.integer({ min: 0, max: 4000 }), length: fc.integer({ min: 0, max: 9000 }), text, speaker: fc.constantFrom(null, 'S1', 'S2') }), { maxLength: 12 }).map((list) => {
  let at = 0;
  return list.map(({ pause, length, text: words, speaker }): Segment => {
    const startMs = at + pause;
    at = startMs + length;
    return { startMs, endMs: at, text: words, words: null, speaker, language: null };
  });
});
/** What somebody may do; the number says to which segment, whichever there are. */
const deed = fc.record({
  of: fc.nat(20),
  what: fc.oneof(
    fc.record({ do: fc.constant('set' as const), text: fc.constantFrom('Corrected words.', 'Des mots corrigés') }),
    fc.record({ do: fc.constant('set' as const), startMs: fc.constant(1000), endMs: fc.integer({ min: 1000, max: 90_000 }) }),
    fc.record({ do: fc.constant('set' as const), speaker: fc.constantFrom('Ms. Mokoena', null) }),
    fc.record({ do: fc.constant('split' as const), after: fc.constantFrom('I agree', 'The vote', '我们') }),
    fc.record({ do: fc.constantFrom('join' as const, 'remove' as const) }),
    fc.record({ do: fc.constant('add' as const), startMs: fc.nat(50_000), endMs: fc.constant(50_000), text: fc.constant('Added by hand') }),
  ),
});

function done(state: TextState, { of, what }: { of: number; what: { do: string } }): TextState {
  const ids = state.segments.map(({ id }) => id);
  const at = of % Math.max(1, ids.length);
  const correction = { ...what, ...(what.do === 'join' ? { segments: ids.slice(at, at + 2) } : { segment: ids[at] ?? 0 }) } as unknown as Correction;
  try {
    return corrected(state, correction);
  } catch {
    return state;
  }
}

describe('whatever was corrected and whatever comes', () => {
  const stories = fc.record({ one: piecesOf, deeds: fc.array(deed, { maxLength: 8 }), two: piecesOf });
  const before = ({ one, deeds }: { one: readonly Segment[]; deeds: readonly Parameters<typeof done>[1][] }) => deeds.reduce(done, takeIn(NO_TEXT, one).state);

  it('what people set is there afterwards', () => {
    const setIn = ({ edited, text: words, startMs, endMs, speaker }: KeptSegment | Record<string, never>, by: KeptSegment) => [
      ...(by.edited.includes('text') ? [words] : []), ...(by.edited.includes('times') ? [startMs, endMs] : []), ...(by.edited.includes('speaker') ? [speaker] : []), edited,
    ];
    expect(() => fc.assert(fc.property(stories, (story) => {
      const was = before(story).segments.filter(({ edited }) => edited.length > 0);
      const is = new Map(takeIn(before(story), story.two).state.segments.map((row) => [row.id, row]));
      expect(was.map((row) => setIn(is.get(row.id) ?? {}, row))).toEqual(was.map((row) => setIn(row, row)));
    }))).not.toThrow();
  });

  it('nothing of the new text is lost but what people have at the same time, or took away', () => {
    expect(() => fc.assert(fc.property(stories, (story) => {
      const was = before(story);
      const { segments } = takeIn(was, story.two).state;
      const rest = story.two.filter((one, n) => !segments.some(({ origins, edited, text: words, startMs, endMs }) =>
        origins.includes(n) && (edited.includes('text') || edited.includes('times') || segments.filter((row) => row.origins.includes(n) && row.edited.length > 0).length > 1
          || words.includes(one.text) && startMs <= one.startMs && endMs >= one.endMs)));
      const removed = was.source.filter((_, n) => !was.segments.some(({ origins }) => origins.includes(n))).map(({ text: words }) => words);
      expect(rest.map(({ text: words }) => words).filter((words) => !removed.includes(words))).toEqual([]);
    }))).not.toThrow();
  });

  it('is in order, each segment with a number of its own, and comes to rest', () => {
    expect(() => fc.assert(fc.property(stories, (story) => {
      const was = before(story);
      const is = takeIn(was, story.two).state;
      expect(is.segments.map(({ startMs }) => startMs)).toEqual(is.segments.map(({ startMs }) => startMs).toSorted((a, b) => a - b));
      const ids = is.segments.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(Math.max(0, ...ids)).toBeLessThan(is.nextId);
      expect(is.segments.every((row) => row.endMs >= row.startMs)).toBe(true);
      expect(takeIn(is, story.two).state).toEqual(is);
    }))).not.toThrow();
  });
});
