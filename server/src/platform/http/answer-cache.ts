import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { compressed, encodingFor, type Bytes, type Encoding } from './content-encoding.ts';
import { matchesEtag } from './range.ts';

export interface AnswerCacheOptions {
  /** Changes whenever anything that an answer is made of may have changed; where it has a `forget`, that is called after a change made here. */
  readonly version: (() => Promise<string>) & { readonly forget?: () => void };
  /** Of all that is kept; default 64 MiB. */
  readonly maxBytes?: number;
  /** Milliseconds of a clock that never goes back; for tests. */
  readonly now?: () => number;
}

interface Answer {
  readonly version: string;
  readonly keptAt: number;
  readonly plain: Bytes;
  readonly tag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly encoded: Map<Encoding, Promise<Bytes>>;
}

const KEPT_TYPES = /^(text\/(html|vtt)|application\/(([\w.-]+\+)?(json|xml)|vnd\.apple\.mpegurl))\b/;
/** What an answer says of the time (today's date, what comes next) is never older. */
const OLDEST_MS = 60_000;
/** Compressed forms come on top of the plain one. */
const SHARE_OF_FORMS = 1.5;
const MIB = 1024 * 1024;

/**
 * Keeps answers to GET that are the same for everybody (HTML, JSON, XML, playlists, captions), each in the forms that readers take, until the
 * version changes. Several who ask for the same at once wait for one making.
 * Cookies are never kept; whoever shows a token is answered anew.
 */
export function answerCache(options: AnswerCacheOptions): MiddlewareHandler {
  const { version: versionNow, maxBytes = 64 * MIB, now = () => performance.now() } = options;
  const kept = new Map<string, Answer>();
  const making = new Map<string, Promise<unknown>>();
  let bytes = 0;

  const forget = (key: string): void => {
    bytes -= (kept.get(key)?.plain.length ?? 0) * SHARE_OF_FORMS;
    kept.delete(key);
  };
  const find = (key: string, version: string): Answer | undefined => {
    const found = kept.get(key);
    if (found?.version === version && now() - found.keptAt < OLDEST_MS) return found;
    if (found) forget(key);
    return undefined;
  };
  const keep = (key: string, answer: Answer): void => {
    forget(key);
    kept.set(key, answer);
    bytes += answer.plain.length * SHARE_OF_FORMS;
    for (const oldest of kept.keys()) {
      if (bytes <= maxBytes) return;
      forget(oldest);
    }
  };

  return async (c, next) => {
    if (c.req.method !== 'GET') {
      await next();
      // Whoever has just changed something sees it at once.
      versionNow.forget?.();
      return undefined;
    }
    if (c.req.header('Authorization') !== undefined) return next();
    const key = c.req.url;
    // Asked before the answer is made: what changes meanwhile makes a later version, and the answer is made again.
    const version = await versionNow().catch(() => null);
    // Without a database some pages can still be made; those that can't say why.
    if (version === null) return next();
    let found = find(key, version);
    if (!found && making.has(key)) {
      await making.get(key);
      found = find(key, version);
    }
    if (found) {
      const { body, headers } = await formFor(c, found);
      return body === null ? c.body(null, 304, headers) : c.body(body, 200, headers);
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    making.set(key, promise);
    try {
      await next();
      if (c.res.status !== 200 || !KEPT_TYPES.test(c.res.headers.get('Content-Type') ?? '') || c.res.headers.has('Content-Disposition') || c.res.headers.get('Cache-Control') === 'no-store') return undefined;
      const answer = await read(c.res, version, now());
      keep(key, answer);
      const { status, body, headers } = await formFor(c, answer);
      const sent = new Headers(headers);
      for (const cookie of c.res.headers.getSetCookie()) sent.append('Set-Cookie', cookie);
      c.res = undefined;
      c.res = new Response(body, { status, headers: sent });
      return undefined;
    } finally {
      making.delete(key);
      resolve();
    }
  };
}

async function read(response: Response, version: string, keptAt: number): Promise<Answer> {
  const plain = new Uint8Array(await response.arrayBuffer());
  const own = [...response.headers].filter(([name]) => !['set-cookie', 'content-length', 'content-encoding', 'etag'].includes(name));
  // Weak: the forms differ in their bytes and say the same.
  const tag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { version, keptAt, plain, tag, headers: Object.fromEntries(own), encoded: new Map() };
}

interface Form {
  readonly status: 200 | 304;
  readonly body: Bytes | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** What this reader gets of an answer: nothing when he has it, else the form that he takes. */
async function formFor(c: Context, { plain, tag, headers: own, encoded }: Answer): Promise<Form> {
  const { 'content-type': type = '', vary, ...rest } = own;
  const headers = { ...rest, ETag: tag, Vary: vary === undefined ? 'Accept-Encoding' : `${vary}, Accept-Encoding` };
  if (matchesEtag(c.req.header('If-None-Match'), tag.slice(2))) return { status: 304, body: null, headers };
  const encoding = encodingFor(c.req.header('Accept-Encoding'));
  if (encoding === null) return { status: 200, body: plain, headers: { ...headers, 'Content-Type': type } };
  let body = encoded.get(encoding);
  if (!body) {
    body = compressed(plain, encoding, 'quick');
    encoded.set(encoding, body);
  }
  return { status: 200, body: await body, headers: { ...headers, 'Content-Type': type, 'Content-Encoding': encoding } };
}
