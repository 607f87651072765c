/** One line of the log: data first, then a plain sentence; or the sentence alone. */
type Write = {
  (data: object, message?: string): void;
  (message: string): void;
};

/** The log. `error` is for what the operator must act on; `warn` for what mended itself. */
export interface Log {
  readonly trace: Write;
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  readonly fatal: Write;
  /** A log that adds these fields to each line. */
  child(fields: Readonly<Record<string, unknown>>): Log;
}

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
