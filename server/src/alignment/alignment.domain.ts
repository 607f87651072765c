import { splitSentences, type Alignment, type Segment, type Span } from '@openfloor/words';
import type { UntimedText } from '#words/index.ts';

/** A sentence, and who says it. */
export interface Sentence {
  readonly text: string;
  readonly speaker: string | null;
}

/** The sentences of a text, in their order. */
export const sentencesOf = ({ passages }: Pick<UntimedText, 'passages'>): readonly Sentence[] =>
  passages.flatMap(({ text, speaker }) => splitSentences(text).map((sentence) => ({ text: sentence, speaker })));

/** How an alignment turned out. */
export interface Outcome {
  readonly segments: readonly Segment[];
  /** Where somebody speaks and the text has nothing. */
  readonly holes: readonly Span[];
  /** Sentences that aren’t heard. */
  readonly unheard: readonly Sentence[];
  /** What of the text isn't heard, what is heard and isn't in the text, and of what the aligner isn't sure: one sentence each. */
  readonly remarks: readonly string[];
}

// Below, somebody should listen.
const DOUBTFUL = 0.5;
const LONGEST_QUOTE = 80;

/** What is stored of an alignment: the sentences that are heard, each word as sure as its sentence; the rest is told, not given a time. */
export function outcomeOf({ segments, holes }: Alignment, sentences: readonly Sentence[]): Outcome {
  const heard = segments.flatMap(({ startMs, endMs, text, words, confidence, unspoken }, n): Segment[] => (unspoken ? [] : [{
    startMs, endMs, text, language: null, speaker: sentences[n]?.speaker ?? null, words: words?.map((word) => ({ ...word, confidence })) ?? null,
  }]));
  const doubtful = segments.filter(({ unspoken, confidence }) => !unspoken && confidence < DOUBTFUL);
  return {
    segments: heard, holes,
    unheard: sentences.filter((_, n) => segments[n]?.unspoken === true),
    remarks: [
      ...segments.filter(({ unspoken }) => unspoken).map(({ text }) => `has a sentence that isn’t heard: ${quoted(text)}`),
      ...holes.map(({ startMs, endMs }) => `has nothing of what is said from ${clock(startMs)} to ${clock(endMs)}`),
      ...doubtful.map(({ startMs, text }) => `may have the wrong time at ${clock(startMs)}: ${quoted(text)}`),
    ],
  };
}

const quoted = (text: string): string => `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;

/** `1:02:03` */
const clock = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part, n) => (n === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
};
