/** The bytes of one piece that belong to an answer: from `from` up to, not with, `to`. */
export interface Slice {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
}

/** Bytes from `start` to `end`, both of them in it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a `Range` header asks of a file: one range, `whole` without the header or where it can't be read (RFC 9110 lets a
 * server ignore it), `unsatisfiable` where there is nothing of it in the file.
 */
export function readRange(header: string | null, bytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? 'unsatisfiable' : { start: bytes - length, end: bytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= bytes ? 'unsatisfiable' : { start, end };
}

/** Which parts of which pieces make up a range, in order. */
export function slicesOf(pieces: readonly number[], { start, end }: ByteRange): readonly Slice[] {
  const slices: Slice[] = [];
  let begin = 0;
  for (const [piece, size] of pieces.entries()) {
    const from = Math.max(start - begin, 0);
    const to = Math.min(end + 1 - begin, size);
    if (from < to) slices.push({ piece, from, to });
    begin += size;
  }
  return slices;
}
