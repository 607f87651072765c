import { expect, it } from 'vitest';
import { readWords, writeJson, writeJsonLines, writePlainText, writePodcastTranscript } from '../index.ts';
import type { Segment } from '../../segment.ts';

const read = (value: unknown) => readWords(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)));
const short = (value: unknown) => read(value).segments.map(({ startMs, endMs, text, speaker, words }) => [startMs, endMs, text, speaker, words?.map((word) => [word.text, word.startMs, word.endMs, word.confidence]) ?? null]);

it('reads Whisper, with words and without', () => {
  const word = { word: ' We', start: 1.04, end: 1.3, probability: 0.9 };
  expect(short({ text: ' We meet.', language: 'en', segments: [{ id: 0, start: 1.04, end: 2, text: ' We meet.', words: [word, { word: ' meet.', start: 1.3, end: 2, score: 0.8 }], speaker: 'SPEAKER_00' }] })).toEqual([
    [1040, 2000, 'We meet.', 'SPEAKER_00', [['We', 1040, 1300, 0.9], ['meet.', 1300, 2000, 0.8]]],
  ]);
  expect(short({ segments: [{ start: 0, end: 1, text: 'Hi' }], words: [{ word: 'Hi', start: 0.1, end: 0.9 }] })).toEqual([[0, 1000, 'Hi', null, [['Hi', 100, 900, null]]]]);
  expect(read({ language: 'fr', segments: [{ start: 0, end: 1, text: 'x' }] }).language).toBe('fr');
});

it('reads whisper.cpp', () => {
  const token = (text: string, from: number, to: number, p: number) => ({ text, offsets: { from, to }, p });
  expect(short({ result: { language: 'en' }, transcription: [{ offsets: { from: 0, to: 900 }, text: ' Resolution', tokens: [token('[_BEG_]', 0, 0, 1), token(' Resol', 0, 400, 0.9), token('ution', 400, 900, 0.7)] }] })).toEqual([
    [0, 900, 'Resolution', null, [['Resolution', 0, 900, 0.7]]],
  ]);
});

it('reads sherpa-onnx, also one result a line', () => {
  const first = { text: ' WE MEET', tokens: [' WE', ' ME', 'ET'], timestamps: [0.2, 0.5, 0.7], lang: '<|en|>' };
  expect(short(first)).toEqual([[200, 1000, 'WE MEET', null, [['WE', 200, 500, null], ['MEET', 500, 1000, null]]]]);
  expect(short(`${JSON.stringify(first)}\n${JSON.stringify({ text: '你好', tokens: ['你', '好'], timestamps: [0, 0.2], durations: [0.2, 0.3], start_time: 5 })}\n`).map(([from, to, text]) => [from, to, text])).toEqual([
    [200, 1000, 'WE MEET'], [5000, 5500, '你好'],
  ]);
});

it('reads AssemblyAI, with speakers and without', () => {
  const words = [{ text: 'Thank', start: 250, end: 500, confidence: 0.99, speaker: 'A' }, { text: 'you.', start: 500, end: 800, confidence: 0.9, speaker: 'A' }];
  expect(short({ language_code: 'en_us', audio_duration: 2, words, utterances: [{ speaker: 'A', text: 'Thank you.', start: 250, end: 800, words }] })[0]?.slice(0, 4)).toEqual([250, 800, 'Thank you.', 'A']);
  const bare = read({ language_code: 'en_us', words: [...words, { text: 'Next.', start: 900, end: 1000, confidence: 1 }] });
  expect([bare.language, bare.segments.map(({ text }) => text)]).toEqual(['en-us', ['Thank you.', 'Next.']]);
});

it('reads Google Speech, and the repeated result with speakers', () => {
  const words = [{ startTime: '1.300s', endTime: '1.800s', word: 'Bonjour' }, { startTime: { seconds: 1, nanos: 800_000_000 }, endTime: { seconds: '2' }, word: 'Madame' }];
  expect(short({ results: [{ alternatives: [{ transcript: 'Bonjour Madame', words }], languageCode: 'fr-fr' }, { alternatives: [{ transcript: ' Merci' }], resultEndTime: '3.5s' }] }).map((each) => each.slice(0, 3))).toEqual([
    [1300, 2000, 'Bonjour Madame'], [2000, 3500, 'Merci'],
  ]);
  const tagged = words.map((word, at) => ({ ...word, speakerTag: at + 1 }));
  expect(short({ results: [{ alternatives: [{ transcript: 'Bonjour', words: words.slice(0, 1) }] }, { alternatives: [{ words: tagged }] }] }).map((each) => [each[2], each[3]])).toEqual([['Bonjour', '1'], ['Madame', '2']]);
});

it('reads UN Transcripts as they are published and as they are stored', () => {
  const sentence = (from: number, to: number) => ({ text: 'I open the meeting.', start: from, end: to, words: [{ text: 'I', start: from, end: to }] });
  expect(short({ video: {}, transcript: { language: 'en', data: [{ statement_number: 1, speaker: { name: 'Ms. Vance', function: null, affiliation: 'ARC', affiliation_full: 'Arcadia' }, paragraphs: [{ sentences: [sentence(1.5, 3)] }] }] } })[0]?.slice(0, 4)).toEqual([1500, 3000, 'I open the meeting.', 'Ms. Vance, Arcadia']);
  expect(short({ statements: [{ paragraphs: [{ sentences: [sentence(1500, 3000)] }] }] })[0]?.slice(0, 2)).toEqual([1500, 3000]);
});

it('keeps text without times, and says what JSON it does not know', () => {
  expect(read({ segments: [{ text: 'lost', speaker: 'A' }] })).toMatchObject({ segments: [], passages: [{ text: 'lost', speaker: 'A' }], damage: [{ line: null }] });
  expect(() => read({ openapi: '3.1.0' })).toThrow(expect.objectContaining({ code: 'unknown_format' }));
  expect(() => read('{"segments": [{"start": 0, "end"')).toThrow(expect.objectContaining({ code: 'broken' }));
  expect(() => read(`{"segments":${'['.repeat(200_000)}`)).toThrow(expect.objectContaining({ code: 'broken' }));
});

const segments: Segment[] = [
  { startMs: 0, endMs: 900, text: 'Merci,\nMadame.', speaker: 'M. Roy', language: null, words: [{ startMs: 0, endMs: 400, text: 'Merci,', confidence: 0.5 }, { startMs: 450, endMs: 900, text: 'Madame.', confidence: null }] },
  { startMs: 1000, endMs: 1900, text: '谢谢。', speaker: null, language: 'zh', words: null },
];

it('writes our own JSON and JSONL without loss', () => {
  expect(read(writeJson(segments, { language: 'fr' }))).toEqual({ format: 'json', segments, passages: [], language: 'fr', holes: [], damage: [] });
  expect(read(writeJsonLines(segments, { language: 'fr' }))).toEqual({ format: 'jsonl', segments, passages: [], language: 'fr', holes: [], damage: [] });
  const holes = [{ startMs: 61_000, endMs: 241_000 }];
  for (const write of [writeJsonLines, writeJson]) expect(read(write(segments, { holes }))).toMatchObject({ segments, holes, damage: [] });
  expect(read(writeJson([])).damage).toEqual([{ line: null, says: 'holds no words' }]);
});

it('tells of a damaged line of JSONL and keeps the rest', () => {
  const lines = writeJsonLines(segments).split('\n');
  const { segments: kept, damage } = read([lines[0], `${lines[1]?.slice(0, 20)}`, lines[2]].join('\n'));
  expect([kept, damage.map(({ line }) => line)]).toEqual([segments.slice(1), [2]]);
});

it('says in which line of JSONL text has no times', () => {
  const piece = (start: number | null) => JSON.stringify({ start, end: 2, text: 'x', ...(start === null ? {} : { words: [{ word: 'x', start, end: 2 }] }) });
  expect(read(`${piece(1)}\n${piece(null)}\n`)).toMatchObject({ format: 'jsonl', segments: [{ startMs: 1000, words: [{ text: 'x' }] }], damage: [{ line: 2 }] });
});

it('writes podcast transcripts and plain text that it reads again', () => {
  const bare = segments.map((each) => ({ ...each, words: null, language: null }));
  expect(read(writePodcastTranscript(segments)).segments).toEqual(bare);
  expect(read(writePlainText(segments, { times: true })).segments).toEqual(bare);
  expect(writePlainText(segments)).toBe('M. Roy: Merci, Madame.\n\n谢谢。\n');
});
