import { z } from 'zod';
import { languageTag, ms } from './meeting.schema.ts';

const Word = z.object({ startMs: ms, endMs: ms, text: z.string(), confidence: z.number().min(0).max(1).nullable() });

const Segment = z.object({
  startMs: ms, endMs: ms, text: z.string(),
  words: z.array(Word).nullable().meta({ description: 'Where the words have times of their own.' }),
  speaker: z.string().nullable().meta({ description: 'As the source names the person.' }),
  language: languageTag.nullable().meta({ description: 'Where it is not that of the text.' }),
}).meta({ id: 'Segment', description: 'A sentence or a caption.' });

const FileProvenance = z.object({ file: z.string(), damage: z.array(z.string()).meta({ description: 'What was mended while the file was read.' }) });
const MachineProvenance = z.object({
  engine: z.string(), model: z.string(),
  hints: z.int().meta({ description: 'How many names and terms the model was told to expect.' }),
  notes: z.array(z.string()).meta({ description: 'What readers ought to know.' }),
}).meta({ description: 'What made it out of the sound.' });

/** What is said in a channel. */
export const ChannelText = z.object({
  id: z.uuid(), meetingId: z.uuid(),
  kind: z.enum(['captions', 'transcript', 'record']).meta({ description: '`record` is the official record: edited, and translated where another language was spoken.' }),
  channel: z.string().meta({ description: 'Key of the channel.' }),
  language: languageTag,
  status: z.enum(['machine', 'edited', 'final']),
  provenance: z.union([FileProvenance, MachineProvenance]).nullable(),
  version: z.int(),
}).meta({ id: 'ChannelText' });

/** What of a channel is shown as captions. */
export const CaptionTrack = ChannelText.pick({ channel: true, language: true, kind: true, status: true }).extend({
  hls: z.string().meta({ description: 'Its HLS playlist, a path on this server; the segments are WebVTT.' }),
}).meta({ id: 'CaptionTrack', description: 'What of a channel is shown over the picture, one for each language.' });

const confidence = z.number().min(0).max(1);
const doubtful = z.boolean().meta({ description: 'The time may be wrong by more than ten seconds.' });
const offset = z.int().min(0).meta({ description: 'UTF-16, in the text of the file.' });

const TextSegment = Segment.extend({
  turn: z.int().nullable().meta({ description: 'Index in the turns of the record.' }), paragraph: z.int().nullable(), confidence: confidence.nullable(), doubtful: doubtful.nullable(),
}).partial({ turn: true, paragraph: true, confidence: true, doubtful: true });

const OfficialRecord = z.object({
  turns: z.array(z.object({
    speaker: z.string(), chair: z.boolean(), capacity: z.string().nullable(), spoken: languageTag.nullable().meta({ description: 'The language that was spoken.' }),
    from: offset, startMs: ms, confidence, doubtful,
  })),
  stages: z.array(z.object({ text: z.string(), from: offset, to: offset, afterTurns: z.int() })).meta({ description: 'What happened: votes, the opening, the end.' }),
  removed: z.array(z.object({
    why: z.enum(['front matter', 'running head', 'page number', 'footnote', 'frame']), text: z.string(), line: z.int(), endLine: z.int(), from: offset, to: offset,
  })).meta({ description: 'What the file holds besides.' }),
  placedBy: z.enum(['words', 'interventions and pauses', 'length']),
}).meta({ id: 'OfficialRecord' });

/** The same with all its segments. */
export const ReadableText = ChannelText.extend({ segments: z.array(TextSegment), record: OfficialRecord.optional() }).meta({ id: 'ReadableText' });
