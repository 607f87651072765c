import { asAppError } from '#platform/errors/index.ts';
import type { Claim, Outcome } from './claims.repo.ts';

const LONGEST_PAUSE_MS = 60_000;
const FIRST_HOLD_MS = 5000;
const LONGEST_HOLD_MS = 20_000;
const LONGEST_MESSAGE = 4000;

/** 1, 2, 4, 8 ... seconds, at most a minute. */
export const pauseAfter = (attempt: number): number => Math.min(1000 * 2 ** (attempt - 1), LONGEST_PAUSE_MS);

/**
 * What becomes of a job whose run failed. What trying again can't mend fails at once; what waits for
 * something outside (`retry: 'wait'` in the table of errors) is tried until that is back, at no cost;
 * everything else is tried as often as the job says, at growing pauses.
 */
export function judge(error: unknown, claim: Claim, attempts: number): Outcome {
  const known = asAppError(error);
  const crashes = claim.note.crashes === undefined ? {} : { crashes: claim.note.crashes };
  const note = { ...crashes, code: known.code, message: known.message.slice(0, LONGEST_MESSAGE) };
  if (known.retry === 'never') return { to: 'failed', note };
  if (known.retry === 'wait') {
    const holds = (claim.note.holds ?? 0) + 1;
    return { to: 'again', note: { ...note, holds }, pauseMs: Math.min(FIRST_HOLD_MS * holds, LONGEST_HOLD_MS), counted: false };
  }
  if (claim.attempt >= attempts) return { to: 'failed', note };
  return { to: 'again', note, pauseMs: pauseAfter(claim.attempt), counted: true };
}
