import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, undone } from './change.domain.ts';
import { corrected, type Correction } from './correction.domain.ts';
import { moved, moveSince, type Move } from './move.domain.ts';
import { takeIn } from './take-in.domain.ts';
import { NO_TEXT, type ComingSegment, type TextState } from './text-state.domain.ts';

const piece = (startS: number, endS: number, text: string): ComingSegment => ({
  startMs: startS * 1000, endMs: endS * 1000, text, speaker: null, language: null,
  words: text.split(' ').map((word, n, all) => ({ text: word, confidence: null, startMs: startS * 1000 + Math.round((n / all.length) * (endS - startS) * 1000), endMs: startS * 1000 + Math.round(((n + 1) / all.length) * (endS - startS) * 1000) })),
});
const SAID = [piece(1, 4, 'Can everybody hear me?'), piece(8, 13, 'The meeting is open.'), piece(14, 18, 'Thank you.'), piece(20, 25, 'We begin with the reports.'), piece(30, 33, 'Thank you.')];
const first = takeIn(NO_TEXT, SAID).state;
const laidAt = (offsetMs: number) => [{ file: 'council.mkv', pieces: [{ fileStart: Math.max(0, -offsetMs), fileEnd: 40_000, meetingStart: Math.max(0, offsetMs) }] }];
const from = (was: number, is: number): Move => ({ from: laidAt(was), to: laidAt(is) });
const CUT = from(0, -10_000);
const BACK = from(-10_000, 0);
const said = ({ segments }: TextState) => segments.map(({ id, startMs, endMs, text }) => [id, startMs / 1000, endMs / 1000, text]);
const make = (state: TextState, ...corrections: Correction[]): TextState => corrections.reduce(corrected, state);

describe('a text whose recording was laid otherwise', () => {
  it('moves along, word by word; what was cut off is kept outside', () => {
    const cut = moved(first, CUT, false);
    expect(said(cut)).toEqual([[2, 0, 3, 'The meeting is open.'], [3, 4, 8, 'Thank you.'], [4, 10, 15, 'We begin with the reports.'], [5, 20, 23, 'Thank you.']]);
    expect(cut.segments[2]?.words?.map(({ startMs }) => startMs)).toEqual([10_000, 11_000, 12_000, 13_000, 14_000]);
    expect(cut.segments[0]?.words?.at(0)).toMatchObject({ startMs: 0, endMs: 0 });
    expect(cut.outside.map(({ id, startMs, file, rest }) => [id, startMs, file, rest])).toEqual([[1, 1000, 'council.mkv', undefined], [2, 8000, 'council.mkv', true]]);
  });

  it('is as it was when the cut is undone, with what people have done meanwhile', () => {
    expect(moved(moved(first, CUT, false), BACK, false)).toEqual(first);
    const busy = make(moved(first, CUT, false), { do: 'set', segment: 2, text: 'The sitting is open.' }, { do: 'remove', segment: 3 }, { do: 'set', segment: 5, startMs: 19_000 });
    expect(said(moved(busy, BACK, false))).toEqual([[1, 1, 4, 'Can everybody hear me?'], [2, 8, 13, 'The sitting is open.'], [4, 20, 25, 'We begin with the reports.'], [5, 29, 33, 'Thank you.']]);
    const gone = make(moved(first, CUT, false), { do: 'remove', segment: 2 });
    expect(said(moved(gone, BACK, false)).map(([id]) => id)).toEqual([1, 3, 4, 5]);
  });

  it('takes in what comes for the recording as it is, and what was cut off neither stands in its way nor is lost', () => {
    const cut = moved(make(first, { do: 'set', segment: 1, speaker: 'The clerk' }, { do: 'remove', segment: 3 }), CUT, false);
    const heard = [piece(0, 3, 'The meeting is opened.'), piece(4, 8, 'Thank you.'), piece(10, 15, 'We begin with the report.'), piece(16, 18, 'Can everybody hear me?'), piece(20, 23, 'Thank you.')];
    const anew = takeIn(cut, heard).state;
    expect(said(anew).map(([, , , text]) => text)).toEqual(['The meeting is opened.', 'We begin with the report.', 'Can everybody hear me?', 'Thank you.']);
    expect(takeIn(anew, heard).state).toEqual(anew);
    const back = moved(anew, BACK, false);
    expect(said(back)[0]).toEqual([1, 1, 4, 'Can everybody hear me?']);
    expect(back.segments[0]).toMatchObject({ speaker: 'The clerk', edited: ['speaker'] });
    expect(back.outside).toEqual([]);
  });

  it('lets changes from before be undone where they are now', () => {
    for (const correction of [{ do: 'set', segment: 4, text: 'We end.' }, { do: 'split', segment: 4, after: 'We begin' }, { do: 'join', segments: [4, 5] }, { do: 'set', segment: 1, text: 'Hello?' }, { do: 'remove', segment: 1 }] satisfies Correction[]) {
      const after = make(first, correction);
      const change = difference(first, after)!;
      const since = { move: moveSince([{ after: { move: CUT } }]), whole: false };
      const back = undone(moved(after, CUT, false), change, since);
      expect('state' in back && said(back.state), correction.do).toEqual(said(moved(first, CUT, false)));
      const whole = 'state' in back ? moved(back.state, BACK, false) : first;
      expect(said(whole), correction.do).toEqual(said(first));
      const twice = undone(moved(moved(after, CUT, false), BACK, false), change, { ...since, move: moveSince([{ after: { move: BACK } }, { after: { move: CUT } }]) });
      expect('state' in twice && said(twice.state), correction.do).toEqual(said(first));
    }
  });

  it('says what stands in the way of undoing', () => {
    const change = difference(first, make(first, { do: 'set', segment: 4, text: 'We end.' }))!;
    const now = make(moved(make(first, { do: 'set', segment: 4, text: 'We end.' }), CUT, false), { do: 'set', segment: 4, text: 'We go on.' });
    expect(undone(now, change, { move: CUT, whole: false })).toEqual({ inTheWay: [4], source: false });
  });

  it('loses nothing of a record: what was cut off stands where the recording begins', () => {
    const cut = moved(first, CUT, true);
    expect(said(cut).slice(0, 2)).toEqual([[1, 0, 0, 'Can everybody hear me?'], [2, 0, 3, 'The meeting is open.']]);
    expect(said(moved(cut, BACK, true))).toEqual(said(first));
  });

  it('comes back whole whatever is cut in between, however often', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -35_000, max: 10_000 }), { minLength: 1, maxLength: 5 }), fc.boolean(), (offsets, whole) => {
      const all = [0, ...offsets, 0];
      const last = all.slice(1).reduce((state, offset, n) => moved(state, from(all[n] ?? 0, offset), whole), first);
      expect(said(last)).toEqual(said(first));
      expect(last.outside).toEqual([]);
    }));
  });
});
