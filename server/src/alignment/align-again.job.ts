import type { Alignment } from '@openfloor/words';
import type { Actor } from '#access/index.ts';
import { isAppError } from '#platform/errors/index.ts';
import type { Tools } from '#platform/process/index.ts';
import type { JobHandler } from '#platform/queue/index.ts';
import type { Recordings } from '#recordings/index.ts';
import type { Corrections, TextSegment, Words } from '#words/index.ts';
import { alignChannel } from './align-channel.ts';

export interface AlignAgainDeps {
  readonly recordings: Pick<Recordings, 'soundOf'>;
  readonly words: Pick<Words, 'byId'>;
  readonly corrections: Pick<Corrections, 'align'>;
  readonly tools: Tools;
  readonly worker: Actor;
}

// With less, the text is likelier of another meeting than of this sound.
const LEAST_HEARD = 0.3;

/** Makes the job's handler. A text that can't be laid along the sound stays as it is, marked as made for a former recording. */
export function alignAgainHandler({ recordings, words, corrections, tools, worker }: AlignAgainDeps): JobHandler<{ readonly textId: string }> {
  return async ({ textId }, job) => {
    const text = await words.byId(worker, textId);
    // Somebody was faster: it has come anew, or is settled.
    if (!text?.formerSound || text.segments.length === 0) return;
    try {
      const { channels, durationMs } = await recordings.soundOf(text.meetingId);
      const files = channels.get(text.channel);
      if (!files) return;
      const alignment = await alignChannel({ tools, files, durationMs, sentences: text.segments.map((segment) => segment.text), language: text.language }, job);
      if (heardOf(alignment) < LEAST_HEARD) return;
      await corrections.align(worker, textId, timesOf(alignment, text.segments), alignment.holes);
    } catch (error) {
      if (!isAppError(error) || error.retry !== 'never') throw error;
    }
  };
}

/** How much of the text is heard, from 0 to 1, by its letters. */
function heardOf({ segments }: Alignment): number {
  const letters = (all: Alignment['segments']): number => all.reduce((sum, { text }) => sum + text.length, 0);
  return letters(segments.filter(({ unspoken }) => !unspoken)) / Math.max(1, letters(segments));
}

const timesOf = ({ segments }: Alignment, before: readonly TextSegment[]) => before.flatMap(({ id }, n) => {
  const now = segments[n];
  if (!now) return [];
  const { startMs, endMs, confidence, unspoken } = now;
  return [{ id, startMs, endMs, confidence, unspoken, words: now.words?.map((word) => ({ ...word, confidence })) ?? null }];
});
