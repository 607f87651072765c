import type { MiddlewareHandler } from 'hono';

const JSON_TYPE = /^application\/([\w.-]+\+)?json/;

/**
 * Says of JSON answers to GET who may keep them: everybody, if he asks again each time (`answerCache` gives the ETag to
 * ask with); nobody, where a token was shown. It stands inside `answerCache`, which keeps these headers with the answer.
 */
export const jsonHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.req.method !== 'GET' || c.res.status !== 200 || !JSON_TYPE.test(c.res.headers.get('Content-Type') ?? '') || c.res.headers.has('Content-Disposition')) return;
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', c.req.header('Authorization') === undefined ? 'no-cache' : 'private, no-store');
  c.header('Vary', 'Authorization', { append: true });
};
