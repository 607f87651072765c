import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../segment.ts';
import { captionCues, readWords, writeJson, writeJsonLines, writePodcastTranscript, writeSrt, writeTtml, writeWebVtt } from './index.ts';
import { tidyText } from './read/lines.ts';

const corpus = process.env['OPENFLOOR_CORPUS'] ?? '';
const list = (folder: string): string[] => (corpus === '' ? [] : readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)).toSorted());
const bytesOf = (path: string): Uint8Array => readFileSync(join(corpus, path));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const captions = list('interpretation').filter((path) => /captions\.[a-z]+\.vtt$/u.test(path));

describe.skipIf(corpus === '')('captions of interpreted meetings', () => {
  it.each(captions)('%s is read as its truth says', (path) => {
    const [, language = ''] = /captions\.([a-z]+)\.vtt$/u.exec(path) ?? [];
    const { cues } = JSON.parse(new TextDecoder().decode(bytesOf(join(path, '..', 'truth.json')))) as { cues: Record<string, { start: number; end: number; text: string }[]> };
    const read = readWords(bytesOf(path));
    expect([read.format, read.language, read.damage, read.passages]).toEqual(['webvtt', language, [], []]);
    expect(read.segments.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual((cues[language] ?? []).map(({ start, end, text }) => [Math.round(start * 1000), Math.round(end * 1000), tidyText(text)]));
  });

  it.each(captions)('%s goes through every form unchanged, and into lines that fit', (path) => {
    const { segments, language } = readWords(bytesOf(path));
    for (const written of [writeWebVtt(segments), writeTtml(segments), writeSrt(segments), writeJson(segments), writeJsonLines(segments), writePodcastTranscript(segments)]) expect(readWords(encode(written)).segments).toEqual(segments);
    const shown = captionCues(segments, language);
    const letters = (all: readonly Segment[]): string => all.map(({ text }) => text).join('').replace(/[\s\u200e\u200f\u2066-\u2069]/gu, '');
    expect(letters(shown)).toBe(letters(segments));
    expect(shown.flatMap(({ text }) => text.split('\n')).filter((line) => Array.from(line).length > 44)).toEqual([]);
    expect(shown.every(({ text }) => text.split('\n').length <= 2)).toBe(true);
  });
});

const SYNC_MAPS = 'speech/aeneas/syncmaps';
const WITH_TEXT = new Set(['.aud', '.audh', '.audm', '.csv', '.csvh', '.csvm', '.dfxp', '.json', '.sbv', '.srt', '.ssv', '.ssvh', '.ssvm', '.sub', '.ttml', '.txt', '.txth', '.txtm', '.vtt', '.zzz']);
const maps = list(SYNC_MAPS);

describe.skipIf(corpus === '')('the sync maps of aeneas', () => {
  it.each(maps.filter((path) => WITH_TEXT.has(extname(path))))('%s is read as all others of its text', (path) => {
    const { fragments } = JSON.parse(new TextDecoder().decode(bytesOf(path.replace(/\.[^.]+$/u, '.json')))) as { fragments: { begin: string; end: string; lines: string[] }[] };
    const read = readWords(bytesOf(path));
    expect(read.damage).toEqual([]);
    expect(read.segments.map(({ startMs, endMs, text }) => [startMs, endMs, oneLine(text)])).toEqual(fragments.map(({ begin, end, lines }) => [Number(begin) * 1000, Number(end) * 1000, oneLine(lines.join(' '))]).map(([from, to, text]) => [Math.round(Number(from)), Math.round(Number(to)), text]));
  });

  it.each(maps.filter((path) => /\.(?:smil.?|eaf|xml|xml_legacy|rbse)$/u.test(path)))('%s, which is no caption file, is refused with a sentence', (path) => {
    expect(() => readWords(bytesOf(path))).toThrow(expect.objectContaining({ code: 'unknown_format' }));
  });
});

it.skipIf(corpus === '')('every naughty string goes through every form that can hold it', () => {
  const strings = (JSON.parse(new TextDecoder().decode(bytesOf('hostile/naughty-strings/blns.json'))) as string[]).map(tidyText).filter((text) => text !== '');
  const segments = strings.map((text, at): Segment => ({ startMs: at * 1000, endMs: at * 1000 + 900, text: text.replace(/\n{2,}/gu, '\n'), words: null, speaker: null, language: null }));
  expect(segments.length).toBeGreaterThan(400);
  for (const written of [writeWebVtt(segments), writeJson(segments), writeJsonLines(segments), writePodcastTranscript(segments)]) expect(readWords(encode(written)).segments).toEqual(segments);
  // XML has no place for control signs; SubRip none for what looks like a tag.
  const inXml = segments.filter(({ text }) => !/[^\P{Cc}\t\n]|[\ufffe\uffff]/u.test(text));
  expect(inXml.length).toBeGreaterThan(segments.length - 10);
  expect(readWords(encode(writeTtml(inXml))).segments).toEqual(inXml);
  const inSrt = segments.filter(({ text }) => !/[<&]|-->|\{\\|\\[nN]/u.test(text));
  expect(readWords(encode(writeSrt(inSrt))).segments).toEqual(inSrt);
  expect(captionCues(segments, 'en').length).toBeGreaterThanOrEqual(segments.length);
});
