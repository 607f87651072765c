import { UNSPACED, type Segment, type Word } from '@openfloor/words';

/** What a recogniser said of a passage; seconds from the passage's beginning. */
export interface Heard {
  readonly text: string;
  /** Pieces of words; empty where the model doesn't tell them. */
  readonly tokens?: readonly string[];
  /** Where each token begins, and how long it is. */
  readonly timestamps?: readonly number[];
  readonly durations?: readonly number[];
  /** Natural logarithm of the probability of each token. */
  readonly ys_log_probs?: readonly number[];
  /** Of Whisper: where each of its own segments begins and how long it is. */
  readonly segment_timestamps?: readonly number[];
  readonly segment_durations?: readonly number[];
  readonly segment_texts?: readonly string[];
}

interface Place {
  /** On the meeting's timeline, ms. */
  readonly startMs: number;
  readonly endMs: number;
  /** Of the passage; null where it is that of the channel. */
  readonly language: string | null;
}

// Recognisers that tell only where a piece begins say nothing of its end.
const LONGEST_PIECE_MS = 300;
const PARTING_PAUSE_MS = 600;

/**
 * Makes the sentences of a transcript of what was recognised: with times for each word where the model tells them, with those
 * of Whisper's own segments, else with those of the passage.
 */
export function toSegments(heard: Heard, place: Place): Segment[] {
  const calm = calmly(heard);
  const text = tidy(calm.text);
  if (text === '') return [];
  const words = wordsOf(calm, place);
  if (words !== null && fits(words, text)) return sentences(words, text, place);
  const own = whisperSegments(calm, place);
  return own.length > 0 ? own : [{ startMs: place.startMs, endMs: place.endMs, text, words: null, speaker: null, language: place.language }];
}

const tidy = (text: string): string => text.normalize('NFC').replaceAll(/[\s▁]+/gu, ' ').trim();

/** Models that know capitals only shout; nobody did. In Chinese capitals are those of names. */
function calmly(heard: Heard): Heard {
  if (!/\p{Lu}/u.test(heard.text) || /[\p{Ll}\p{Lo}]/u.test(heard.text)) return heard;
  return { ...heard, text: heard.text.toLowerCase(), ...(heard.tokens && { tokens: heard.tokens.map((token) => token.toLowerCase()) }) };
}

/** The words with their times; null where the recogniser doesn't tell them. */
function wordsOf({ tokens = [], timestamps = [], durations = [], ys_log_probs: logs = [] }: Heard, { startMs, endMs }: Place): Word[] | null {
  if (tokens.length === 0 || timestamps.length !== tokens.length) return null;
  const groups: number[][] = [];
  tokens.forEach((token, n) => {
    const last = groups.at(-1);
    // In scripts without spaces each character counts as a word.
    const begins = last === undefined || /^[\s▁]/u.test(token) || (UNSPACED.test(token) && /\p{L}/u.test(token)) || UNSPACED.test(tokens[n - 1] ?? '') && /^[\p{L}\p{N}]/u.test(token);
    if (begins) groups.push([n]);
    else last.push(n);
  });
  const at = (seconds: number): number => Math.min(endMs, startMs + Math.round(seconds * 1000));
  return groups.flatMap((group, n) => {
    const text = tidy(group.map((token) => tokens[token] ?? '').join(''));
    if (text === '') return [];
    const [first = 0, last = first] = [group[0], group.at(-1)];
    const begins = at(timestamps[first] ?? 0);
    const next = groups[n + 1]?.[0];
    const latest = next === undefined ? endMs : at(timestamps[next] ?? 0);
    const ends = at((timestamps[last] ?? 0) + (durations[last] ?? LONGEST_PIECE_MS / 1000));
    const likely = group.flatMap((token) => logs[token] ?? []);
    const confidence = likely.length === group.length ? Math.exp(likely.reduce((sum, log) => sum + log, 0) / likely.length) : null;
    return [{ startMs: begins, endMs: Math.max(begins, Math.min(ends, latest)), text, confidence: confidence === null ? null : Math.round(Math.min(1, confidence) * 1000) / 1000 }];
  });
}

/** Pieces that are bytes of characters don't add up to the text; then only the text counts. */
const fits = (words: readonly Word[], text: string): boolean => words.map((word) => word.text).join('').replaceAll(/\s/gu, '') === text.replaceAll(/\s/gu, '');

function sentences(words: readonly Word[], text: string, { language }: Place): Segment[] {
  const ends = sentenceEnds(text);
  const segments: Segment[] = [];
  let open: Word[] = [];
  let letters = 0;
  words.forEach((word, n) => {
    open.push(word);
    letters += word.text.replaceAll(/\s/gu, '').length;
    const next = words[n + 1];
    if (next && !ends.has(letters) && next.startMs - word.endMs < PARTING_PAUSE_MS) return;
    const [first = word] = open;
    segments.push({ startMs: first.startMs, endMs: word.endMs, text: joined(open), words: open, speaker: null, language });
    open = [];
  });
  return segments;
}

/** After how many letters, spaces not counted, sentences end. */
function sentenceEnds(text: string): ReadonlySet<number> {
  let letters = 0;
  return new Set([...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)].map(({ segment }) => (letters += segment.replaceAll(/\s/gu, '').length)));
}

/** As people write them: no space where the script has none. */
const joined = (words: readonly Word[]): string =>
  words.reduce((text, { text: word }) => (text === '' || (UNSPACED.test(text.at(-1) ?? '') && UNSPACED.test(word[0] ?? '')) ? text + word : `${text} ${word}`), '');

function whisperSegments({ segment_texts: texts = [], segment_timestamps: begins = [], segment_durations: lengths = [] }: Heard, { startMs, endMs, language }: Place): Segment[] {
  if (texts.length === 0 || begins.length !== texts.length) return [];
  return texts.flatMap((given, n) => {
    const text = tidy(given);
    const from = Math.min(endMs, startMs + Math.round((begins[n] ?? 0) * 1000));
    const to = Math.min(endMs, from + Math.round((lengths[n] ?? 0) * 1000));
    return text === '' ? [] : [{ startMs: from, endMs: Math.max(from, to), text, words: null, speaker: null, language }];
  });
}
