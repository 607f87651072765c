import { z } from 'zod';
import { languageTag, ms } from './meeting.schema.ts';

const Word = z.object({ startMs: ms, endMs: ms, text: z.string(), confidence: z.number().min(0).max(1).nullable() });

const Segment = z.object({
  id: z.int().meta({ description: 'Its number in the text; it stays whatever is corrected.' }),
  startMs: ms, endMs: ms, text: z.string(),
  words: z.array(Word).nullable().meta({ description: 'Where the words have times of their own.' }),
  speaker: z.string().nullable().meta({ description: 'As the source names the person.' }),
  language: languageTag.nullable().meta({ description: 'Where it is not that of the text.' }),
  edited: z.array(z.enum(['text', 'times', 'speaker', 'language'])).meta({ description: 'What people have set; it stays when a machine’s text comes in anew.' }),
  confidence: z.number().min(0).max(1).nullable().meta({ description: 'How sure an aligner is that this is said at this time; null where nobody says.' }),
  unspoken: z.boolean().meta({ description: 'It stands in the text and is not heard in the channel.' }),
}).meta({ id: 'Segment', description: 'A sentence or a caption.' });

const FileProvenance = z.object({
  file: z.string(), damage: z.array(z.string()).meta({ description: 'What was mended while the file was read.' }),
  untimed: z.array(z.object({ line: z.int().nullable(), text: z.string(), speaker: z.string().nullable() })).optional().meta({ description: 'What the file says without times.' }),
});
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
  formerSound: z.boolean().meta({ description: 'It was made for a recording of the channel that another has taken the place of: words and times may not fit.' }),
}).meta({ id: 'ChannelText' });

/** What of a channel is shown as captions. */
export const CaptionTrack = ChannelText.pick({ channel: true, language: true, kind: true, status: true }).extend({
  hls: z.string().meta({ description: 'Its HLS playlist, a path on this server; the segments are WebVTT.' }),
}).meta({ id: 'CaptionTrack', description: 'What of a channel is shown over the picture, one for each language.' });

const confidence = z.number().min(0).max(1);
const doubtful = z.boolean().meta({ description: 'The time may be wrong by more than ten seconds.' });
const offset = z.int().min(0).meta({ description: 'UTF-16, in the text of the file.' });

const TextSegment = Segment.extend({
  turn: z.int().nullable().meta({ description: 'Index in the turns of the record.' }), paragraph: z.int().nullable(), doubtful: doubtful.nullable(),
}).partial({ turn: true, paragraph: true, doubtful: true });

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
export const ReadableText = ChannelText.extend({
  segments: z.array(TextSegment),
  holes: z.array(z.object({ startMs: ms, endMs: ms })).meta({ description: 'Where somebody speaks in the channel and the text has nothing, as an aligner has found it.' }),
  record: OfficialRecord.optional(),
}).meta({ id: 'ReadableText' });

const Part = z.object({ status: ChannelText.shape.status.optional(), segments: z.array(Segment) });

/** A step in the history of a text. */
export const TextChange = z.object({
  number: z.int(),
  version: z.int().meta({ description: 'Of the text, once this was done.' }),
  at: z.iso.datetime(),
  by: z.string(),
  deed: z.enum(['create', 'import', 'align', 'correct', 'undo', 'move']),
  segments: z.int().meta({ description: 'How many it changed.' }),
  before: Part, after: Part,
  undoes: z.int().nullable(),
  undoneBy: z.int().nullable(),
}).meta({ id: 'TextChange' });

/** What became of a text of a meeting folder. */
export const BroughtIn = ChannelText.pick({ kind: true, channel: true, language: true }).extend({
  file: z.string(),
  damage: z.array(z.string()).meta({ description: 'What was mended or left while the file was read.' }),
  kept: z.int().meta({ description: 'How many segments stay as people have set them.' }),
  final: z.boolean().meta({ description: 'The meeting has this text as final, and the file says something else: nothing of it was taken.' }),
}).meta({ id: 'BroughtIn' });
