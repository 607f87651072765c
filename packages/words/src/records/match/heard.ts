import type { Segment } from '../../segment.ts';
import { sentencesOfFlow } from '../parts/sentences.ts';

/** A sentence of a channel's transcript. */
export interface Heard {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Silence before it, as far as the transcript shows any. */
  readonly pauseMs: number;
  /** The transcript names another speaker than before. */
  readonly otherSpeaker: boolean;
  /** When the letter at a place of the text is said. */
  timeAt(place: number): number;
}

// Captions break sentences where a line is full; between two of one sentence there is no more silence than this.
const WITHIN_SENTENCE_MS = 1500;

/** The sentences of a transcript, whatever its segments were cut by. */
export function heardSentences(transcript: readonly Segment[]): Heard[] {
  const sentences = runs(transcript).flatMap(({ segments, otherSpeaker }) =>
    sentencesOfRun(segments).map((sentence, at) => ({ ...sentence, otherSpeaker: at === 0 && otherSpeaker })));
  return sentences.map((sentence, at) => ({ ...sentence, pauseMs: Math.max(0, sentence.startMs - (sentences[at - 1]?.endMs ?? 0)) }));
}

interface Run {
  readonly segments: Segment[];
  readonly otherSpeaker: boolean;
}

/** Segments that may share a sentence. */
function runs(transcript: readonly Segment[]): Run[] {
  const found: Run[] = [];
  let last: Segment | null = null;
  for (const segment of transcript) {
    const otherSpeaker = last !== null && last.speaker !== segment.speaker;
    if (last === null || otherSpeaker || segment.startMs - last.endMs > WITHIN_SENTENCE_MS) found.push({ segments: [segment], otherSpeaker });
    else found.at(-1)?.segments.push(segment);
    last = segment;
  }
  return found;
}

function sentencesOfRun(segments: readonly Segment[]): Omit<Heard, 'pauseMs' | 'otherSpeaker'>[] {
  let text = '';
  const at: number[] = [];
  const times: number[] = [];
  for (const segment of segments) {
    if (text !== '' && !/\p{Script=Han}|[。！？]/u.test(text.slice(-1))) {
      text += ' ';
      times.push(segment.startMs);
    }
    times.push(...letterTimes(segment));
    text += segment.text.replace(/\s/gu, ' ');
  }
  for (let place = 0; place < text.length; place += 1) at.push(place);
  return sentencesOfFlow({ text, at }).map(({ text: own, from, to }) => ({
    text: own,
    startMs: times[from] ?? 0,
    endMs: to >= times.length ? segments.at(-1)?.endMs ?? 0 : Math.max(times[from] ?? 0, times[to - 1] ?? 0),
    timeAt: (place: number) => times[Math.min(from + place, to - 1)] ?? 0,
  }));
}

/** When each letter of a segment is said: by its words where they have times, else evenly. */
function letterTimes({ text, startMs, endMs, words }: Segment): number[] {
  const times = Array.from({ length: text.length }, (_, at) => Math.round(startMs + ((endMs - startMs) * at) / text.length));
  let from = 0;
  for (const word of words ?? []) {
    const at = text.indexOf(word.text, from);
    if (at < 0) break;
    for (let n = 0; n < word.text.length; n += 1) times[at + n] = Math.round(word.startMs + ((word.endMs - word.startMs) * n) / word.text.length);
    from = at + word.text.length;
  }
  return times;
}
