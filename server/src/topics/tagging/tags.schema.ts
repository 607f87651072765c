import { z } from 'zod';
import { TAG_STATES } from './tagging.ports.ts';

const ms = z.int().min(0).max(2_147_483_647);

/** Body of `POST /meetings/{slug}/topics`. */
export const TagDecisions = z.strictObject({
  decisions: z.array(z.strictObject({
    topic: z.string().min(1).max(200).meta({ description: 'Slug of the topic.' }),
    startMs: ms.meta({ description: 'The moment, on the meeting’s timeline.' }),
    endMs: ms,
    state: z.enum(TAG_STATES).meta({ description: 'accepted, refused, or suggested to take a decision back. A topic that nobody suggested may be accepted too.' }),
  }).refine(({ startMs, endMs }) => endMs >= startMs, { error: 'must end after it begins', path: ['endMs'] })).min(1).max(1000),
});
