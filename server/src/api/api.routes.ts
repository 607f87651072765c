import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { apiDocument } from './document.ts';

/** `/api/v1/openapi.json`: the description of the API, made once. */
export function descriptionRoutes(): Hono {
  const text = JSON.stringify(apiDocument(), null, 1);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;
  return new Hono().get('/openapi.json', (c) => {
    c.header('ETag', etag);
    c.header('Cache-Control', 'no-cache');
    if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304);
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  });
}
