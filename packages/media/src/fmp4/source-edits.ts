import { boxHeader, boxesIn, type Box } from './boxes.ts';
import type { ByteReader } from './byte-reader.ports.ts';
import { editEntries } from './moov.ts';

// Headers of recordings of a day stay far below; a larger one isn't worth the memory.
const MOST_BYTES = 128 * 1024 * 1024;
const LONGEST_HEADER = 16;
// Top-level boxes: a fragmented file has two a fragment, and its header comes before them.
const MOST_BOXES = 10_000;

/**
 * How many stretches of its media each track of an MP4 or MOV file shows, in the order of the tracks: 1 as a rule; more
 * after an editor cut something out of the middle without writing the media anew. Empty where the file has no header
 * that can be read.
 */
export async function editsOfTracks(reader: ByteReader): Promise<number[]> {
  const moov = await findMoov(reader);
  if (!moov) return [];
  const bytes = (await reader.read(moov.offset, moov.size)).slice();
  try {
    const [box] = [...boxesIn(bytes, 0, bytes.length)];
    return box ? [...boxesIn(bytes, box.body, box.end)].filter(({ type }) => type === 'trak').map((trak) => edits(bytes, trak)) : [];
  } catch {
    // Whoever plays the file decides what becomes of a broken header; the edits are told where they can be.
    return [];
  }
}

const edits = (bytes: Uint8Array, trak: Box): number => Math.max(1, editEntries(bytes, trak).filter(({ mediaTime }) => mediaTime >= 0).length);

async function findMoov(reader: ByteReader): Promise<{ readonly offset: number; readonly size: number } | undefined> {
  let offset = 0;
  for (let n = 0; n < MOST_BOXES && offset + 8 <= reader.size; n += 1) {
    const head = boxHeader(await reader.read(offset, LONGEST_HEADER), 0);
    if (!head) return undefined;
    const size = head.size === 0 ? reader.size - offset : head.size;
    if (size < head.header) return undefined;
    if (head.type === 'moov') return size <= MOST_BYTES && offset + size <= reader.size ? { offset, size } : undefined;
    offset += size;
  }
  return undefined;
}
