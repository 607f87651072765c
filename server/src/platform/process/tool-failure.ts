import { existsSync } from 'node:fs';
import { AppError } from '#platform/errors/index.ts';
import type { ToolRun } from './process.ports.ts';

/** How a tool came to its end. */
export type Ending = {
  /** The reason for which we ended it. */
  readonly why: string | undefined;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly log: readonly string[];
  readonly spawnError?: NodeJS.ErrnoException | undefined;
};

const NO_SPACE = /No space left on device|Disk quota exceeded/i;
const NO_MEMORY = /Cannot allocate memory|failed to map segment|std::bad_alloc|malloc.*failed/i;

// ffmpeg 5.1 ends with exit code 0 when only its last write failed; the file is cut off all the same.
const LOST_OUTPUT = /^Error (writing trailer|closing file)/;

/** Whether the log of a run that calls itself successful tells of output that never reached the disk. */
export const lostOutput = (log: readonly string[]): boolean => log.some((line) => LOST_OUTPUT.test(line));

/** The error that says why a tool failed: first what we know, then what its log gives away, then its exit code. */
export function failureOf(run: ToolRun, path: string, memoryMb: number, ending: Ending): AppError {
  const { why, code, signal, spawnError } = ending;
  const log = ending.log.join('\n');
  if (why === undefined && !existsSync(path)) return new AppError('ffmpeg_missing', { tool: run.tool, problem: `${path} is gone` });
  if (why === undefined && NO_SPACE.test(log)) return new AppError('disk_full', run.cwd === undefined ? {} : { path: run.cwd });
  return new AppError('media_failed', {
    why: why ?? reasonOf(run, memoryMb, ending),
    tool: run.tool,
    ...(run.file === undefined ? {} : { file: run.file }),
    ...(code === null ? {} : { exitCode: code }),
    ...(signal === null ? {} : { signal }),
    ...(log === '' ? {} : { log }),
  }, { cause: spawnError });
}

function reasonOf(run: ToolRun, memoryMb: number, { code, signal, log, spawnError }: Ending): string {
  if (spawnError !== undefined) return `${run.tool} could not be started (${spawnError.code ?? spawnError.message})`;
  if (log.some((line) => NO_MEMORY.test(line))) return `${run.tool} needed more than ${memoryMb} MiB of memory`;
  if (code === 0) return `${run.tool} could not write its output`;
  if (signal !== null) return `${run.tool} was ended by ${signal}`;
  return `${run.tool} ended with exit code ${code ?? 'unknown'}`;
}
