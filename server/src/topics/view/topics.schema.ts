import { z } from 'zod';

/** What `GET /topics` can be asked. */
export const TopicsQuery = z.object({ limit: z.coerce.number().int().min(1).max(1000).default(100) });
