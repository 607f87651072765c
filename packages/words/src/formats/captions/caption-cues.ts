import type { Segment, Word } from '../../segment.ts';
import { wordPieces } from '../read/word-pieces.ts';
import { type Atom, atomsOf, textWidth } from './atoms.ts';
import { directionOf, directLine } from './direction.ts';
import { layOut, type Line, type Rest } from './layout.ts';

/** About as much as a person reads in one glance: 42 Latin or Cyrillic letters, 16 Chinese. */
const LINE_WIDTH = 42;
const LINE_WIDTH_WIDE = 32;
const PAUSE_MS = 2000;
const BREATH_MS = 400;
const LEAST_MS = 1000;
/** A gap shorter than this between two captions only flickers. */
const FLICKER_MS = 300;

/**
 * Turns segments into captions to read: at most two lines each, broken at punctuation and phrases, never inside a Latin name or a number; a long
 * segment becomes several captions, timed by its words or, without them, by the length of each part. Right-to-left lines with Latin in them carry
 * the marks that players need. `language` (BCP 47) is that of the whole; a segment's own goes first.
 */
export function captionCues(segments: readonly Segment[], language: string | null): Segment[] {
  const cues = segments.flatMap((segment) => segmentCues(segment, segment.language ?? language));
  return cues.map((cue, at) => {
    const next = cues[at + 1]?.startMs ?? Number.POSITIVE_INFINITY;
    const wanted = Math.max(cue.endMs, cue.startMs + LEAST_MS);
    const endMs = next < cue.endMs ? cue.endMs : next - wanted < FLICKER_MS ? next : wanted;
    return endMs === cue.endMs ? cue : { ...cue, endMs };
  });
}

function segmentCues(segment: Segment, language: string | null): Segment[] {
  const width = isWide(segment.text, language) ? LINE_WIDTH_WIDE : LINE_WIDTH;
  const direction = directionOf(language, segment.text);
  const given = segment.text.split('\n');
  // Lines that somebody has already broken well, a dialogue's among them, stay.
  if (given.length <= 2 && given.every((line) => textWidth(line) <= width)) return [{ ...segment, text: given.map((line) => directLine(line, direction)).join('\n') }];
  const text = onOneLine(segment.text);
  const atoms = atomsOf(text, language, width);
  const timed = timesOf(text, segment);
  const captions = layOut(atoms, { width }, atoms.map((_, at) => restAfter(atoms, at, timed)));
  const starts = startsOf(atoms, captions, timed, segment);
  return captions.map((lines, at) => {
    const startMs = at === 0 ? segment.startMs : (starts[at] ?? segment.startMs);
    const words = timed === null ? null : wordsIn(timed, fromOf(atoms, lines), toOf(atoms, lines));
    const next = starts[at + 1];
    const spokenMs = words?.at(-1)?.endMs ?? next ?? segment.endMs;
    const endMs = next === undefined ? segment.endMs : next - spokenMs >= BREATH_MS ? spokenMs : next;
    const shown = lines.map((line) => directLine(lineText(atoms, line), direction)).join('\n');
    const cue = { ...segment, startMs, endMs: Math.max(startMs, endMs), text: shown, words: words === null || words.length === 0 ? null : words };
    return wordPieces(cue) === null ? { ...cue, words: null } : cue;
  });
}

const isWide = (text: string, language: string | null): boolean => {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return wide * 3 > (text.match(/\p{L}/gu)?.length ?? 0) || (wide > 0 && /^(?:zh|cmn|yue|ja)\b/iu.test(language ?? ''));
};

const UNSPACED_EDGE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Line breaks of a segment that has to be broken anew are spaces, or nothing between letters that have none. */
const onOneLine = (text: string): string =>
  text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
    .reduce((whole, line) => (whole === '' || (UNSPACED_EDGE.test(whole.at(-1) ?? '') && UNSPACED_EDGE.test(line.charAt(0))) ? whole + line : `${whole} ${line}`), '');

interface PlacedWord {
  readonly from: number;
  readonly word: Word;
}

/** Where each word begins in the text; null without words. */
function timesOf(text: string, segment: Segment): PlacedWord[] | null {
  const pieces = wordPieces({ ...segment, text });
  if (pieces === null) return null;
  let at = 0;
  return pieces.flatMap(({ text: part, word }) => {
    const from = at;
    at += part.length;
    return word === null ? [] : [{ from, word }];
  });
}

function restAfter(atoms: readonly Atom[], at: number, timed: readonly PlacedWord[] | null): Rest {
  const atom = atoms[at];
  const next = atoms[at + 1];
  if (timed === null || atom === undefined || next === undefined) return 'none';
  const before = timed[lastBefore(timed, atom.to)];
  const after = timed[lastBefore(timed, next.to)];
  if (before === undefined || after === undefined || after.from < next.from) return 'none';
  const gap = after.word.startMs - before.word.endMs;
  return gap >= PAUSE_MS ? 'pause' : gap >= BREATH_MS ? 'breath' : 'none';
}

/** The place of the last word that begins before an offset; -1 where there is none. */
function lastBefore(timed: readonly PlacedWord[], offset: number): number {
  let low = 0;
  let high = timed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timed[middle]?.from ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const fromOf = (atoms: readonly Atom[], lines: readonly Line[]): number => atoms[lines[0]?.from ?? 0]?.from ?? 0;
const toOf = (atoms: readonly Atom[], lines: readonly Line[]): number => atoms[(lines.at(-1)?.to ?? 1) - 1]?.to ?? 0;

/** When each part of a segment begins: with its first word, or in proportion to what comes before it. */
function startsOf(atoms: readonly Atom[], captions: readonly (readonly Line[])[], timed: readonly PlacedWord[] | null, { startMs, endMs }: Segment): number[] {
  const widthOf = (from: number, to: number): number => atoms.slice(from, to).reduce((sum, { width, space }) => sum + width + space.length, 0);
  const widths = captions.map((lines) => widthOf(lines[0]?.from ?? 0, lines.at(-1)?.to ?? 0));
  const whole = Math.max(1, widths.reduce((sum, width) => sum + width, 0));
  let before = 0;
  return captions.map((lines, at) => {
    const word = timed?.[lastBefore(timed, fromOf(atoms, lines)) + 1];
    const share = before / whole;
    before += widths[at] ?? 0;
    return word !== undefined && word.from < toOf(atoms, lines) ? word.word.startMs : Math.round(startMs + (endMs - startMs) * share);
  });
}

/** The words that begin in a part of the text. */
const wordsIn = (timed: readonly PlacedWord[], from: number, to: number): Word[] => timed.slice(lastBefore(timed, from) + 1, lastBefore(timed, to) + 1).map(({ word }) => word);

const lineText = (atoms: readonly Atom[], { from, to }: Line): string =>
  atoms.slice(from, to).map(({ text, space }, at, all) => (at === all.length - 1 ? text : text + space)).join('');
