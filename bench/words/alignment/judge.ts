import type { Alignment } from '@openfloor/words';
import type { Given } from './given.ts';

/** How an alignment compares with the truth. */
export interface Judgement {
  /** Distance of each start from the truth, of sentences that were said and not flagged; seconds. */
  readonly errors: readonly number[];
  /** Of `errors` those of which the aligner is sure (0.5 and more). */
  readonly sureErrors: readonly number[];
  /** Sentences flagged as unspoken, and stretches flagged as missing in the text. */
  readonly flagged: number;
  readonly rightlyFlagged: number;
  /** Sentences that nobody said, and sentences that are missing. */
  readonly wrong: number;
  readonly found: number;
}

/**
 * Judges an alignment. A sentence that wasn't said is found when it is flagged. A missing one is found when half of it lies in flagged stretches,
 * and a flagged stretch is right when half of it lies in what is missing.
 */
export function judge({ segments, holes }: Pick<Alignment, 'segments' | 'holes'>, { sentences, missing }: Given): Judgement {
  const spoken = segments.flatMap((segment, n) => {
    const said = sentences[n]?.said;
    return said && !segment.unspoken ? [{ off: Math.abs(segment.startMs / 1000 - said.start), sure: segment.confidence >= 0.5 }] : [];
  });
  const flags = segments.flatMap(({ unspoken }, n) => (unspoken ? [sentences[n]?.said === null] : []));
  const unsaid = sentences.flatMap(({ said }, n) => (said === null ? [segments[n]?.unspoken === true] : []));
  const spans = holes.map(({ startMs, endMs }) => ({ start: startMs / 1000, end: endMs / 1000 }));
  const rightSpans = spans.filter((span) => overlap(span, missing) * 2 >= span.end - span.start).length;
  const foundMissing = missing.filter((said) => overlap(said, spans) * 2 >= said.end - said.start).length;
  return {
    errors: spoken.map(({ off }) => off), sureErrors: spoken.filter(({ sure }) => sure).map(({ off }) => off),
    flagged: flags.length + spans.length, rightlyFlagged: flags.filter(Boolean).length + rightSpans,
    wrong: unsaid.length + missing.length, found: unsaid.filter(Boolean).length + foundMissing,
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const overlap = (one: Stretch, others: readonly Stretch[]): number =>
  others.reduce((sum, other) => sum + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)), 0);
