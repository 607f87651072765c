import { AppError } from '#platform/errors/index.ts';
import { alsoEdited, inTime, type KeptSegment, type TextState } from './text-state.domain.ts';
import { cutTime, cutWords, fitWords, wordsOfCorrected } from './word-times.domain.ts';

/** What people can do to a text, one thing at a time. Segments are named by their numbers. */
export type Correction =
  | { readonly do: 'set'; readonly segment: number; readonly text?: string; readonly startMs?: number; readonly endMs?: number; readonly speaker?: string | null; readonly language?: string | null }
  | { readonly do: 'split'; readonly segment: number; readonly after: string; readonly atMs?: number }
  | { readonly do: 'join'; readonly segments: readonly number[] }
  | { readonly do: 'remove'; readonly segment: number }
  | { readonly do: 'add'; readonly startMs: number; readonly endMs: number; readonly text: string; readonly speaker?: string | null; readonly language?: string | null };

type Of<D extends Correction['do']> = Extract<Correction, { do: D }>;

/** The text with a correction made. Throws `not_found` for a segment that isn't there, and `correction_invalid`. */
export function corrected(state: TextState, correction: Correction): TextState {
  switch (correction.do) {
    case 'set': return set(state, correction);
    case 'split': return split(state, correction);
    case 'join': return join(state, correction);
    case 'remove': return replaced(state, [segmentOf(state, correction.segment)], []);
    case 'add': return add(state, correction);
  }
}

/** The numbers of the segments that a correction is about. */
export const segmentsOf = (correction: Correction): readonly number[] =>
  (correction.do === 'join' ? correction.segments : correction.do === 'add' ? [] : [correction.segment]);

/** Whether a correction says when something is said. */
export const namesTimes = (correction: Correction): boolean => correction.do === 'add'
  || (correction.do === 'set' && (correction.startMs !== undefined || correction.endMs !== undefined)) || (correction.do === 'split' && correction.atMs !== undefined);

function set(state: TextState, { text: given, ...wanted }: Of<'set'>): TextState {
  const old = segmentOf(state, wanted.segment);
  const text = given === undefined ? old.text : tidy(given);
  const { startMs = old.startMs, endMs = old.endMs, language = old.language } = wanted;
  const speaker = wanted.speaker === undefined ? old.speaker : named(wanted.speaker);
  if (endMs < startMs) throw invalid(old.id, 'it would end before it begins');
  if (text === '') throw invalid(old.id, 'nothing of its text would be left; to take it away, remove it');
  const times = wanted.startMs !== undefined || wanted.endMs !== undefined;
  const edited = alsoEdited(old.edited,
    ...(given === undefined ? [] : ['text' as const]), ...(times ? ['times' as const] : []),
    ...(wanted.speaker === undefined ? [] : ['speaker' as const]), ...(wanted.language === undefined ? [] : ['language' as const]));
  if (given === undefined && !times && wanted.speaker === undefined && wanted.language === undefined) {
    throw invalid(old.id, 'it names nothing to change');
  }
  const words = fitWords(wordsOfCorrected(old, text), old, { startMs, endMs });
  // Whoever has set the times has heard it there.
  const heard = times ? { confidence: null, unspoken: false } : {};
  return replaced(state, [old], [{ ...old, startMs, endMs, text, words, speaker, language, edited, ...heard }]);
}

/** Whoever decides where a sentence ends has decided on its words: both parts keep theirs. */
function split(state: TextState, { segment, after, atMs }: Of<'split'>): TextState {
  const old = segmentOf(state, segment);
  const places = old.text.split(after).length - 1;
  if (after.trim() === '' || places === 0) throw invalid(segment, `the words after which to split it are not in its text: "${after}"`);
  if (places > 1) throw invalid(segment, `"${after}" is in its text ${places} times; give more of the words before the place`);
  const at = old.text.indexOf(after) + after.length;
  const [first, second] = [old.text.slice(0, at).trim(), old.text.slice(at).trim()];
  if (second === '') throw invalid(segment, 'nothing would be left after the place');
  const ms = atMs ?? cutTime(old, at);
  if (ms < old.startMs || ms > old.endMs) throw invalid(segment, 'the time at which to split it is outside of it');
  const edited = alsoEdited(old.edited, 'text', ...(atMs === undefined ? [] : ['times' as const]));
  const [before, behind] = cutWords(old, at);
  return replaced(state, [old], [
    { ...old, endMs: ms, text: first, words: fitWords(before, old, { startMs: old.startMs, endMs: ms }), edited },
    { ...old, id: state.nextId, startMs: ms, text: second, words: fitWords(behind, old, { startMs: ms, endMs: old.endMs }), edited },
  ]);
}

function join(state: TextState, { segments: ids }: Of<'join'>): TextState {
  const wanted = state.segments.filter(({ id }) => ids.includes(id));
  for (const id of ids) segmentOf(state, id);
  const [first] = wanted;
  if (!first || wanted.length < 2) throw invalid(ids[0] ?? 0, 'it takes two segments to join');
  const from = state.segments.indexOf(first);
  if (state.segments.slice(from, from + wanted.length).some((one, n) => one !== wanted[n])) throw invalid(first.id, 'there are others between those to join; join these too, or remove them');
  const known = wanted.every(({ words }) => words !== null);
  return replaced(state, wanted, [{
    ...first,
    endMs: Math.max(...wanted.map(({ endMs }) => endMs)),
    text: wanted.map(({ text }) => text).reduce((whole, text) => whole + (GOES_ON_WITHOUT_SPACE.test(whole) ? '' : ' ') + text),
    words: known ? wanted.flatMap(({ words }) => words ?? []) : null,
    speaker: wanted.find(({ speaker }) => speaker !== null)?.speaker ?? null,
    edited: alsoEdited(wanted.flatMap(({ edited }) => edited), 'text'),
    confidence: wanted.some(({ confidence }) => confidence === null) ? null : Math.min(...wanted.map(({ confidence }) => confidence ?? 1)),
    unspoken: wanted.every(({ unspoken }) => unspoken),
    origins: [...new Set(wanted.flatMap(({ origins }) => origins))].toSorted((a, b) => a - b),
  }]);
}

const GOES_ON_WITHOUT_SPACE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u;

function add(state: TextState, { startMs, endMs, text: given, speaker, language }: Of<'add'>): TextState {
  const text = tidy(given);
  if (endMs < startMs) throw invalid(state.nextId, 'it would end before it begins');
  if (text === '') throw invalid(state.nextId, 'it has no text');
  const edited = alsoEdited(['text', 'times'], ...(speaker === undefined ? [] : ['speaker' as const]), ...(language === undefined ? [] : ['language' as const]));
  return replaced(state, [], [{ id: state.nextId, startMs, endMs, text, words: null, speaker: named(speaker ?? null), language: language ?? null, edited, origins: [], confidence: null, unspoken: false }]);
}

function segmentOf({ segments }: TextState, id: number): KeptSegment {
  const found = segments.find((one) => one.id === id);
  if (!found) throw new AppError('not_found', { what: 'segment', id });
  return found;
}

function replaced(state: TextState, old: readonly KeptSegment[], now: readonly KeptSegment[]): TextState {
  return {
    ...state,
    segments: inTime([...state.segments.filter((one) => !old.includes(one)), ...now]),
    nextId: Math.max(state.nextId, ...now.map(({ id }) => id + 1)),
  };
}

const named = (speaker: string | null): string | null => (speaker === null || tidy(speaker) === '' ? null : tidy(speaker));

/** As everything that is read: composed letters, whole ones, no space around. */
const tidy = (text: string): string => text.toWellFormed().normalize('NFC').split(/\r\n?|\n/).map((line) => line.trimEnd()).join('\n').trim();

const invalid = (segment: number, problem: string): AppError => new AppError('correction_invalid', { segment, problem });
