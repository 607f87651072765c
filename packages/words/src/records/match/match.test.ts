import { describe, expect, it } from 'vitest';
import type { Segment } from '../../segment.ts';
import { placeRecord, readRecord, type ChannelClues, type PlacedRecord } from '../index.ts';

const RECORD = `The President: I now give the floor to those who wish to make statements.
Mr. Roux (Syldavia): Syldavia voted for resolution 2732 (2024), which renews the mandate of the Mission. We are grateful to the
penholder for her patience. More than 500 days have passed since the river flooded our harvest.
Ms. Ng (Freedonia) (spoke in Chinese): Freedonia abstained. The budget of $3.5 million has never been explained to this Council.
We will continue to ask for the accounts of the Mission.
The President: There are no more names on my list. The meeting is adjourned.`;
const { turns } = readRecord({ form: 'text', text: RECORD });

const HEARD: readonly (readonly [number, string])[] = [
  [2, 'The meeting is called to order.'],
  [4, 'Now I will give the floor to members wishing to make statements.'],
  [9, 'The representative of Syldavia has the floor.'],
  [12, 'Thank you, Madam President.'],
  [14, 'We have supported resolution 2732, so the mandate of the mission goes on.'],
  [20, 'For five hundred days, colleagues, 500 days since the river flooded our harvest, we have been waiting.'],
  [29, 'Thank you.'],
  [30, 'I thank the representative of Syldavia and give the floor to Freedonia.'],
  [34, 'Thank you very much, Madam President.'],
  [36, 'My delegation abstained.'],
  [39, 'Nobody ever explained to this Council the budget of 3.5 million.'],
  [45, 'And the accounts of the mission, we go on asking for them.'],
  [50, 'I thank the representative of Freedonia.'],
  [53, 'No more names are on the list, the meeting is adjourned.'],
];
const transcript = HEARD.map(([start, text], at): Segment => ({ startMs: start * 1000, endMs: ((HEARD[at + 1]?.[0] ?? 58) * 1000) - 300, text, words: null, speaker: null, language: null }));
const clues = (more: Partial<ChannelClues> = {}): ChannelClues => ({ durationMs: 60_000, transcript: null, speech: null, interventions: [], ...more });
const seconds = (placed: PlacedRecord) => ({ turns: placed.turns.map(({ startMs }) => startMs / 1000), sentences: placed.sentences.map(({ startMs }) => startMs / 1000) });

describe('a record on a channel with a transcript', () => {
  const placed = placeRecord(turns, clues({ transcript }));

  it('begins each turn with its greeting, not with the words that gave the floor', () => {
    expect(seconds(placed).turns).toEqual([4, 12, 34, 50]);
    expect(placed.by).toBe('words');
  });

  it('has its sentences where their meaning was heard', () => {
    const [chair, first, , flood, abstained, budget, accounts] = seconds(placed).sentences;
    expect([chair, first, abstained, budget, accounts]).toEqual([4, 14, 36, 39, 45]);
    // One sentence was heard for two of the record.
    expect(Math.abs((flood ?? 0) - 20)).toBeLessThan(2.5);
  });

  it('marks none of them, and is less sure of a sentence that nobody said', () => {
    expect(placed.sentences.filter(({ doubtful }) => doubtful)).toEqual([]);
    const [, surely, unsaid] = placed.sentences;
    expect(unsaid?.confidence ?? 1).toBeLessThan(surely?.confidence ?? 0);
  });

  it('marks what may be far away: most of a record that isn’t this meeting’s', () => {
    const other = readRecord({ form: 'text', text: `The President: ${'Whales swim along distant coasts in autumn. Their songs carry far through cold water. '.repeat(12)}` });
    const { sentences } = placeRecord(other.turns, clues({ transcript }));
    expect(sentences.filter(({ doubtful }) => doubtful).length).toBeGreaterThan(sentences.length * 0.8);
  });

  it('marks a sentence that an editor has moved', () => {
    const moved = RECORD.replace('We are grateful', 'The budget of $3.5 million nobody ever explained to this Council. We are grateful').replace(' The budget of $3.5 million has never been explained to this Council.', '');
    const late: Segment = { startMs: 27_500, endMs: 28_900, text: 'Nobody ever explained to this Council the budget of 3.5 million.', words: null, speaker: null, language: null };
    const { sentences } = placeRecord(readRecord({ form: 'text', text: moved }).turns, clues({ transcript: [...transcript.filter(({ startMs }) => startMs < 27_000), late, ...transcript.filter(({ startMs }) => startMs > 28_000 && startMs !== 39_000)] }));
    // Of two that have changed places one is found; the other is the one that is marked.
    expect(sentences.filter(({ doubtful }) => doubtful).map(({ turn }) => turn)).toEqual([1]);
  });

  it('is found in captions that break sentences anywhere', () => {
    const captions = transcript.flatMap((segment): Segment[] => {
      const cut = segment.text.indexOf(' ', segment.text.length / 2);
      const middle = Math.round((segment.startMs + segment.endMs) / 2);
      return cut < 0 ? [segment] : [{ ...segment, text: segment.text.slice(0, cut), endMs: middle }, { ...segment, text: segment.text.slice(cut + 1), startMs: middle }];
    });
    expect(seconds(placeRecord(turns, clues({ transcript: captions }))).turns).toEqual([4, 12, 34, 50]);
  });
});

describe('a record on a channel without a transcript', () => {
  // Who speaks next needs a moment.
  const speech = transcript.map(({ startMs, endMs }) => ({ startMs, endMs: [11_700, 33_700].includes(endMs) ? endMs - 1200 : endMs }));
  const interventions = [{ startMs: 10_500, names: ['Jean Roux', 'Syldavia'] }, { startMs: 32_000, names: ['Фридония'] }];

  it('has its turns at the pauses after the interventions of the meeting', () => {
    const placed = placeRecord(turns, clues({ speech, interventions }));
    const [, roux, ng] = seconds(placed).turns;
    expect([roux, ng]).toEqual([12, 34]);
    expect(placed.by).toBe('interventions and pauses');
  });

  it('has its sentences in order, each where a pause and its length agree', () => {
    const placed = placeRecord(turns, clues({ speech, interventions }));
    const { sentences } = seconds(placed);
    expect(sentences).toEqual(sentences.toSorted((a, b) => a - b));
    expect(Math.abs((sentences[5] ?? 0) - 39)).toBeLessThan(5);
    expect(placed.sentences.every(({ startMs, endMs }) => startMs <= endMs && endMs <= 60_000)).toBe(true);
  });

  it('has only its lengths where nothing else is known, and says so', () => {
    const placed = placeRecord(turns, clues());
    expect(placed.by).toBe('length');
    expect(Math.max(...placed.turns.map(({ confidence }) => confidence))).toBeLessThan(1);
  });
});

it.each([
  ['zh', '主席（以英语发言）：我现在请希望发言的成员发言。\n鲁先生（西尔达维亚）（以法语发言）：五百多天以来河水淹没了我们的庄稼。', ['安理会现在开会。', '现在请希望发言的成员发言。', '請西爾達維亞代表發言。', '謝謝主席。', '五百多天以來，河水淹沒了我們的莊稼。']],
  ['ar', 'الرئيس: أعطي الكلمة الآن لأعضاء المجلس الراغبين في الإدلاء ببيانات.\nالسيد رو (سيلدافيا): لقد غمر النهر محاصيلنا منذ أكثر من 500 يوم.', ['تفتتح الجلسة.', 'أعطي الكلمة لأعضاء المجلس الراغبين في الكلام.', 'الكلمة لممثل سيلدافيا.', 'شكرا السيد الرئيس.', 'منذ 500 يوم غمر النهر المحاصيل.']],
])('places turns in %s too', (language, text, heard) => {
  const record = readRecord({ form: 'text', text }, language);
  const spoken = heard.map((words, at): Segment => ({ startMs: at * 3000, endMs: at * 3000 + 2500, text: words, words: null, speaker: null, language: null }));
  expect(seconds(placeRecord(record.turns, clues({ durationMs: 15_000, transcript: spoken }))).turns).toEqual([3, 9]);
});

it('places the record of three hours in seconds', () => {
  const words = Array.from({ length: 900 }, (_, n) => `w${(n * 7919) % 900}`.replace(/\d/gu, (digit) => String.fromCodePoint(97 + Number(digit))));
  const sentence = (n: number): string => Array.from({ length: 18 }, (_, at) => words[(n * 31 + at * 17) % words.length]).join(' ');
  const all = Array.from({ length: 1300 }, (_, n) => `So ${sentence(n)}.`);
  const record = readRecord({ form: 'text', text: `${Array.from({ length: 50 }, (_, n) => `Mr. A${words[n]} (Freedonia): ${all.slice(n * 26, n * 26 + 26).join(' ')}`).join('\n')}` });
  const spoken = all.map((text, n): Segment => ({ startMs: n * 8000, endMs: n * 8000 + 7500, text, words: null, speaker: null, language: null }));
  const started = performance.now();
  const placed = placeRecord(record.turns, clues({ durationMs: 1300 * 8000, transcript: spoken }));
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(placed.sentences.filter(({ startMs }, at) => Math.abs(startMs - at * 8000) > 5000)).toEqual([]);
});
