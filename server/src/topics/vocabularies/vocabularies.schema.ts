import { z } from 'zod';

/** Body of `POST /vocabularies` for files that lie on the server. */
export const VocabularyFiles = z.strictObject({
  files: z.array(z.string().min(1).max(4096)).min(1).max(200).meta({ description: 'Absolute paths on the server, read as one vocabulary: .ttl, .rdf, .jsonld.' }),
});

/** Which scheme is meant. */
export const VocabularyQuery = z.object({ scheme: z.string().min(1).max(2000).optional().meta({ description: 'URI of the scheme.' }) });

/** Body of `PATCH /vocabularies`. */
export const VocabularyUse = z.strictObject({
  scheme: z.string().min(1).max(2000).meta({ description: 'URI of the scheme.' }),
  used: z.boolean().meta({ description: 'Whether moments are tagged with its concepts, and queries understood by them.' }),
});
