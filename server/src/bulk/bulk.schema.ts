import { z } from 'zod';

/** What `GET /api/v1/changes` can be asked. */
export const ChangesQuery = z.object({
  /** Only what changed at this time or later. */
  updated_since: z.iso.datetime({ offset: true }).optional(),
  /** A `next` of the page before. */
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});

/** What the exports of everything can be asked. */
export const ExportQuery = ChangesQuery.pick({ updated_since: true });

/** A meeting that was public and is no more, withdrawn or gone for good: what a copy must know to forget it. */
export const GoneMeeting = z.object({
  id: z.uuid(),
  slug: z.string(),
  state: z.enum(['withdrawn', 'removed']),
  updatedAt: z.iso.datetime(),
});
