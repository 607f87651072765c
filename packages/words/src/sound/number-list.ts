/** Numbers in one block of memory that grows: an array of objects would take ten times as much for hours of sound. */
export class NumberList {
  #values = new Float32Array(1 << 14);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      // What was there is taken along, so that it isn't held twice.
      this.#values = new Float32Array(this.#values.buffer.transfer(Float32Array.BYTES_PER_ELEMENT * (this.#length + Math.max(1 << 14, this.#length >> 1))));
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The numbers so far, without a copy: valid until the next is pushed, which is the first of new ones. */
  take(): Float32Array {
    const all = this.#values.subarray(0, this.#length);
    this.#length = 0;
    return all;
  }
}

/** Whole numbers from 0 to 255, in the same way. */
export class ByteList {
  #values = new Uint8Array(1 << 14);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      this.#values = new Uint8Array(this.#values.buffer.transfer(this.#length + Math.max(1 << 14, this.#length >> 1)));
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The numbers so far, in the same way. */
  take(): Uint8Array {
    const all = this.#values.subarray(0, this.#length);
    this.#length = 0;
    return all;
  }
}
