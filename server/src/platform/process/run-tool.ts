import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import type { Readable } from 'node:stream';
import { cpuSecondsOf } from './cpu.ts';
import type { ToolResult, ToolRun } from './process.ports.ts';
import { progressReader } from './progress.ts';
import { failureOf, lostOutput, type Ending } from './tool-failure.ts';
import { LogTail } from './tail.ts';
import { wrap } from './wrapper.ts';

const MIB = 1024 * 1024;
const DEFAULT_OUTPUT_BYTES = 16 * MIB;
/** From SIGTERM, on which ffmpeg closes its files, to SIGKILL. */
const GRACE_MS = 5000;
// A longer timer would go off at once: it doesn't fit into 32 bits.
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const CPU_SAMPLE_MS = 250;
const FIRST_EXTRA_PIPE = 3;
// Encoding yields to the pages people are reading; probing is short and somebody waits for it.
const DEFAULT_NICE = { ffmpeg: 10, ffprobe: 0 } as const;

/** Runs a tool that was found at `path` to its end. The first reason to end it is the one that is told. */
export async function runAt(path: string, run: ToolRun, defaultMemoryMb: number): Promise<ToolResult> {
  const memoryMb = run.memoryMb ?? defaultMemoryMb;
  if (run.signal?.aborted === true) throw failureOf(run, path, memoryMb, { why: 'cancelled', code: null, signal: null, log: [] });

  const { argv, stdio, readers } = plan(run);
  const [command = '', ...args] = await wrap(path, argv, { memoryMb, nice: run.nice ?? DEFAULT_NICE[run.tool] });
  const started = performance.now();
  const child = spawn(command, args, { stdio, ...(run.cwd === undefined ? {} : { cwd: run.cwd }) });
  const { fail, why, thrown, dispose } = ender(child, run);
  // What a callback throws would otherwise end this whole process.
  const safely = <T>(callback: (given: T) => void) => (given: T): void => {
    try {
      callback(given);
    } catch (error) {
      fail('its output could not be taken', error instanceof Error ? error : new Error(String(error)));
    }
  };
  const cpu = sampleCpu(child);
  const log = new LogTail(run.onLog);
  child.stderr?.setEncoding('utf8').on('data', safely((chunk: string) => log.push(chunk)));
  const stdout = collect(child, { ...run, ...(run.onStdout === undefined ? {} : { onStdout: safely(run.onStdout) }) }, fail);
  for (const [fd, reader] of readers) (child.stdio[fd] as Readable | null)?.on('data', safely(reader));

  const { code, signal, spawnError } = await ended(child);
  dispose();
  const result: ToolResult = { stdout: Buffer.concat(stdout), stderrTail: log.lines, cpuSeconds: cpu.stop(), wallMs: Math.round(performance.now() - started) };
  const cause = thrown();
  if (cause !== undefined) throw cause;
  const ending: Ending = { why: why(), code, signal, log: log.lines, spawnError };
  if (ending.why !== undefined || code !== 0 || lostOutput(log.lines)) throw failureOf(run, path, memoryMb, ending);
  return result;
}

type Readers = readonly (readonly [fd: number, reader: (chunk: Buffer) => void])[];

/** Which file descriptors the tool gets, who reads them, and the arguments that go with them. */
function plan(run: ToolRun): { argv: readonly string[]; stdio: StdioOptions; readers: Readers } {
  const pipes = Object.entries(run.pipes ?? {}).map(([fd, reader]) => [Number(fd), reader] as const);
  const progressFd = Math.max(FIRST_EXTRA_PIPE - 1, ...pipes.map(([fd]) => fd)) + 1;
  const readers = run.onProgress === undefined ? pipes : [...pipes, [progressFd, progressReader(run.onProgress)] as const];
  const argv = run.onProgress === undefined ? run.argv : ['-nostats', '-progress', `pipe:${progressFd}`, ...run.argv];
  const wanted = new Set(readers.map(([fd]) => fd));
  const highest = Math.max(FIRST_EXTRA_PIPE - 1, ...wanted);
  const extra = Array.from({ length: highest - FIRST_EXTRA_PIPE + 1 }, (_, i) => (wanted.has(i + FIRST_EXTRA_PIPE) ? 'pipe' as const : 'ignore' as const));
  return { argv, stdio: ['ignore', 'pipe', 'pipe', ...extra], readers };
}

type Ender = {
  readonly fail: (reason: string, cause?: Error) => void;
  readonly why: () => string | undefined;
  /** What a callback of the caller threw, if that was the reason. */
  readonly thrown: () => Error | undefined;
  readonly dispose: () => void;
};

/** Ends the child for the first reason that comes: cancelled, too long, too much output. */
function ender(child: ChildProcess, run: ToolRun): Ender {
  let reason: string | undefined;
  let harder: NodeJS.Timeout | undefined;
  let thrown: Error | undefined;
  const fail = (given: string, cause?: Error): void => {
    if (reason !== undefined) return;
    reason = given;
    thrown = cause;
    child.kill('SIGTERM');
    harder = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  };
  const onAbort = (): void => fail('cancelled');
  const deadline = setTimeout(() => fail(`it took longer than ${inWords(run.timeoutMs)}`), Math.min(run.timeoutMs, LONGEST_TIMER_MS));
  run.signal?.addEventListener('abort', onAbort, { once: true });
  return {
    fail,
    why: () => reason,
    thrown: () => thrown,
    dispose: () => {
      clearTimeout(deadline);
      clearTimeout(harder);
      run.signal?.removeEventListener('abort', onAbort);
    },
  };
}

const inWords = (ms: number): string => (ms >= 120_000 ? `${Math.round(ms / 60_000)} minutes` : `${Math.round(ms / 100) / 10} seconds`);

function collect(child: ChildProcess, run: ToolRun, fail: (reason: string) => void): readonly Buffer[] {
  const kept: Buffer[] = [];
  const limit = run.maxOutputBytes ?? (run.onStdout === undefined ? DEFAULT_OUTPUT_BYTES : Number.POSITIVE_INFINITY);
  let bytes = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > limit) fail(`it wrote more than ${Math.round((limit / MIB) * 10) / 10} MiB`);
    else if (run.onStdout === undefined) kept.push(chunk);
    else run.onStdout(chunk);
  });
  return kept;
}

/** The last sample before the end; at most a quarter of a second of work is missing. */
function sampleCpu(child: ChildProcess): { stop(): number | undefined } {
  let last = cpuSecondsOf(child.pid);
  const sample = (): void => {
    last = cpuSecondsOf(child.pid) ?? last;
  };
  const timer = setInterval(sample, CPU_SAMPLE_MS);
  // Its log closes when it exits, while its times can still be read.
  child.stderr?.once('end', sample);
  return {
    stop: () => {
      clearInterval(timer);
      return last;
    },
  };
}

type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly spawnError: NodeJS.ErrnoException | undefined };

/** Resolves when the process is gone and all it wrote has been read. */
function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    child.once('error', (spawnError: NodeJS.ErrnoException) => {
      if (child.pid === undefined) resolve({ code: null, signal: null, spawnError });
    });
    child.once('close', (code, signal) => resolve({ code, signal, spawnError: undefined }));
  });
}
