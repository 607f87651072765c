import { AppError } from '#platform/errors/index.ts';

type ServerError = Error & { readonly code?: string };

const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
// 57P01 to 57P05: shut down by an operator, after a crash, starting up; 53300: no connection free; 25006: fell back to read-only while a replica takes over.
const SERVER_CODES = new Set(['57P01', '57P02', '57P03', '57P05', '53300', '25006']);
const DRIVER_MESSAGES = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Postgres connection has been discarded)/;
// 28xxx: login refused, 3D000: no such database.
const DISK_FULL = '53100';
const WRONG_ADDRESS = /^(28...|3D000)$/;

/** Whether an error of the driver means that the server cannot be reached for now. */
export function isAway(error: unknown): boolean {
  const { code = '', message = '' } = error as Partial<ServerError>;
  return SOCKET_CODES.has(code) || SERVER_CODES.has(code) || code.startsWith('08') || DRIVER_MESSAGES.test(message);
}

/** Driver errors about the connection as errors of ours; every other one as it is. */
export function translate(error: unknown): unknown {
  if (isAway(error)) return new AppError('database_away', {}, { cause: error });
  const { code = '', message = '' } = error as Partial<ServerError>;
  if (code === DISK_FULL) return new AppError('disk_full', { path: 'the database' }, { cause: error });
  if (WRONG_ADDRESS.test(code)) {
    return new AppError('config_invalid', { problems: `DATABASE_URL leads to a server that answers: ${message}.` }, { cause: error });
  }
  return error;
}
