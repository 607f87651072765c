import { open, type FileHandle } from 'node:fs/promises';
import { fragmentsBetween, readSamples, sampleEntryOf, type FragmentIndex, type Sample } from '@openfloor/media';
import { indexFile } from '../packaging/fragment-file.ts';

/** Indexes that are kept: of as many files as a few people cut clips from. Media files never change. */
const MOST_INDEXES = 24;
const indexes = new Map<string, Promise<FragmentIndex>>();

/** One media file of a recording, open to be cut. */
export class ClipSource implements AsyncDisposable {
  readonly path: string;
  readonly index: FragmentIndex;
  readonly #file: FileHandle;

  private constructor(path: string, index: FragmentIndex, file: FileHandle) {
    this.path = path;
    this.index = index;
    this.#file = file;
  }

  static async open(path: string): Promise<ClipSource> {
    const index = await indexOf(path);
    return new ClipSource(path, index, await open(path, 'r'));
  }

  /** So many bytes from a place on; fewer only where the file ends. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    const buffer = new Uint8Array(length);
    const { bytesRead } = await this.#file.read(buffer, 0, length, offset);
    return buffer.subarray(0, bytesRead);
  }

  /** How its frames are coded. */
  async entry(): Promise<Uint8Array> {
    return sampleEntryOf(await this.init());
  }

  /** The header of the file. */
  async init(): Promise<Uint8Array> {
    return this.read(this.index.init.offset, this.index.init.length);
  }

  /** The frames around a stretch, and the bytes of the fragments that hold them. */
  async between(fromTicks: number, toTicks: number): Promise<{ readonly samples: readonly Sample[]; readonly first: number; readonly end: number }> {
    const [first, end] = fragmentsBetween(this.index, fromTicks, toTicks);
    const samples = await readSamples({ size: Infinity, read: (offset, length) => this.read(offset, length) }, this.index, first, end);
    return { samples, first, end };
  }

  /** Copies fragments with the header before them into a file of its own; what encodes them then reads nothing else. */
  async extract(first: number, end: number, target: string): Promise<void> {
    await using out = await open(target, 'w');
    await out.write(await this.init());
    const { offset, length } = this.index.fragments;
    for (let n = first; n < end; n += 1) await out.write(await this.read(offset[n] ?? 0, length[n] ?? 0));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
  }
}

async function indexOf(path: string): Promise<FragmentIndex> {
  const known = indexes.get(path);
  if (known) return known;
  const reading = indexFile(path);
  indexes.set(path, reading);
  reading.catch(() => indexes.delete(path));
  const [oldest] = indexes.keys();
  if (indexes.size > MOST_INDEXES && oldest !== undefined) indexes.delete(oldest);
  return reading;
}
