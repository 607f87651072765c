import { writeJsonLines } from '@openfloor/words';
import type { FolderWords } from '#meetings/index.ts';
import type { TextStore } from '../text-store.ports.ts';
import type { ChannelText } from '../words.domain.ts';
import { PAST_FORMAT } from './past.schema.ts';

/** A text as a meeting folder holds it. */
export interface TextInFolder {
  readonly entry: FolderWords;
  /** By their paths in the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** Writes a text with everything it has: its words as JSON lines, and beside them where it came from, its numbers and its history. */
export async function textToFolder(store: TextStore, text: ChannelText, folder: string): Promise<TextInFolder> {
  const { channel, kind, language, status, version, provenance } = text;
  const [locked, changes] = await Promise.all([store.state(text.id), store.changes(text.id)]);
  const { segments, source, nextId } = locked;
  const name = `${folder}/${channel}.${kind}.${language}`;
  const past = {
    format: PAST_FORMAT, version: 1, textVersion: version, nextId, provenance, source,
    segments: segments.map(({ id, edited, origins, confidence, unspoken }) => ({ id, edited, origins, confidence, unspoken })), changes,
  };
  return {
    entry: { kind, channel, language, status, file: `${name}.jsonl`, history: `${name}.history.json` },
    files: new Map([[`${name}.jsonl`, writeJsonLines(segments, { language })], [`${name}.history.json`, `${JSON.stringify(past, null, 1)}\n`]]),
  };
}
