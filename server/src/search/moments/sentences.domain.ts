import { floorTimeOf, UNSPACED, type LagCurve, type Segment } from '@openfloor/words';
import type { TextKind } from '#words/index.ts';

/** A text of a channel with what brings it to the floor's time. */
export interface TimedText {
  readonly channel: string;
  readonly kind: TextKind;
  readonly language: string;
  /** How far the channel is behind the floor; null for the floor itself, and where it isn't known. */
  readonly lag: LagCurve | null;
  readonly segments: readonly Pick<Segment, 'startMs' | 'endMs' | 'text' | 'language'>[];
}

/** A sentence at the time at which the floor said it. */
export interface FloorSentence {
  /** At the floor. */
  readonly startMs: number;
  readonly endMs: number;
  /** As it is heard in its channel. */
  readonly heardMs: number;
  readonly text: string;
  /** Where it isn't that of the whole. */
  readonly language: string | null;
  /** Whether it ends as sentences do; captions may break off anywhere. */
  readonly ended: boolean;
}

const ENDS = /[.!?…。！？；;؟۔।:：]["'”’»)\]）」』\s]*$/u;

/** The sentences of a text by their time at the floor; nothing else of it is changed. */
export function floorSentences({ lag, segments }: TimedText): readonly FloorSentence[] {
  const atFloor = (ms: number): number => Math.max(0, Math.round((lag && floorTimeOf(lag, ms)?.floorMs) ?? ms));
  return segments.flatMap(({ startMs: heardMs, endMs, text, language }): FloorSentence[] => {
    const said = text.replace(/\s+/gu, ' ').trim();
    if (said === '') return [];
    const startMs = atFloor(heardMs);
    return [{ startMs, endMs: Math.max(startMs, atFloor(endMs)), heardMs, text: said, language, ended: ENDS.test(said) }];
  }).toSorted((a, b) => a.startMs - b.startMs || a.heardMs - b.heardMs);
}

/** Sentences as one text, with the place of each; scripts without spaces get none. */
export function joinSentences(sentences: readonly FloorSentence[]): { readonly text: string; readonly places: readonly { readonly from: number; readonly startMs: number }[] } {
  let text = '';
  const places = sentences.map((sentence) => {
    const before = text.at(-1);
    if (before !== undefined && !(isUnspaced(before) && isUnspaced(sentence.text.charAt(0)))) text += ' ';
    const from = text.length;
    text += sentence.text;
    return { from, startMs: sentence.heardMs };
  });
  return { text, places };
}

const isUnspaced = (sign: string): boolean => UNSPACED.test(sign) || /[\u3000-\u303F\uFF00-\uFFEF]/u.test(sign);
