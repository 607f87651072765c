import { z } from 'zod';

const key = z.string().min(1).max(100);
const ms = z.int().min(0).max(24 * 3_600_000);

/** Body of `POST /api/v1/meetings/{slug}/clips`. */
export const ClipBody = z.strictObject({
  channel: key.meta({ description: 'Key of the channel that is cited.' }),
  startMs: ms, endMs: ms,
  record: z.boolean().default(false).meta({ description: 'Cite the official record in the channel’s language instead of what is said.' }),
});

const keys = z.string().max(210).transform((text) => text.split(',').filter((one) => one !== '')).pipe(z.array(key).max(2));

/** What a file of a clip can be asked to be. */
export const ClipFileQuery = z.object({
  ch: key.optional().meta({ description: 'Key of the channel that is heard; left out: the clip’s own.' }),
  captions: keys.optional().meta({ description: 'Keys of one or two channels whose captions it has, with a comma between.' }),
  burnt: z.enum(['0', '1']).default('0').meta({ description: '1: captions are drawn into the picture.' }),
  picture: z.string().max(20).optional().meta({ description: 'Height of the picture, as 720p; left out: the best of at most 720 lines.' }),
});

/** The same, with the form of the file. */
export const ClipFileStateQuery = ClipFileQuery.extend({ form: z.enum(['mp4', 'm4a']).default('mp4') });

/** In which form captions are wanted. */
export const ClipCaptionsQuery = z.object({ format: z.enum(['vtt', 'srt']).default('vtt') });

/** In which language of the pages a citation is wanted. */
export const ClipTextQuery = z.object({ lang: z.enum(['ar', 'zh', 'en', 'fr', 'ru', 'es']).default('en') });
