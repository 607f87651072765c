import { createHash, randomInt } from 'node:crypto';
import type { ChosenClip } from './clip.domain.ts';

// Without vowels, so that no address says anything, and without what looks alike.
const LETTERS = 'bcdfghjkmnpqrstvwxyz23456789';
const ID_LETTERS = 10;

/** The same for two clips that are the same. */
export const samenessOf = ({ meetingId, channel, startMs, endMs, quote, timeline }: ChosenClip): string =>
  createHash('sha256').update(JSON.stringify([meetingId, channel, startMs, endMs, timeline, quote && [quote.kind, quote.language, quote.exact]])).digest('hex');

/** A new address: short enough to be read out, and nobody guesses it. */
export const newClipId = (): string => Array.from({ length: ID_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
