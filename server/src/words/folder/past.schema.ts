import { z } from 'zod';
import type { Past } from './past.domain.ts';

/** The name of the form, as `format` in the file. */
export const PAST_FORMAT = 'openfloor-text-history';

const ms = z.int().min(0);
const edited = z.array(z.enum(['text', 'times', 'speaker', 'language']));
const origins = z.array(z.int().min(0));
const number = z.int().min(1);
const confidence = z.number().min(0).max(1).nullable();
// On the own time of a file that begins later something may be said before its zero.
const fileMs = z.int();
const word = z.object({ startMs: ms, endMs: ms, text: z.string(), confidence: z.number().nullable() });
const source = z.array(z.object({ startMs: fileMs, endMs: fileMs, text: z.string(), file: z.string().exactOptional() }));
const segment = z.object({
  id: number, startMs: ms, endMs: ms, text: z.string(), words: z.array(word).nullable(), speaker: z.string().nullable(), language: z.string().nullable(), edited, origins, confidence, unspoken: z.boolean(),
});
const outside = z.array(segment.extend({
  startMs: fileMs, endMs: fileMs, words: z.array(word.extend({ startMs: fileMs, endMs: fileMs })).nullable(), file: z.string(), rest: z.boolean().exactOptional(),
}));
const holes = z.array(z.object({ startMs: fileMs, endMs: fileMs, file: z.string().exactOptional() }));
const layout = z.array(z.object({ file: z.string(), pieces: z.array(z.object({ fileStart: fileMs, fileEnd: fileMs.nullable(), meetingStart: ms })) }));
const part = z.object({
  segments: z.array(segment), status: z.enum(['machine', 'edited', 'final']).exactOptional(), source: source.exactOptional(), outside: outside.exactOptional(),
  holes: holes.exactOptional(),
  move: z.object({ from: layout, to: layout }).exactOptional(),
});
const sureness = { confidence: z.number().min(0).max(1), doubtful: z.boolean() };
const offset = z.int().min(0);
const span = z.object({ startMs: ms, endMs: ms });
const coming = segment.pick({ startMs: true, endMs: true, text: true, words: true, speaker: true, language: true });
const keptRecord = z.object({
  turns: z.array(z.object({ speaker: z.string(), chair: z.boolean(), capacity: z.string().nullable(), spoken: z.string().nullable(), from: offset, startMs: ms, ...sureness })),
  sentences: z.array(z.object({ turn: offset, paragraph: offset, text: z.string(), from: offset, to: offset, ...sureness })),
  stages: z.array(z.object({ text: z.string(), from: offset, to: offset, afterTurns: offset })),
  removed: z.array(z.object({ why: z.enum(['front matter', 'running head', 'page number', 'footnote', 'frame']), text: z.string(), line: z.int(), endLine: z.int(), from: offset, to: offset })),
  placedBy: z.enum(['words', 'interventions and pauses', 'length']),
  clues: z.object({ durationMs: ms, interventions: z.array(z.object({ startMs: ms, names: z.array(z.string()), language: z.string().exactOptional() })), speech: z.array(span).exactOptional() }),
});
const untimed = z.array(z.object({ line: z.int().nullable(), text: z.string(), speaker: z.string().nullable() }));

/** What an exported text brings along beside its words: where it came from, its numbers, and its history. */
const PastFile = z.object({
  format: z.literal(PAST_FORMAT),
  version: z.literal(1),
  textVersion: number,
  nextId: number,
  provenance: z.union([
    z.object({ file: z.string(), damage: z.array(z.string()), untimed: untimed.exactOptional() }),
    z.object({ engine: z.string(), model: z.string(), hints: z.int(), notes: z.array(z.string()) }),
  ]).nullable(),
  source,
  outside: outside.exactOptional(),
  holes: holes.exactOptional(),
  formerSound: z.string().exactOptional(),
  segments: z.array(z.object({ id: number, edited, origins, confidence, unspoken: z.boolean() })),
  record: z.object({ segments: z.array(coming), kept: keptRecord }).exactOptional(),
  changes: z.array(z.object({
    number, version: number, at: z.iso.datetime(), by: z.string(), deed: z.enum(['create', 'import', 'align', 'correct', 'undo', 'move']),
    before: part, after: part, undoes: number.nullable(), undoneBy: number.nullable(),
  })),
});

/** Reads the history of a text from its file; null where it isn't one. */
export function parsePast(json: string): Past | null {
  try {
    const { format: _format, version: _version, ...past } = PastFile.parse(JSON.parse(json));
    return past;
  } catch {
    return null;
  }
}
