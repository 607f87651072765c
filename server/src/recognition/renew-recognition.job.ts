import type { Actor } from '#access/index.ts';
import { isAppError } from '#platform/errors/index.ts';
import type { JobHandler } from '#platform/queue/index.ts';
import type { Recognitions } from './recognitions.service.ts';

/** Makes the job's handler. Where no model can do the channel, or people have corrected its text, that stays as it is, marked as made for a former recording. */
export const renewHandler = (recognitions: Pick<Recognitions, 'ask'>, worker: Actor): JobHandler<{ readonly meetingId: string; readonly channel: string }> => async ({ meetingId, channel }) => {
  try {
    await recognitions.ask(worker, meetingId, { channel });
  } catch (error) {
    if (!isAppError(error) || error.retry !== 'never') throw error;
  }
};
