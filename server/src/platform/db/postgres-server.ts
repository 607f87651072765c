import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#platform/errors/index.ts';
import type { PostgresAccount } from './postgres-account.ts';

const POLL_MS = 10;
/** Recovery after a crash replays at most `max_wal_size` of log: seconds, on a slow disk a minute. */
const START_LIMIT_MS = 120_000;
const LOG_LIMIT_BYTES = 5_000_000;
// The eighth line of postmaster.pid tells the state of the server.
const STATE_LINE = 7;

export type ServerCommand = {
  readonly cluster: string;
  readonly logFile: string;
  readonly postgres: string;
  readonly args: readonly string[];
  readonly account: PostgresAccount;
};

/** Starts the postmaster and waits until it takes connections. */
export async function startServer({ cluster, logFile, postgres, args, account }: ServerCommand): Promise<ChildProcess> {
  const pidFile = join(cluster, 'postmaster.pid');
  // Only called when no process of the cluster runs, so what is there is stale; its pid may be another program's by now.
  await rm(pidFile, { force: true });
  await shorten(logFile);
  const [command = '', ...rest] = [...account.prefix, postgres, ...args];
  const logTo = openSync(logFile, 'a', 0o600);
  const child = spawn(command, rest, { ...account.spawn, cwd: '/', stdio: ['ignore', logTo, logTo], env: { ...process.env, LC_ALL: 'C' } });
  closeSync(logTo);
  const failed = new Promise<Error>((resolve) => child.once('error', resolve));
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await isReady(pidFile, child.pid))) {
    const error = await Promise.race([failed, sleep(POLL_MS, undefined)]);
    if (error !== undefined || child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new AppError('database_failed', { problem: await lastWords(logFile, error), log: logFile }, { cause: error });
    }
  }
  return child;
}

async function isReady(pidFile: string, pid: number | undefined): Promise<boolean> {
  const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  return Number(lines[0]) === pid && lines[STATE_LINE]?.trim() === 'ready';
}

async function lastWords(logFile: string, error: Error | undefined): Promise<string> {
  if (error !== undefined) return error.message;
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
  const fatal = lines.findLast((line) => /FATAL|PANIC|error/.test(line));
  return fatal?.replace(/^.*?(FATAL|PANIC|error):\s*/, '') ?? 'it ended without a word';
}

async function shorten(logFile: string): Promise<void> {
  const size = await stat(logFile).then((found) => found.size, () => 0);
  if (size > LOG_LIMIT_BYTES) await truncate(logFile, 0);
}
