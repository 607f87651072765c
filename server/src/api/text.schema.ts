import { z } from 'zod';
import { languageTag, ms } from './meeting.schema.ts';

const Word = z.object({ startMs: ms, endMs: ms, text: z.string(), confidence: z.number().min(0).max(1).nullable() });

const Segment = z.object({
  startMs: ms, endMs: ms, text: z.string(),
  words: z.array(Word).nullable().meta({ description: 'Where the words have times of their own.' }),
  speaker: z.string().nullable().meta({ description: 'As the source names the person.' }),
  language: languageTag.nullable().meta({ description: 'Where it is not that of the text.' }),
}).meta({ id: 'Segment', description: 'A sentence or a caption.' });

/** What is said in a channel. */
export const ChannelText = z.object({
  id: z.uuid(), meetingId: z.uuid(),
  kind: z.enum(['captions', 'transcript']),
  channel: z.string().meta({ description: 'Key of the channel.' }),
  language: languageTag,
  status: z.enum(['machine', 'edited', 'final']),
  provenance: z.object({ file: z.string(), damage: z.array(z.string()).meta({ description: 'What was mended while the file was read.' }) }).nullable(),
  version: z.int(),
}).meta({ id: 'ChannelText' });

/** What of a channel is shown as captions. */
export const CaptionTrack = ChannelText.pick({ channel: true, language: true, kind: true, status: true }).extend({
  hls: z.string().meta({ description: 'Its HLS playlist, a path on this server; the segments are WebVTT.' }),
}).meta({ id: 'CaptionTrack', description: 'What of a channel is shown over the picture, one for each language.' });

/** The same with all its segments. */
export const ReadableText = ChannelText.extend({ segments: z.array(Segment) }).meta({ id: 'ReadableText' });
