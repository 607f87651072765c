import { randomUUID } from 'node:crypto';
import type { ErrorHandler } from 'hono';
import { errorEntry, toProblem } from '#platform/errors/index.ts';
import type { Log } from '#platform/log/index.ts';
import { requestError, secondsToWait } from './request-errors.ts';

/**
 * Answers programs about errors (RFC 9457). What the operator must hear of is logged with the id
 * that the answer carries as `instance`, so that one is found from the other.
 */
export function machineErrors(log: Log): ErrorHandler {
  return (error, c) => {
    const known = requestError(error);
    const wait = secondsToWait(known);
    const problem = toProblem(known);
    const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...(wait !== undefined && { 'Retry-After': String(wait) }), ...(known.status === 401 && { 'WWW-Authenticate': 'Bearer' }) };
    if (known.status < 500 && errorEntry(known.code).report !== true) return new Response(JSON.stringify(problem), { status: known.status, headers });
    const instance = `urn:uuid:${randomUUID()}`;
    log.error({ error: known.code === 'internal_error' ? known.cause : known, instance, method: c.req.method, path: c.req.path }, known.message);
    return new Response(JSON.stringify({ ...problem, instance }), { status: known.status, headers });
  };
}
