import { writeJsonLines, writePlainText } from '@openfloor/words';
import type { FolderWords } from '#meetings/index.ts';
import type { KeptRecord } from '../record/record.domain.ts';
import type { TextStore } from '../text-store.ports.ts';
import type { ChannelText } from '../words.domain.ts';
import { openHoles } from '../correct/text-state.domain.ts';
import { PAST_FORMAT } from './past.schema.ts';

/** A text as a meeting folder holds it. */
export interface TextInFolder {
  readonly entry: FolderWords;
  /** By their paths in the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Writes a text with everything it has: its words as JSON lines, and beside them where it came from, its numbers and its history. The
 * words of an official record go as plain text, for people; all that it is stands in its history.
 */
export async function textToFolder(store: TextStore, record: KeptRecord | null, text: ChannelText, folder: string): Promise<TextInFolder> {
  const { channel, kind, language, status, version, provenance } = text;
  const [{ segments, source, outside, holes, nextId }, changes, formerSound] = await Promise.all([store.state(text.id), store.changes(text.id), store.formerSound(text.id)]);
  const name = `${folder}/${channel}.${kind}.${language}`;
  const file = `${name}.${record === null ? 'jsonl' : 'txt'}`;
  const history = `${name}.history.json`;
  const past = {
    format: PAST_FORMAT, version: 1, textVersion: version, nextId, provenance, source, ...(outside.length > 0 && { outside }), ...(holes.length > 0 && { holes }), ...(formerSound !== null && { formerSound }),
    segments: segments.map(({ id, edited, origins, confidence, unspoken }) => ({ id, edited, origins, confidence, unspoken })), changes,
    ...(record !== null && { record: { segments: segments.map(({ startMs, endMs, text: words, words: times, speaker, language: own }) => ({ startMs, endMs, text: words, words: times, speaker, language: own })), kept: record } }),
  };
  return {
    entry: { kind, channel: record === null ? channel : null, language, status, file, history },
    files: new Map([[file, record === null ? writeJsonLines(segments, { language, holes: openHoles(holes, segments) }) : writePlainText(segments)], [history, `${JSON.stringify(past, null, 1)}\n`]]),
  };
}
