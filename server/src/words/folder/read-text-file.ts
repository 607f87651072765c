import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { readWords, WordsRefused, type ReadWords } from '@openfloor/words';
import type { FolderWords } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { formatBytes } from '#platform/i18n/index.ts';
import type { NewText } from '../new-text.domain.ts';
import type { UntimedText } from '../words.domain.ts';
import type { Past } from './past.domain.ts';
import { parsePast } from './past.schema.ts';

// A day of captions in a wordy format has a tenth of it.
const MOST_BYTES = 64 * 1024 * 1024;

interface Place extends Pick<UntimedText, 'channel' | 'kind'> {
  /** Whether there is somebody to align a text without times. */
  readonly untimed: boolean;
}

/** Reads a text that a meeting folder names, with the history beside it. Throws `file_missing`, and `folder_invalid` for a file that holds no words; one that holds some without times is for the aligner, where there is one. */
export async function readTextFile(root: string, { file, language, status = 'edited', history }: FolderWords, { channel, kind, untimed }: Place): Promise<NewText> {
  const { segments, damage, passages, holes, format } = read(file, await bytesOf(root, file));
  const told = damage.map(({ line, says }) => (line === null ? says : `line ${line} ${says}`));
  const past = history === undefined ? undefined : await readPast(root, history);
  // WebVTT and the like without a single time are damaged, not meant so.
  if (untimed && segments.length === 0 && passages.length > 0 && format === 'plain') {
    const said = passages.map(({ text, speaker }) => ({ text, speaker }));
    return { kind, channel, language, status, segments, provenance: { file, damage: told }, untimed: { kind, channel, language, file, damage: told, passages: said } };
  }
  // A text of which people have removed everything is one all the same.
  if (segments.length === 0 && past == null) throw new AppError('folder_invalid', { file, problem: ['there are no words with times in it', ...told.slice(0, 1)].join(': ') });
  const problems = past === null ? [`has a history, ${history ?? ''}, that can't be read; the words are taken in without it`] : [];
  return {
    kind, channel, language, status, segments, ...(past && { past }), ...(holes.length > 0 && { holes }),
    provenance: { file, damage: [...told, ...problems], ...(passages.length > 0 && { untimed: passages }) },
  };
}

/** The history of a text, as an export writes it; null where the file isn't one. */
export const readPast = async (root: string, name: string): Promise<Past | null> => parsePast(new TextDecoder().decode(await bytesOf(root, name)));

function read(file: string, bytes: Uint8Array): ReadWords {
  try {
    return readWords(bytes, { name: file });
  } catch (error) {
    if (!(error instanceof WordsRefused)) throw error;
    throw new AppError('folder_invalid', { file, problem: `${error.line === null ? '' : `line ${error.line}: `}${error.message.replace(/\.$/, '')}` }, { cause: error });
  }
}

/** All of a file of the folder; throws `file_missing`, and `folder_invalid` where it is larger than words can be. */
export async function bytesOf(root: string, name: string): Promise<Uint8Array> {
  await using file = await open(join(root, name), 'r').catch((error: unknown) => { throw new AppError('file_missing', { file: name }, { cause: error }); });
  const { size } = await file.stat();
  if (size > MOST_BYTES) throw new AppError('folder_invalid', { file: name, problem: `it is ${formatBytes(size)} large; words take ${formatBytes(MOST_BYTES)} at most` });
  return await file.readFile();
}
