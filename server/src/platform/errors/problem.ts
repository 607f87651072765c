import { asAppError } from './app-error.ts';
import type { ErrorCode } from './errors.ts';
import type { ErrorDetails } from './template.ts';

/** An error as sent over HTTP (RFC 9457), the error's details beside the standard members. */
export type Problem = {
  readonly [detail: string]: ErrorDetails[string];
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly remedy: string;
  readonly code: ErrorCode;
};

// The standard members may not be overwritten by a detail of the same name.
const titleOf = (code: ErrorCode): string => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ');

/** The RFC 9457 form of any error. What is not an `AppError` says nothing of the inside. */
export function toProblem(error: unknown): Problem {
  const known = asAppError(error);
  return {
    ...known.details,
    type: `urn:openfloor:error:${known.code}`,
    title: titleOf(known.code),
    status: known.status,
    detail: known.message,
    remedy: known.remedy,
    code: known.code,
  };
}
