import type { Span } from '@openfloor/words';
import type { ComingSegment } from './correct/text-state.domain.ts';
import type { Past } from './folder/past.domain.ts';
import type { KeptRecord } from './record/record.domain.ts';
import type { ChannelText, UntimedText } from './words.domain.ts';

/** A text on its way in. */
export interface NewText extends Omit<ChannelText, 'id' | 'meetingId' | 'version' | 'formerSound'> {
  readonly segments: readonly ComingSegment[];
  /** What an official record holds besides its segments. */
  readonly record?: KeptRecord;
  /** Where somebody speaks and it has nothing, as far as its aligner knows. */
  readonly holes?: readonly Span[];
  /** Of a text without times, which has no segments yet. */
  readonly untimed?: UntimedText;
  /** Where it was kept before, if it comes from there. */
  readonly past?: Past;
}
