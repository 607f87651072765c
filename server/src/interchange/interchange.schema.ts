import { z } from 'zod';

/** What the documents of a meeting in one language can be asked. */
export const ProceedingsQuery = z.object({
  /** Of which kind the text has to be; the official record before what is said, when left out. */
  kind: z.enum(['captions', 'transcript', 'record']).optional(),
});

/** What a TEI document of a meeting can be asked besides. */
export const TeiQuery = ProceedingsQuery.extend({
  /** `no` leaves the timeline out, which ParlaMint's own schema doesn't know. */
  timeline: z.enum(['yes', 'no']).default('yes'),
});
