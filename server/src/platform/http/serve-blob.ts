import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { BlobStore } from '#platform/blobs/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { ServeBlobOptions } from './http.ports.ts';
import { matchesEtag, rangeOf } from './range.ts';

const YEAR_SECONDS = 31_536_000;

/**
 * Answers GET and HEAD with a blob: whole, one byte range of it (206, 416), or "not changed" (304).
 * Throws `not_found`. Bytes go out as the viewer takes them; nothing of a file is kept in memory.
 */
export async function serveBlob(c: Context, store: BlobStore, key: string, options: ServeBlobOptions): Promise<Response> {
  const size = await store.size(key);
  if (size === undefined) throw new AppError('not_found', { what: 'file', id: key });
  // A key that never gets other bytes is itself the version. Others have none that we could promise.
  const version = options.version ?? (options.immutable ? key : undefined);
  const etag = version === undefined ? undefined : `"${createHash('sha256').update(`${version} ${size}`).digest('base64url').slice(0, 22)}"`;
  if (options.sentBy !== undefined) return handedOn(c, options, options.sentBy);
  c.header('Accept-Ranges', 'bytes');
  c.header('Cache-Control', cacheControl(options));
  c.header('X-Content-Type-Options', 'nosniff');
  if (etag !== undefined) {
    c.header('ETag', etag);
    if (matchesEtag(c.req.header('If-None-Match'), etag)) return c.body(null, 304);
  }
  c.header('Content-Type', options.type);
  if (options.downloadName !== undefined) c.header('Content-Disposition', disposition(options.downloadName));

  const range = wantsRange(c, etag) ? rangeOf(c.req.header('Range'), size) : 'none';
  if (range === 'unsatisfiable') {
    c.header('Content-Range', `bytes */${size}`);
    return c.body(null, 416);
  }
  const part = range === 'none' ? { start: 0, end: size - 1 } : range;
  c.header('Content-Length', String(part.end - part.start + 1));
  if (range !== 'none') c.header('Content-Range', `bytes ${part.start}-${part.end}/${size}`);
  const status = range === 'none' ? 200 : 206;
  if (c.req.method === 'HEAD' || size === 0) return c.body(null, status);
  const { stream } = await store.open(key, part);
  return c.body(toWeb(stream), status);
}

const cacheControl = ({ immutable }: ServeBlobOptions): string => (immutable ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');

/** Only what nginx takes over from our answer; it knows the file's size, time and ETag by itself. */
function handedOn(c: Context, options: ServeBlobOptions, address: string): Response {
  return c.body(null, 200, {
    'X-Accel-Redirect': address, 'Content-Type': options.type, 'Cache-Control': cacheControl(options),
    ...(options.downloadName !== undefined && { 'Content-Disposition': disposition(options.downloadName) }),
  });
}

/** Ranges are for GET only, and after `If-Range` only when it names what we have. */
function wantsRange(c: Context, etag: string | undefined): boolean {
  const condition = c.req.header('If-Range');
  return c.req.method === 'GET' && (condition === undefined || condition.trim() === etag);
}

/** RFC 6266: a name any program can read, and the real one. */
function disposition(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

// Reads on only when the viewer has taken what there was, and closes the file when the viewer goes.
function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  const chunks = stream.iterator() as AsyncIterator<Buffer, undefined>;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void stream.destroy(),
  }, { highWaterMark: 0 });
}
