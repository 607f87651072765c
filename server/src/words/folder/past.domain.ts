import type { Segment } from '@openfloor/words';
import type { Change } from '../correct/change.domain.ts';
import type { KeptRecord } from '../record/record.domain.ts';
import type { ComingSegment, Hole, KeptSegment, OutsideSegment, SourceSegment, TextState } from '../correct/text-state.domain.ts';
import type { TextProvenance, TextStatus } from '../words.domain.ts';

/** What a text brings along from where it was before. */
export interface Past {
  readonly textVersion: number;
  readonly nextId: number;
  readonly provenance: TextProvenance | null;
  /** Which sound it was made for, where its channel had another. */
  readonly formerSound?: string;
  readonly source: readonly SourceSegment[];
  /** What was cut off with its part of the recording. */
  readonly outside?: readonly OutsideSegment[];
  readonly holes?: readonly Hole[];
  /** Of each segment of the text, in their order. */
  readonly segments: readonly Pick<KeptSegment, 'id' | 'edited' | 'origins' | 'confidence' | 'unspoken'>[];
  /** The newest first. */
  readonly changes: readonly Change[];
  /** Of an official record, which can't be read back from words with times alone. */
  readonly record?: { readonly segments: readonly ComingSegment[]; readonly kept: KeptRecord };
}

/** The text as it was there; null where the past is that of another text, or doesn't agree with itself. */
export function stateFromPast({ nextId, source, outside = [], holes = [], segments: facts }: Past, segments: readonly Segment[], status: TextStatus): TextState | null {
  const ids = new Set(facts.map(({ id }) => id));
  const fits = facts.length === segments.length && ids.size === facts.length
    && [...facts, ...outside].every(({ id, origins }) => id < nextId && origins.every((origin) => origin < source.length))
    && outside.every(({ id, rest }) => rest === true || !ids.has(id));
  if (!fits) return null;
  return { status, source, outside, holes, nextId, segments: segments.flatMap((segment, n) => (facts[n] ? [{ ...segment, ...facts[n] }] : [])) };
}
