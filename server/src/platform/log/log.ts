import pino from 'pino';
import type { Log, LogLevel } from './log.ports.ts';
import { plainLine } from './plain-line.ts';

type LogOptions = {
  readonly level?: LogLevel;
  /** Plain lines for people; otherwise one JSON object a line. Default: whether stderr is a terminal. */
  readonly plain?: boolean;
  /** Takes each finished line; default: stderr, because stdout belongs to the answers of commands. */
  readonly write?: (line: string) => void;
};

/** Secrets never reach a log, however they got into the data of a line. */
const REDACTED = ['password', 'token', 'secret', 'authorization', 'cookie', '*.password', '*.token', '*.secret', '*.authorization', '*.cookie'];

export function createLog(options: LogOptions = {}): Log {
  const plain = options.plain ?? process.stderr.isTTY === true;
  const write = options.write ?? ((line: string) => void process.stderr.write(line));
  const colour = plain && options.write === undefined && process.env['NO_COLOR'] === undefined;
  return pino({
    level: options.level ?? 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err },
    redact: { paths: REDACTED, censor: '(hidden)' },
  }, { write: plain ? (line: string) => write(plainLine(line, colour)) : write });
}

/** A log that says nothing, for tests and for commands that answer in JSON. */
export const silentLog: Log = pino({ level: 'silent' });
