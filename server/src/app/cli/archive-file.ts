import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { stat, truncate } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { AppError, isAppError } from '#platform/errors/index.ts';

/** The lines of an archive after a place; from the beginning without one. */
export type ReadArchive = (cursor: string | undefined) => AsyncIterable<string>;

/** What of a file that was begun before can stay. */
interface Begun {
  /** Up to the end of its last whole meeting. */
  readonly bytes: number;
  readonly cursor: string;
  readonly meetings: number;
}

/**
 * Writes an archive into a file, or goes on where a file that was begun before ends; tells how many meetings it then holds.
 * Throws `archive_there` for any other file, and `archive_broke_off` when the end has not come.
 */
export async function writeArchive(file: string, read: ReadArchive): Promise<number> {
  const begun = await readBegun(file);
  if (begun) await truncate(file, begun.bytes);
  const out = createWriteStream(file, { flags: begun ? 'a' : 'w' });
  let meetings = begun?.meetings ?? 0;
  let ended = false;
  // A file that goes on has its first line.
  let skip = begun ? 1 : 0;
  try {
    for await (const line of linesOf(read(begun?.cursor))) {
      if (skip-- > 0) continue;
      if (typeOf(line) === 'meeting') meetings += 1;
      ended = typeOf(line) === 'end';
      if (!out.write(`${line}\n`)) await once(out, 'drain');
    }
  } catch (error) {
    // What the server says is told; a line that broke shows in that the end is missing.
    if (isAppError(error)) throw error;
  } finally {
    out.end();
    await once(out, 'close');
  }
  if (!ended) throw new AppError('archive_broke_off', { file });
  return meetings;
}

/** Whole lines of a text that comes in pieces; what is left of one that broke is no line. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

// The type is the first thing in each line, and a line may be megabytes long.
const typeOf = (line: string): string | undefined => /^\{"type":"(\w+)"/.exec(line)?.[1];

/** Looks through a file for its last whole meeting; undefined where there is none, or no file. */
async function readBegun(file: string): Promise<Begun | undefined> {
  if (!await stat(file).catch(() => null)) return undefined;
  let begun: Begun | undefined;
  let [bytes, meetings] = [0, 0];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    bytes += Buffer.byteLength(line) + 1;
    const type = typeOf(line);
    if (bytes === Buffer.byteLength(line) + 1 && type !== 'archive') throw new AppError('archive_there', { file });
    if (type === 'end') throw new AppError('archive_there', { file });
    if (type === 'meeting') meetings += 1;
    if (type === 'cursor') begun = { bytes, meetings, cursor: (JSON.parse(line) as { cursor: string }).cursor };
  }
  return begun;
}
