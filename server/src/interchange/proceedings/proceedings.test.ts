import { describe, expect, it } from 'vitest';
import type { MeetingChannel, MeetingDetail } from '#meetings/index.ts';
import type { ChannelText } from '#words/index.ts';
import { originalText, textOfLanguage } from './choose-text.domain.ts';
import { countWords, paragraphText } from './paragraph-text.domain.ts';
import { speechesOf, type SpokenSentence, type TimedText } from './proceedings.domain.ts';
import { readProceedings } from './read-proceedings.ts';

const channel = (key: string, role: MeetingChannel['role'], language: string): MeetingChannel => ({ id: key, key, role, language, label: null, provenance: null, gaps: [] });
const CHANNELS = [channel('floor', 'floor', 'mul'), channel('fr-auto', 'machine-voice', 'fr'), channel('fr', 'interpretation', 'fr')];
const text = (key: string, kind: ChannelText['kind'], language: string, status: ChannelText['status'] = 'edited'): ChannelText =>
  ({ id: `${key} ${kind} ${language} ${status}`, meetingId: 'm', kind, channel: key, language, status, provenance: null, formerSound: false, version: 1 });
const turn = (id: string, startMs: number, endMs: number | null, agendaItemId: string | null = null) =>
  ({ id, position: 0, speaker: { slug: id, name: { en: id } }, capacity: null, language: 'en', startMs, endMs, agendaItemId });
const meeting = {
  channels: CHANNELS, durationMs: 100_000, interventions: [turn('ada', 0, 10_000), turn('ben', 10_000, null)],
  agenda: [{ id: 'one', title: { en: 'One' }, symbol: null, startMs: 0, endMs: 10_000 }, { id: 'two', title: { en: 'Two' }, symbol: null, startMs: 10_000, endMs: null }],
} as unknown as MeetingDetail;
const said = (startMs: number, more: Partial<SpokenSentence> = {}): SpokenSentence =>
  ({ id: startMs, startMs, endMs: startMs + 900, text: `At ${startMs}.`, words: null, speaker: null, language: null, edited: [], confidence: null, unspoken: false, ...more });
const read = (key: string, segments: readonly SpokenSentence[], more: Partial<TimedText> = {}) => readProceedings(meeting, { ...text(key, 'transcript', key === 'floor' ? 'en' : 'fr'), holes: [], ...more, segments });
const speakers = (of: ReturnType<typeof read>) => speechesOf(of).map(({ turn: whose, startMs }) => [whose?.id ?? null, startMs]);

describe('which text stands for a language', () => {
  it('is its record, then what a person says, then a machine; what people have corrected before what they have not', () => {
    const texts = [text('fr-auto', 'transcript', 'fr', 'final'), text('fr', 'captions', 'fr'), text('fr', 'record', 'fr')];
    expect(textOfLanguage(texts, CHANNELS, 'fr')?.kind).toBe('record');
    expect(textOfLanguage(texts, CHANNELS, 'fr', 'transcript')?.channel).toBe('fr-auto');
    expect(textOfLanguage([text('fr-auto', 'captions', 'fr', 'final'), text('fr', 'captions', 'fr', 'machine')], CHANNELS, 'FR-CA')?.channel).toBe('fr');
    expect(textOfLanguage(texts, CHANNELS, 'ru')).toBeNull();
  });

  it('without a language is what was spoken: the floor, else the language most of it was in', () => {
    expect(originalText([text('fr', 'record', 'fr'), text('floor', 'captions', 'mul')], CHANNELS, ['en'])?.channel).toBe('floor');
    expect(originalText([text('fr', 'record', 'fr'), text('fr', 'record', 'en')], CHANNELS, ['en', 'fr'])?.language).toBe('en');
    expect(originalText([], CHANNELS, ['en'])).toBeNull();
  });
});

describe('whose words they are', () => {
  it('on the floor: those of who has it then; an interpreter’s are of whom he follows, by the lag or two seconds without one', () => {
    expect(speakers(read('floor', [said(1000), said(9200), said(10_500)]))).toEqual([['ada', 1000], ['ben', 10_500]]);
    expect(speakers(read('fr', [said(3000), said(11_500), said(12_500)]))).toEqual([['ada', 3000], ['ben', 12_500]]);
    expect(speakers(read('fr', [said(15_000, { floorMs: 9500 }), said(16_000, { floorMs: 10_200 })]))).toEqual([['ada', 15_000], ['ben', 16_000]]);
  });

  it('of a record: as the record itself takes turns, with what happened in between, and its own paragraphs', () => {
    const record = { placedBy: 'words', removed: [], stages: [{ text: 'The meeting opens.', from: 0, to: 1, afterTurns: 0 }, { text: 'A vote.', from: 2, to: 3, afterTurns: 1 }, { text: 'The end.', from: 4, to: 5, afterTurns: 2 }],
      turns: [{ speaker: 'The President', chair: true, capacity: null, spoken: 'en', from: 0, startMs: 0, confidence: 1, doubtful: false }, { speaker: 'Mr. Wood', chair: false, capacity: 'Ruritania', spoken: 'fr', from: 9, startMs: 4000, confidence: 1, doubtful: false }] } satisfies TimedText['record'];
    const { sections } = read('floor', [said(1000, { turn: 0, paragraph: 0 }), said(2000, { turn: 0, paragraph: 1 }), said(3000), said(4000, { turn: 1, paragraph: 0 })], { kind: 'record', record });
    expect(sections.flatMap(({ parts }) => parts.map((part) => (part.what === 'speech' ? [part.named, part.chair, part.capacity, part.spoken, part.paragraphs.length] : part.text)))).toEqual([
      'The meeting opens.', ['The President', true, null, 'en', 2], 'A vote.', ['Mr. Wood', false, 'Ruritania', 'fr', 1], 'The end.',
    ]);
  });

  it('stand under the item of the agenda, by its time or as the turn says', () => {
    expect(read('floor', [said(1000), said(10_500)]).sections.map(({ item }) => item?.id)).toEqual(['one', 'two']);
    const listed = { ...meeting, interventions: [turn('ada', 0, 10_000, 'two')] };
    expect(readProceedings(listed, { ...text('floor', 'transcript', 'en'), holes: [], segments: [said(1000)] }).sections.map(({ item }) => item?.id)).toEqual(['two']);
  });
});

describe('the words of a paragraph', () => {
  const of = (...texts: readonly string[]) => ({ language: null, sentences: texts.map((one, n) => said(n * 1000, { text: one })) });

  it('have a space between sentences where the script has one, and no lines', () => {
    expect(paragraphText(of('One\ntwo.', ' Three. '))).toBe('One two. Three.');
    expect(paragraphText(of('会议开始。', '谢谢。'))).toBe('会议开始。谢谢。');
    expect(paragraphText(of('Symbol A/1', '会议'))).toBe('Symbol A/1 会议');
  });

  it('are counted in any script', () => {
    expect([countWords([of("L’aide-mémoire n'est pas là – voilà.")], 'fr'), countWords([of('会议开始。')], 'zh'), countWords([of('إصلاح كل شيء')], 'ar')]).toEqual([5, 2, 3]);
  });
});
