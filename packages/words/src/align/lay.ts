import { followBest } from './band.ts';
import { bestPath } from './best-path.ts';
import { layOut, SPOKEN } from './lattice.ts';
import { look, type Metric } from './metric.ts';
import type { Heard, Stretch } from './heard.ts';
import type { Reference } from './reference.ts';
import { withShortPauses } from './short-pauses.ts';
import { stack } from './stacked.ts';

/** A sentence laid along a stretch of the sound. */
export interface Laid extends Stretch {
  readonly score: number;
  readonly along: readonly (readonly [sound: number, text: number])[];
}

interface ToLay {
  readonly heard: Heard;
  readonly reference: Reference;
  readonly metric: Metric;
  /** The frames of the reference that make the sentence. */
  readonly kept: Int32Array;
  readonly within: Stretch;
  /** Frames of 20 ms from one comparison to the next. */
  readonly step: number;
  /** Of a frame of speech beside the sentence. */
  readonly untold: number;
}

/** Lays one sentence along a stretch of the sound; other sound may lie before and after it. Null where there is nothing to compare. */
export function lay({ heard, reference, metric, kept, within: { from, to }, step, untold }: ToLay): Laid | null {
  const chosen = withShortPauses(heard.speech.subarray(from, to)).map((frame) => frame + from);
  const sound = stack(heard.values, heard.speech, chosen, step);
  const text = stack(reference.values, reference.speech, kept, step);
  if (sound.speech.length === 0 || text.speech.length === 0) return null;
  const lattice = layOut([0, text.speech.length]);
  const { column, score } = bestPath(look(sound, metric, 'sound'), look(text, metric, 'text'), lattice, { untold, leaveOut: -Infinity }, followBest(lattice.kind.length, 2000, 4000));
  const along: (readonly [number, number])[] = [];
  column.forEach((at, row) => {
    if (at >= 0 && lattice.kind[at] === SPOKEN) along.push([sound.at[row] ?? 0, text.at[lattice.frame[at] ?? 0] ?? 0]);
  });
  const [first, last] = [along[0], along.at(-1)];
  if (!first || !last) return null;
  return { from: first[0], to: last[0] + step, score, along };
}
