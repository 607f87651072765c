import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { settingsFor, type Line } from '../../e2e/openfloor.ts';

const PROGRAM = fileURLToPath(new URL('../../server/bin/openfloor.mjs', import.meta.url));

/** What runs: it must not stay behind when this process is ended. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGTERM')));

/** A server process (or a worker) on a data folder. */
export interface Server extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process until it answered, in seconds. */
  readonly startSeconds: number;
  /** Ends it as an operator does; resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends it as the kernel does; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Settings beside the data folder's own, and the command that starts it (`serve` unless told). */
export interface StartOptions {
  readonly settings?: NodeJS.ProcessEnv;
  readonly command?: 'serve' | 'work';
}

/** Starts the server (or a worker) on a data folder; its log goes into a file beside the folder. */
export async function startServer(data: string, { settings = {}, command = 'serve' }: StartOptions = {}): Promise<Server> {
  await mkdir(dirname(data), { recursive: true });
  const began = performance.now();
  const log = openSync(`${data}.log`, 'a');
  const child = spawn(process.execPath, [PROGRAM, command, '--json'], { env: { ...settingsFor(data), ...settings }, stdio: ['ignore', 'pipe', log] });
  closeSync(log);
  running.add(child);
  const gone = once(child, 'exit').then(() => void running.delete(child));
  const url = await started(child, gone, `${data}.log`);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
  };
  return {
    url, pid: child.pid ?? 0, startSeconds: (performance.now() - began) / 1000,
    stop: () => end('SIGTERM'), kill: () => end('SIGKILL'), [Symbol.asyncDispose]: () => end('SIGTERM'),
  };
}

function started(child: ChildProcess, gone: Promise<void>, log: string): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout) eachLine(child.stdout, (line) => { if (line.event === 'started') resolve(String(line['url'])); });
    void gone.then(() => reject(new Error(`The server ended before it had started; see ${log}`)));
  });
}

/** Starts a command with `--json`. */
export function startCommand(data: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...args, '--json'], { env: { ...settingsFor(data), ...settings }, stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Hands on each JSON line of a command at the moment it comes. */
export function eachLine(output: NodeJS.ReadableStream, onLine: (line: Line) => void): void {
  createInterface(output).on('line', (line) => { if (line.startsWith('{')) onLine(JSON.parse(line) as Line); });
}
