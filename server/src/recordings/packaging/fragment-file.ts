import { open } from 'node:fs/promises';
import { indexFragments, type FragmentIndex } from '@openfloor/media';

/** Index of a fragmented MP4 file on disk; reads its headers only. */
export async function indexFile(path: string): Promise<FragmentIndex> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  return await indexFragments({
    size,
    async read(offset, length) {
      const bytes = new Uint8Array(Math.min(length, Math.max(0, size - offset)));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
      return bytes.subarray(0, bytesRead);
    },
  });
}
