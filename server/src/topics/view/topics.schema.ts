import { z } from 'zod';

/** What `GET /topics` can be asked. */
export const TopicsQuery = z.object({ q: z.string().max(200).optional().describe('Only topics that are called by all of these words, in any language; the nearest first.'), limit: z.coerce.number().int().min(1).max(1000).default(100) });
