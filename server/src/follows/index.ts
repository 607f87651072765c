import type { Db } from '#platform/db/index.ts';
import type { Registry } from '#platform/queue/index.ts';
import { forgetWish, lookAtMeeting, mailNews, mailWish } from './follow-jobs.ts';
import { USUAL_TIMES } from './follow.domain.ts';
import { FollowRepo } from './follows.repo.ts';
import { Follows, type FollowsDeps } from './follows.service.ts';
import { FollowMails, type FollowMailsDeps } from './mails.service.ts';

/** Searches that people follow, with the jobs that tell them what is new. */
export function createFollows(given: Omit<FollowsDeps & FollowMailsDeps, 'openStore' | 'times'> & Partial<Pick<FollowsDeps, 'times'>>): {
  readonly follows: Follows;
  /** Registers a handler for each of `ALL_FOLLOW_JOBS`. */
  readonly handleJobs: (registry: Registry) => void;
} {
  const deps = { times: USUAL_TIMES, ...given, openStore: (db: Db) => new FollowRepo(db) };
  const follows = new Follows(deps);
  const mails = new FollowMails(deps);
  return {
    follows,
    handleJobs: (registry) => {
      registry.handle(mailWish, async ({ followId, asked }) => mails.wish(followId, asked));
      registry.handle(forgetWish, async ({ followId }) => follows.forget(followId));
      registry.handle(lookAtMeeting, async ({ meetingId }, { signal }) => follows.look(meetingId, signal));
      registry.handle(mailNews, async ({ followId }) => mails.news(followId));
    },
  };
}

/** Every job of this capability, for the check at start. */
export const ALL_FOLLOW_JOBS = [mailWish, forgetWish, lookAtMeeting, mailNews];

export { SavedSearches } from './searches.service.ts';
export type { Follows } from './follows.service.ts';
