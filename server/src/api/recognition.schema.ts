import { z } from 'zod';
import { languageTag, ms } from './meeting.schema.ts';

/** The recognition of one channel. */
export const Recognition = z.object({
  id: z.uuid(), meetingId: z.uuid(), recordingId: z.uuid(),
  channel: z.string().meta({ description: 'Key of the channel.' }),
  language: languageTag,
  state: z.enum(['waiting', 'running', 'done', 'failed', 'stopped']),
  wantedModel: z.string().nullable(), anyLanguage: z.boolean(),
  engine: z.string().nullable(), model: z.string().nullable(), hints: z.int(),
  positionMs: ms.meta({ description: 'Everything before it is recognised.' }), durationMs: ms,
  failure: z.string().nullable(),
}).meta({ id: 'Recognition' });
