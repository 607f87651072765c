import { randomUUID } from 'node:crypto';
import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ZodError } from 'zod';
import { AppError, asAppError, errorEntry, toProblem } from '#platform/errors/index.ts';
import type { Log } from '#platform/log/index.ts';

/**
 * Answers programs about errors (RFC 9457). What the operator must hear of is logged with the id
 * that the answer carries as `instance`, so that one is found from the other.
 */
export function machineErrors(log: Log): ErrorHandler {
  return (error, c) => {
    const known = understood(error);
    const problem = toProblem(known);
    const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...retryAfter(known) };
    if (known.status < 500 && errorEntry(known.code).report !== true) return new Response(JSON.stringify(problem), { status: known.status, headers });
    const instance = `urn:uuid:${randomUUID()}`;
    log.error({ error: known.code === 'internal_error' ? known.cause : known, instance, method: c.req.method, path: c.req.path }, known.message);
    return new Response(JSON.stringify({ ...problem, instance }), { status: known.status, headers });
  };
}

/** When it is worth asking again. */
function retryAfter({ status, details }: AppError): { readonly 'Retry-After'?: string } {
  if (status === 429) return { 'Retry-After': String(details['seconds'] ?? 1) };
  return status === 503 ? { 'Retry-After': '5' } : {};
}

/** What libraries throw about a bad request, as an error of ours. */
function understood(error: unknown): AppError {
  if (error instanceof ZodError) {
    const problems = error.issues.map(({ path, message }) => `${path.length === 0 ? 'the body' : path.join('.')}: ${message}`);
    return new AppError('validation_failed', { problems: problems.join('; ') }, { cause: error });
  }
  if (error instanceof HTTPException && error.status < 500) return new AppError('bad_request', { problem: error.message }, { cause: error });
  if (error instanceof SyntaxError) return new AppError('bad_request', { problem: 'the body is not JSON' }, { cause: error });
  return asAppError(error);
}
