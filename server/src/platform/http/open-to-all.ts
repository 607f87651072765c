import type { MiddlewareHandler } from 'hono';

export interface OpenTo {
  readonly methods: readonly string[];
  /** Headers that a page of another site may send. */
  readonly sends?: readonly string[];
  /** Headers of the answer that it may read. */
  readonly reads?: readonly string[];
}

const DAY_S = 86_400;

/**
 * Lets pages of any site read what everybody may read anyway (CORS). Cookies are never part of it: `*` forbids them, so
 * nobody's rights are lent to another site.
 */
export function openToAll({ methods, sends = [], reads = [] }: OpenTo): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'OPTIONS') {
      return c.body(null, 204, {
        'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': methods.join(', '), 'Access-Control-Max-Age': String(DAY_S),
        ...(sends.length > 0 && { 'Access-Control-Allow-Headers': sends.join(', ') }),
      });
    }
    await next();
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    if (reads.length > 0) c.header('Access-Control-Expose-Headers', reads.join(', '));
    return undefined;
  };
}
