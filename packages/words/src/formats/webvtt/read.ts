import type { Segment, Word } from '../../segment.ts';
import { mendTiming } from '../blocks/timing.ts';
import { type DamageList, quote } from '../read/damage.ts';
import { splitLines, tidyText } from '../read/lines.ts';
import type { Reader, Reading } from '../read/reading.ts';
import { makeSegment, makeWord, type Passage } from '../read/segments.ts';
import { type CueRun, parseCueText } from './cue-text.ts';
import { parseWebVtt, type VttCue, type VttDocument } from './document.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const SIGNATURE = 'WEBVTT\n\n';

/** Reads WebVTT by the W3C's rules, and mends what these would throw away: a missing signature, times with a comma or without fraction, end before start. */
export const readWebVtt: Reader = (text, damage) => {
  splitLines(text);
  const whole = parseWebVtt(text);
  if (whole !== null) return readDocument(whole, damage);
  damage.add(1, 'does not begin with WEBVTT; the file was read all the same');
  const added = SIGNATURE.split('\n').length - 1;
  const document = parseWebVtt(`${SIGNATURE}${text.replace(/^\uFEFF/u, '')}`) ?? EMPTY;
  return readDocument(document, { ...damage, add: (line, says) => damage.add(line === null ? null : Math.max(1, line - added), says) });
};

const EMPTY: VttDocument = { header: [], cues: [], regions: [], styles: [], rest: [] };

function readDocument(document: VttDocument, damage: DamageList): Reading {
  if (document.header.some((line) => line.startsWith('X-TIMESTAMP-MAP'))) damage.add(2, 'ties the times to the clock of a stream (X-TIMESTAMP-MAP); they were kept as they stand');
  const passages: Passage[] = [];
  const mended = document.rest.flatMap((block) => {
    const cue = mendBlock(block, damage);
    if (cue !== null) return [cue];
    const lost = tidyText(plain(parseCueText(block.lines.filter((line) => !line.includes('-->')).join('\n'))));
    if (lost !== '') passages.push({ line: block.line, text: lost, speaker: null });
    damage.add(block.line, lost === '' ? `has times that can't be read: ${quote(block.lines.join(' '))}` : `has text without times that can be read: ${quote(lost)}`);
    return [];
  });
  return { segments: [...document.cues, ...mended].flatMap((cue) => cueSegments(cue, damage)), passages, language: headerLanguage(document) };
}

function mendBlock({ line, lines }: VttDocument['rest'][number], damage: DamageList): VttCue | null {
  const at = lines.findIndex((each) => each.includes('-->'));
  const times = at < 0 ? null : mendTiming(lines[at] ?? '');
  if (times === null) return null;
  damage.add(line + at, `has times that WebVTT doesn't know: ${quote(lines[at] ?? '')}; they were read all the same`);
  return { line: line + at, id: '', ...times, settings: DEFAULT_SETTINGS, text: lines.slice(at + 1).join('\n') };
}

const headerLanguage = ({ header }: VttDocument): string | null =>
  header.flatMap((line) => /^Language:[ \t]*([A-Za-z0-9-]+)[ \t]*$/u.exec(line)?.[1] ?? [])[0] ?? null;

/** Readings of ruby stand in brackets after their base. */
const plain = (runs: readonly CueRun[]): string =>
  runs.map((run, at) => (run.reading ? `${runs[at - 1]?.reading === true ? '' : '('}${run.text}${runs[at + 1]?.reading === true ? '' : ')'}` : run.text)).join('');

/** A cue is one segment; where several voices speak in it, one for each. */
function cueSegments(cue: VttCue, damage: DamageList): Segment[] {
  const { startMs } = cue;
  let { endMs } = cue;
  if (endMs < startMs) {
    damage.add(cue.line, 'ends before it begins; it was given no length');
    endMs = startMs;
  }
  const runs = usableMarks(parseCueText(cue.text), { ...cue, endMs }, damage);
  const groups: CueRun[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last !== undefined && (run.text.trim() === '' || last[0]?.voice === run.voice)) last.push(run);
    else groups.push([run]);
  }
  const segments = groups.map((group) => groupSegment(group, startMs, endMs, runs)).filter(({ text }) => text !== '');
  if (segments.length === 0 && cue.text.trim() !== '') damage.add(cue.line, `holds nothing but marks: ${quote(cue.text)}`);
  return segments;
}

/** Time marks that go back or lie outside their cue say nothing. */
function usableMarks(runs: readonly CueRun[], cue: { line: number; startMs: number; endMs: number }, damage: DamageList): CueRun[] {
  let last: number | null = null;
  let told = false;
  return runs.map((run) => {
    const { markMs } = run;
    if (markMs === null || markMs === last) return run;
    if (markMs < cue.startMs || markMs > cue.endMs || markMs < (last ?? cue.startMs)) {
      if (!told) damage.add(cue.line, 'has time marks inside that go back or lie outside its times; they were left out');
      told = true;
      return { ...run, markMs: last };
    }
    last = markMs;
    return run;
  });
}

function groupSegment(group: readonly CueRun[], startMs: number, endMs: number, all: readonly CueRun[]): Segment {
  const timed = all.some(({ markMs }) => markMs !== null);
  const words = timed ? markedWords(group, startMs, endMs, all) : [];
  const spoken = group.filter(({ text }) => text.trim() !== '');
  const languages = new Set(spoken.map(({ language }) => language));
  const several = group.length < all.length && words.length > 0;
  return makeSegment(several ? (words[0]?.startMs ?? startMs) : startMs, several ? (words.at(-1)?.endMs ?? endMs) : endMs, plain(group), {
    words, speaker: group[0]?.voice ?? null, language: languages.size === 1 ? (spoken[0]?.language ?? null) : null,
  });
}

/** Runs under one mark are one word, up to the next mark; a blank between two marks is a pause. */
function markedWords(group: readonly CueRun[], startMs: number, endMs: number, all: readonly CueRun[]): Word[] {
  const marks = [...new Set(all.map(({ markMs }) => markMs))];
  const byMark = Map.groupBy(group, ({ markMs }) => markMs);
  return marks.flatMap((mark, at) => {
    const word = makeWord(mark ?? startMs, marks[at + 1] ?? endMs, plain(byMark.get(mark) ?? []));
    return word === null ? [] : [word];
  });
}
