import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { matchesEtag } from './range.ts';

const JSON_TYPE = /^application\/([\w.-]+\+)?json/;

/**
 * Gives JSON answers to GET an ETag of what they say, and answers "not changed" to those who have it. Answers for whoever
 * showed a token are nobody else's: they are never kept.
 */
export const jsonEtag: MiddlewareHandler = async (c, next) => {
  await next();
  const known = c.req.header('Authorization') !== undefined;
  if (c.req.method !== 'GET' || c.res.status !== 200 || !JSON_TYPE.test(c.res.headers.get('Content-Type') ?? '') || c.res.headers.has('Content-Disposition')) return;
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', known ? 'private, no-store' : 'no-cache');
  c.header('Vary', 'Authorization', { append: true });
  if (c.res.headers.has('ETag') || known) return;
  const body = Buffer.from(await c.res.arrayBuffer());
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = new Headers(c.res.headers);
  headers.set('ETag', tag);
  const same = matchesEtag(c.req.header('If-None-Match'), tag);
  if (same) ['Content-Type', 'Content-Length'].forEach((name) => headers.delete(name));
  c.res = undefined;
  c.res = same ? new Response(null, { status: 304, headers }) : new Response(body, { status: 200, headers });
};
