import { createReadStream } from 'node:fs';
import { measureCommand } from './bare.ts';

/** Brings the disk into the same state before each of two things that are compared: a file read once, nothing left to write. */
export async function levelDisk(file: string): Promise<void> {
  const reading = createReadStream(file, { highWaterMark: 4 << 20 });
  let bytes = 0;
  for await (const piece of reading) bytes += (piece as Buffer).length;
  if (bytes === 0) throw new Error(`${file} is empty`);
  await measureCommand('sync', [], '/');
}
