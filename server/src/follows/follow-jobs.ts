import { z } from 'zod';
import { defineJob } from '#platform/queue/index.ts';

const ofFollow = z.object({ followId: z.uuid() });

/** Asks a reader to confirm a wish. */
export const mailWish = defineJob({ name: 'follow.ask.v1', payload: ofFollow.extend({ asked: z.iso.datetime() }), attempts: 5, leaseSeconds: 300 });
/** Forgets a wish that was not confirmed. */
export const forgetWish = defineJob({ name: 'follow.forget.v1', payload: ofFollow, attempts: 10, leaseSeconds: 60 });
/** Compares a meeting with every search that is followed; thousands take minutes. */
export const lookAtMeeting = defineJob({ name: 'follow.look.v1', payload: z.object({ meetingId: z.uuid() }), attempts: 5, leaseSeconds: 3600, priority: -10 });
/** Tells one reader what is new. */
export const mailNews = defineJob({ name: 'follow.news.v1', payload: ofFollow, attempts: 5, leaseSeconds: 300 });
