import { describe, expect, it } from 'vitest';
import { isAppError } from '#platform/errors/index.ts';
import { MEETING_STATES, MEETING_TRANSITIONS, next, type MeetingState, type MeetingStep } from './meetings.domain.ts';

const STEPS: readonly MeetingStep[] = ['schedule', 'unschedule', 'publish', 'republish', 'withdraw'];

describe('the states of a meeting', () => {
  it('allow these steps and no others', () => {
    const allowed = MEETING_STATES.flatMap((state) => STEPS.flatMap((step) => {
      try {
        return [`${state} ${step} ${next(state, step)}`];
      } catch (error) {
        return isAppError(error) && error.code === 'meeting_bad_transition' ? [] : [error];
      }
    }));
    expect(allowed).toEqual([
      'draft schedule scheduled', 'draft publish published',
      'scheduled unschedule draft', 'scheduled publish published', 'scheduled withdraw withdrawn',
      'published publish published', 'published withdraw withdrawn',
      'withdrawn schedule scheduled', 'withdrawn republish published',
    ]);
  });

  it('lead only to states there are', () => {
    const targets = Object.values(MEETING_TRANSITIONS).flatMap((steps) => Object.values<MeetingState>(steps));
    expect(new Set(targets)).toEqual(new Set(MEETING_STATES));
  });
});
