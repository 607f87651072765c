import { z } from 'zod';
import { languageTag, MeetingDetail, MeetingSummary, ms } from './meeting.schema.ts';

const path = z.string().meta({ description: 'A path on this server.' });
const localized = MeetingDetail.shape.title;

/** A stretch of a meeting with a permanent address. */
export const Clip = z.object({
  id: z.string().nullable(),
  page: path.nullable().meta({ description: 'Its permanent address; it opens in the language of whoever follows it.' }),
  meeting: z.object({ id: z.uuid(), slug: z.string(), title: localized, body: z.object({ slug: z.string(), name: localized }).nullable(), starts: MeetingSummary.shape.starts, symbol: z.string().nullable() }),
  channel: z.object({ key: z.string(), role: z.string(), language: languageTag }),
  speaker: z.object({ slug: z.string(), name: localized, capacity: localized.nullable() }).nullable(),
  chosen: z.object({ startMs: ms, endMs: ms, createdAt: z.iso.datetime().nullable() }).meta({ description: 'As somebody chose it.' }),
  state: z.enum(['unchanged', 'moved', 'changed', 'gone']).meta({ description: 'What became of the words: as they were; as they were, at another time; said otherwise now; nowhere in the text.' }),
  startMs: ms.nullable().meta({ description: 'On the timeline of today; null when it was cut out of the recording.' }),
  endMs: ms.nullable(),
  quote: z.object({
    exact: z.string(), prefix: z.string(), suffix: z.string(), kind: z.enum(['captions', 'transcript', 'record']), language: languageTag,
  }).nullable().meta({ description: 'The words as they were cited (a TextQuoteSelector of Web Annotation); null where nothing is written.' }),
  text: z.string().nullable().meta({ description: 'The words as they stand now.' }),
  textStatus: z.enum(['machine', 'edited', 'final']).nullable(),
  files: z.object({ video: path, sound: path, citation: path, captions: z.object({ vtt: path, srt: path }).nullable() }).nullable(),
}).meta({ id: 'Clip' });

/** A file of a clip, or how far it is. */
export const ClipFileState = z.object({
  state: z.enum(['ready', 'making', 'failed']),
  done: z.number().min(0).max(1),
  address: path.nullable().meta({ description: 'Where the file is, once it is ready.' }),
  problem: z.string().nullable(),
}).meta({ id: 'ClipFileState' });
