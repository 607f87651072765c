import { errorEntry, type ErrorCode, type Retry } from './errors.ts';
import { MESSAGES_EN } from './messages.en.ts';
import { fill, type ErrorDetails } from './template.ts';

/** The one error of the product: a code of the table, facts, and a sentence anybody understands. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options: { readonly cause?: unknown } = {}) {
    super(fill(MESSAGES_EN[code].says, details), options);
    this.code = code;
    this.details = details;
  }

  /** What to do about it: one sentence. */
  get remedy(): string {
    return fill(MESSAGES_EN[this.code].remedy, this.details);
  }

  get status(): number {
    return errorEntry(this.code).status;
  }

  /** How a queue treats a job that failed by this error; undefined = tried again, counted. */
  get retry(): Retry | undefined {
    return errorEntry(this.code).retry;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}

/** What an error says, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The error as an `AppError`; what is not one becomes `internal_error` with the original as its cause. */
export function asAppError(error: unknown): AppError {
  return isAppError(error) ? error : new AppError('internal_error', {}, { cause: error });
}
