import { z } from 'zod';

/** Body of `POST /tokens`. */
export const CreateTokenBody = z.strictObject({
  name: z.string().regex(/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._-]{0,62}[\p{L}\p{M}\p{N}])?$/u, { error: 'must be 1 to 64 letters, digits, spaces, dots, hyphens or underscores, such as secretariat' })
    .meta({ description: 'For whom it is: the history of texts shows it.' }),
});
