export { AppError, asAppError, isAppError, messageOf } from './app-error.ts';
export { ERRORS, errorEntry, type ErrorCode, type Retry } from './errors.ts';
export { toProblem, type Problem } from './problem.ts';
export type { ErrorDetails } from './template.ts';
