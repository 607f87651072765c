import { expect, it } from 'vitest';
import { readWords } from '../read/read-words.ts';
import { writeWebVtt } from './write.ts';

const read = (text: string) => readWords(new TextEncoder().encode(text));

it('reads voices, languages, ruby, entities and comments', () => {
  const { segments, damage, language, format } = read([
    'WEBVTT - a title', 'Language: fr', '', 'NOTE nothing to see', '', 'STYLE', '::cue { color: red }', '', '1', '00:01.000 --> 00:02.500 align:start',
    '<v.loud Mme. Diallo &amp; M. Roy>Merci <lang en>Madam</lang> &lt;Présidente&gt;</v>', '', '01:00:00.000 --> 01:00:01.000', '<lang ja><ruby>漢<rt>かん</rt></ruby></lang>',
  ].join('\r\n'));
  expect([format, language, damage]).toEqual(['webvtt', 'fr', []]);
  expect(segments).toEqual([
    { startMs: 1000, endMs: 2500, text: 'Merci Madam <Présidente>', words: null, speaker: 'Mme. Diallo & M. Roy', language: null },
    { startMs: 3_600_000, endMs: 3_601_000, text: '漢(かん)', words: null, speaker: null, language: 'ja' },
  ]);
});

it('reads time marks as words, and blanks between marks as pauses', () => {
  const [segment] = read('WEBVTT\n\n00:01.000 --> 00:03.000\nWe <00:01.400>meet<00:01.900> <00:02.200>again').segments;
  expect(segment?.text).toBe('We meet again');
  expect(segment?.words?.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([['We', 1000, 1400], ['meet', 1400, 1900], ['again', 2200, 3000]]);
});

it('makes a segment of each voice of a cue', () => {
  const { segments } = read('WEBVTT\n\n00:01.000 --> 00:03.000\n<v A>Yes?</v> <v B>No.</v>');
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([['A', 'Yes?'], ['B', 'No.']]);
});

it('mends what the standard throws away, tells of it by line, and keeps text without times', () => {
  const { segments, passages, damage } = read('WEBVTT\n\n1\n00:00:01,500 --> 00:00:02,500\nwith a comma\n\nleft alone\n\n00:05.000 --> 00:04.000\nbackwards <00:09.000>mark');
  expect(segments.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual([[1500, 2500, 'with a comma'], [5000, 5000, 'backwards mark']]);
  expect(passages).toEqual([{ line: 7, text: 'left alone', speaker: null }]);
  expect(damage.map(({ line }) => line)).toEqual([4, 7, 9, 9]);
});

it('leaves nothing of a script but its text', () => {
  const { segments } = read('WEBVTT\n\n00:01.000 --> 00:02.000\n<script>alert(1)</script><img src=x onerror=alert(1)>Good morning');
  expect(segments[0]?.text).toBe('alert(1)Good morning');
});

it('writes what it reads, word times and pauses too', () => {
  const segments = read('WEBVTT\n\n00:01.000 --> 00:03.000\n<v X &gt; Y><lang es>Sí, <00:01.400>señor<00:01.900> <00:02.200>--&gt; &amp;amp;</lang></v>').segments;
  const again = read(writeWebVtt(segments, { language: 'en', wordTimes: true }));
  expect(again.language).toBe('en');
  expect(again.damage).toEqual([]);
  expect(again.segments).toEqual(segments);
});

it('reads a file that has lost its signature, and says in which line of it things are', () => {
  const { format, segments, damage } = read('1\n00:01.000 --> 00:02.000\n<v Chair>Good morning\n\nalone\n');
  expect([format, segments[0]?.speaker, segments[0]?.text, damage.map(({ line }) => line)]).toEqual(['webvtt', 'Chair', 'Good morning', [1, 5]]);
});

it('says when times belong to the clock of a stream', () => {
  expect(read('WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\n00:01.000 --> 00:02.000\nx').damage.map(({ line }) => line)).toEqual([2]);
});

it('writes a segment of HLS with the clock of its media', () => {
  const segment = { startMs: 61_500, endMs: 62_000, text: 'x', words: null, speaker: null, language: null };
  expect(writeWebVtt([segment], { mediaStartMs: 61_000 })).toBe('WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:01:01.000,MPEGTS:0\n\n00:01:01.500 --> 00:01:02.000\nx\n');
});
