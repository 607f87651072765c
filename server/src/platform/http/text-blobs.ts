import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Context } from 'hono';
import type { BlobStore } from '#platform/blobs/index.ts';
import { compressed, encodingFor, type Bytes, type Encoding } from './content-encoding.ts';
import { matchesEtag } from './range.ts';
import { serveBlob } from './serve-blob.ts';

const MIB = 1024 * 1024;
/** A playlist of a whole day has less than 2 MB. */
const LARGEST = 8 * MIB;
/** Smaller ones fit into one packet as they are. */
const SMALLEST = 512;
const YEAR_SECONDS = 31_536_000;

/**
 * Serves blobs of text that never change (playlists, captions) in the form that the reader takes. Each is compressed once
 * and kept, what was asked for longest ago going first; ranges, and readers who take no form, get the plain bytes.
 */
export class TextBlobs {
  readonly #store: BlobStore;
  readonly #maxBytes: number;
  readonly #kept = new Map<string, Bytes>();
  readonly #making = new Map<string, Promise<Bytes | null>>();
  #bytes = 0;

  constructor({ store, maxBytes = 32 * MIB }: { readonly store: BlobStore; readonly maxBytes?: number }) {
    this.#store = store;
    this.#maxBytes = maxBytes;
  }

  /** Answers GET and HEAD; throws `not_found`. */
  async serve(c: Context, key: string, options: { readonly type: string; readonly downloadName?: string }): Promise<Response> {
    c.header('Vary', 'Accept-Encoding', { append: true });
    const encoding = c.req.header('Range') === undefined ? encodingFor(c.req.header('Accept-Encoding')) : null;
    const body = encoding === null ? null : await this.#form(key, encoding);
    if (encoding === null || body === null || options.downloadName !== undefined) return serveBlob(c, this.#store, key, { ...options, immutable: true });
    // Strong, and another than that of the plain bytes: a range of one form must never go on in another.
    const etag = `"${createHash('sha256').update(`${key} ${encoding}`).digest('base64url').slice(0, 22)}"`;
    c.header('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('ETag', etag);
    if (matchesEtag(c.req.header('If-None-Match'), etag)) return c.body(null, 304);
    c.header('Content-Type', options.type);
    c.header('Content-Encoding', encoding);
    c.header('Content-Length', String(body.length));
    return c.req.method === 'HEAD' ? c.body(null) : c.body(body);
  }

  /** Null where the plain bytes serve better. */
  async #form(key: string, encoding: Encoding): Promise<Bytes | null> {
    // A file that has been removed is not served from memory.
    const size = await this.#store.size(key);
    if (size === undefined || size < SMALLEST || size > LARGEST) return null;
    const name = `${encoding} ${key}`;
    const found = this.#kept.get(name);
    if (found) {
      this.#kept.delete(name);
      this.#kept.set(name, found);
      return found;
    }
    const making = this.#making.get(name) ?? this.#make(key, name, encoding).finally(() => this.#making.delete(name));
    this.#making.set(name, making);
    return making;
  }

  async #make(key: string, name: string, encoding: Encoding): Promise<Bytes> {
    const { stream } = await this.#store.open(key);
    const form = await compressed(await buffer(stream), encoding, 'small');
    this.#kept.set(name, form);
    this.#bytes += form.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
    return form;
  }
}
