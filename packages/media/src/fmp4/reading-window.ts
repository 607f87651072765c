import type { ByteReader } from './byte-reader.ports.ts';

// Measured: one read call costs about as much CPU as copying 100 KB. Fragments well below that are cheaper to read in a
// row (sound), while of larger ones (picture) only the header is fetched.
const DENSE_STEP = 64 * 1024;
const DENSE_WINDOW = 512 * 1024;
const SPARSE_WINDOW = 4 * 1024;

/** The stretch of a file that is in memory, moved forward by one read at a time. */
export class ReadingWindow {
  readonly #reader: ByteReader;
  #bytes: Uint8Array = new Uint8Array(0);
  #offset = 0;
  #largest = 0;

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  /** What is in memory; `at(offset)` says where in it a file offset lies. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Position in `bytes` of a file offset that `load` has brought in. */
  at(offset: number): number {
    return offset - this.#offset;
  }

  /**
   * Brings `length` bytes from `offset` on into memory.
   * @param step how far apart fragments lie, as seen so far
   * @returns how many of them the file really has
   */
  async load(offset: number, length: number, step: number): Promise<number> {
    const wanted = Math.min(length, this.#reader.size - offset);
    if (wanted <= 0) return 0;
    if (offset < this.#offset || offset + wanted > this.#offset + this.#bytes.length) {
      this.#largest = Math.max(this.#largest, length);
      const ahead = step < DENSE_STEP ? DENSE_WINDOW : Math.max(SPARSE_WINDOW, this.#largest * 2);
      const size = Math.min(Math.max(wanted, ahead), this.#reader.size - offset);
      this.#bytes = await this.#reader.read(offset, size);
      this.#offset = offset;
    }
    return Math.min(wanted, this.#offset + this.#bytes.length - offset);
  }
}
