import { HTTPException } from 'hono/http-exception';
import { ZodError } from 'zod';
import { AppError, asAppError } from '#platform/errors/index.ts';

/** What went wrong with a request as an error of ours, what libraries throw about a bad request included. */
export function requestError(error: unknown): AppError {
  if (error instanceof ZodError) {
    const problems = error.issues.map(({ path, message }) => `${path.length === 0 ? 'the body' : path.join('.')}: ${message}`);
    return new AppError('validation_failed', { problems: problems.join('; ') }, { cause: error });
  }
  if (error instanceof HTTPException && error.status < 500) return new AppError('bad_request', { problem: error.message }, { cause: error });
  if (error instanceof SyntaxError) return new AppError('bad_request', { problem: 'the body is not JSON' }, { cause: error });
  return asAppError(error);
}

/** Seconds after which it is worth asking again; undefined where asking again mends nothing. */
export function secondsToWait({ status, details }: AppError): number | undefined {
  if (status === 429) return Number(details['seconds'] ?? 1);
  return status === 503 ? 5 : undefined;
}
