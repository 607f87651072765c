import type { Segment, Span } from '@openfloor/words';
import type { TextStatus } from '../words.domain.ts';

const SET_BY_PEOPLE = ['text', 'times', 'speaker', 'language'] as const;
/** What people can have set about a segment; that stays when the text comes in anew. */
export type SetByPeople = (typeof SET_BY_PEOPLE)[number];

/** A segment on its way in; an aligner also says how sure it is. */
export interface ComingSegment extends Segment {
  /** 0 to 1: how sure it is that this is said at this time. */
  readonly confidence?: number | null;
  /** Stands in the text and isn't heard in the channel. */
  readonly unspoken?: boolean;
}

/** A segment as it is kept. */
export interface KeptSegment extends Segment {
  /** 0 to 1: how sure an aligner is that this is said at this time; null where nobody says, or people have set the times. */
  readonly confidence: number | null;
  /** Stands in the text and isn't heard in the channel: its times are only where it would have been. */
  readonly unspoken: boolean;
  /** Its number in the text, from 1. It stays whatever is corrected, and is never given to another. */
  readonly id: number;
  readonly edited: readonly SetByPeople[];
  /** Places in the source that it stands for, from 0; none for what people added. */
  readonly origins: readonly number[];
}

/** A segment that was cut off with its part of the recording, or the rest of one that was: kept on the own time of its file, so that it comes back with it. */
export interface OutsideSegment extends KeptSegment {
  readonly file: string;
  /** The segment is still in the text, with as much of its time as was left. */
  readonly rest?: boolean;
}

/** A piece of the source: the text as it last came in, before anything that people did. */
export interface SourceSegment {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  /** Where it was cut off: the file on whose own time it is. */
  readonly file?: string;
}

/** Where somebody speaks in the channel and the text has nothing, as an aligner found it; with a file, on the own time of that, as what was cut off. */
export interface Hole extends Span {
  readonly file?: string;
}

/** A text with all that corrections need to know of it. */
export interface TextState {
  readonly status: TextStatus;
  /** By time. */
  readonly segments: readonly KeptSegment[];
  readonly source: readonly SourceSegment[];
  /** What isn't in the recording any more. */
  readonly outside: readonly OutsideSegment[];
  readonly holes: readonly Hole[];
  /** The number of the next segment. */
  readonly nextId: number;
}

/** Before a text has come in for the first time. */
export const NO_TEXT: TextState = { status: 'machine', segments: [], source: [], outside: [], holes: [], nextId: 1 };

// Shorter, it is what is said between two sentences: a breath, an "er".
const LEAST_HOLE_MS = 1500;

/** The holes of a text as readers get them: what people or a recogniser have filled in since is none any more. */
export function openHoles(holes: readonly Hole[], segments: readonly Pick<KeptSegment, 'startMs' | 'endMs' | 'unspoken'>[]): readonly Span[] {
  return holes.filter(({ file }) => file === undefined).flatMap((hole): Span[] => {
    const within = segments.filter(({ startMs, endMs, unspoken }) => !unspoken && startMs < hole.endMs && endMs > hole.startMs);
    const starts = [...within.map(({ startMs }) => startMs), hole.endMs];
    let from = hole.startMs;
    return starts.flatMap((to, n): Span[] => {
      const [startMs, endMs] = [from, Math.min(to, hole.endMs)];
      from = Math.max(from, within[n]?.endMs ?? from);
      return endMs - startMs >= LEAST_HOLE_MS ? [{ startMs, endMs }] : [];
    });
  });
}

/** As players show them; what begins and ends together stays in the order of its numbers. */
export const inTime = (segments: readonly KeptSegment[]): readonly KeptSegment[] =>
  segments.toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs || a.id - b.id);

/** With more that people have set, in the order of the list. */
export const alsoEdited = (edited: readonly SetByPeople[], ...more: readonly SetByPeople[]): readonly SetByPeople[] =>
  SET_BY_PEOPLE.filter((one) => edited.includes(one) || more.includes(one));

/** The same text, whatever its case, its punctuation and its spaces. */
export const soundOf = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
