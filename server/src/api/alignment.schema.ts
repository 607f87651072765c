import { z } from 'zod';

/** How the alignment of a text goes. */
export const Alignment = z.object({
  id: z.string(),
  channel: z.string().meta({ description: 'Key of the channel.' }),
  kind: z.enum(['captions', 'transcript']),
  language: z.string().meta({ description: 'BCP 47.' }),
  file: z.string().meta({ description: 'Name of the file that the text came from.' }),
  state: z.enum(['waiting', 'running', 'retrying', 'held', 'failed', 'done', 'cancelled']).meta({ description: 'held: waits until the recording can be heard.' }),
  done: z.number().min(0).max(1).meta({ description: 'How far it is.' }),
  problem: z.string().nullable().meta({ description: 'Why it failed, or what it waits for.' }),
}).meta({ id: 'Alignment', description: 'A text that is laid along the sound of its channel.' });
