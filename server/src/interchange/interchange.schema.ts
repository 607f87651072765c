import { z } from 'zod';

/** What the documents of a meeting in one language can be asked. */
export const ProceedingsQuery = z.object({
  /** Of which kind the text has to be; the official record before what is said, when left out. */
  kind: z.enum(['captions', 'transcript', 'record']).optional(),
});
