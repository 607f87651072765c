export { AppError, asAppError, isAppError, type ErrorDetails } from './app-error.ts';
export { ERRORS, errorEntry, type ErrorCode, type Retry } from './errors.ts';
export { toProblem, type Problem } from './problem.ts';
