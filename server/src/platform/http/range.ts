export type Range = { readonly start: number; readonly end: number };

/**
 * The one byte range a request asks for (RFC 9110 section 14): `none` when there is no range to
 * honour (absent, not understood, or several, all of which may be answered by the whole file),
 * `unsatisfiable` when it lies beyond the end.
 */
export function rangeOf(header: string | undefined, size: number): Range | 'none' | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (match === null) return 'none';
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return 'none';
  if (first === '') {
    // The last so many bytes; of an empty file there are none.
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return 'none';
  return start >= size ? 'unsatisfiable' : { start, end };
}

/** Whether an `If-None-Match` names this ETag; weakly compared, as RFC 9110 asks. */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((given) => given.trim().replace(/^W\//, '') === etag);
}
