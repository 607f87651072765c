import { execFile } from 'node:child_process';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the figures were measured on. */
export interface Machine {
  readonly date: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly ffmpeg: string;
  /** Of the checkout; null outside one. `+` after it: with changes that were not committed. */
  readonly commit: string | null;
  /** Mean number of processes that wanted to run in the minute before: near 0 on a quiet machine. */
  readonly loadBefore: number;
}

/** Looks at this machine. */
export async function lookAtMachine(): Promise<Machine> {
  const ffmpeg = await run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-version']);
  return {
    date: new Date().toISOString(), cores: availableParallelism(), processor: cpus()[0]?.model ?? 'unknown', memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`, node: process.version, ffmpeg: /version (\S+)/.exec(ffmpeg.stdout)?.[1] ?? 'unknown',
    commit: await commitHere(), loadBefore: loadavg()[0] ?? 0,
  };
}

async function commitHere(): Promise<string | null> {
  try {
    const [{ stdout: commit }, { stdout: changes }] = await Promise.all([run('git', ['rev-parse', '--short', 'HEAD']), run('git', ['status', '--porcelain', '-uno'])]);
    return `${commit.trim()}${changes.trim() === '' ? '' : '+'}`;
  } catch {
    return null;
  }
}

/** One line for people. */
export const inWords = (machine: Machine): string =>
  `${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GiB, ${machine.system}, Node ${machine.node}, ffmpeg ${machine.ffmpeg}, `
  + `commit ${machine.commit ?? 'unknown'}, load before ${machine.loadBefore.toFixed(2)}, ${machine.date}`;
