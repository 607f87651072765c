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

/** What the stream of the whole archive can be asked. */
export const ArchiveQuery = z.object({
  /** Only what changed at this time or later. */
  updated_since: z.iso.datetime({ offset: true }).optional(),
  /** That of a `cursor` line: what comes after it. */
  cursor: z.string().max(500).optional(),
  /** Slug of a body; meetings of the bodies below it are in. */
  body: z.string().optional(),
  /** Only what everybody may see, whoever asks. */
  public: z.literal('yes').optional(),
});
