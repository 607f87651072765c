import { z } from 'zod';

/** What `POST /meetings/{slug}/recognitions` takes. */
export const RecognitionRequest = z.strictObject({
  channel: z.string().max(40).optional().meta({ description: 'Key of a channel; left out, every channel that a model can do.' }),
  model: z.string().max(200).optional().meta({ description: 'Name of a model’s folder; left out, the best for the language.' }),
  anyLanguage: z.boolean().optional().meta({ description: 'Goes on when the text reads as another language than the channel’s.' }),
  again: z.boolean().optional().meta({ description: 'From the beginning, also when it was done before.' }),
});
