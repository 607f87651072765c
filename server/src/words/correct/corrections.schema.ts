import { z } from 'zod';
import { TEXT_KINDS, TEXT_STATES } from '../words.domain.ts';

const MOST_MS = 7 * 24 * 3600 * 1000;

const number = z.int().min(1);
const ms = z.int().min(0).max(MOST_MS);
// PostgreSQL has no place for NUL.
const words = z.string().max(20_000).regex(/^[^\0]*$/, { error: 'has a NUL in it' });
const name = z.string().min(1).max(300).regex(/^[^\0]*$/, { error: 'has a NUL in it' });
const language = z.string().max(35).regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, { error: 'is not a language tag, such as fr' });

/** One thing to do; segments are named by their numbers. */
const CorrectionInput = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('set'), segment: number, text: words.exactOptional(), startMs: ms.exactOptional(), endMs: ms.exactOptional(),
    speaker: name.nullable().exactOptional(), language: language.nullable().exactOptional(),
  }),
  z.strictObject({
    do: z.literal('split'), segment: number,
    after: words.meta({ description: 'Words of the segment behind which it is cut; so many that they are there once.' }),
    atMs: ms.exactOptional().meta({ description: 'Left out: where the next word begins, else in proportion to the letters.' }),
  }),
  z.strictObject({ do: z.literal('join'), segments: z.array(number).min(2).max(50).meta({ description: 'Without others between them.' }) }),
  z.strictObject({ do: z.literal('remove'), segment: number }),
  z.strictObject({ do: z.literal('add'), startMs: ms, endMs: ms, text: words, speaker: name.nullable().exactOptional(), language: language.nullable().exactOptional() }),
]).meta({ id: 'Correction' });

/** Body of `PATCH /meetings/{slug}/texts/{channel}`. */
export const CorrectionBody = z.strictObject({
  version: z.int().min(0).meta({ description: 'Of the text that was read. Segments that others have changed since are not overwritten.' }),
  corrections: z.array(CorrectionInput).max(1000).exactOptional(),
  status: z.enum(TEXT_STATES).exactOptional(),
}).refine(({ corrections = [], status }) => corrections.length > 0 || status !== undefined, { error: 'names nothing to change' });

/** Body of `POST /meetings/{slug}/texts/{channel}/undo`. */
export const UndoBody = z.strictObject({
  change: number.exactOptional().meta({ description: 'Its number in the history; left out: the last one that still holds.' }),
});

/** Which text of a channel is meant. */
export const TextChoice = z.object({
  kind: z.enum(TEXT_KINDS).optional().describe('Left out: a transcript where there is one, else captions.'),
  language: z.string().max(35).optional().describe('Left out: that of the channel.'),
});

/** What the history can be asked. */
export const HistoryQuery = TextChoice.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.coerce.number().int().min(1).optional().describe('Only changes with a smaller number.'),
});
