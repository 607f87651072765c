import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * `quick` for what is made while somebody waits, `small` for what is made once: brotli 5 and 9 of 11, of which the last
 * two steps take ten times the time for one per cent.
 */
export type Effort = 'quick' | 'small';

const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** The bytes in another form that says the same. */
export async function compressed(plain: Uint8Array, encoding: Encoding, effort: Effort): Promise<Bytes> {
  if (encoding === 'gzip') return pack.gzip(plain);
  return pack.br(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: effort === 'quick' ? 5 : 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } });
}

/** The best form that the reader takes (`Accept-Encoding`); null where there is none, or it says so with `q=0`. */
export function encodingFor(header: string | undefined): Encoding | null {
  const wanted = (header ?? '').toLowerCase().split(',').map((one) => one.trim());
  const takes = (name: string): boolean => wanted.some((one) => one === name || (one.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(one)));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null;
}
