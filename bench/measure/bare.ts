import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpuOfEndedChildren } from './processes.ts';

/** What one command took. */
export interface Cost {
  readonly wallSeconds: number;
  /** User and system time, with everything that the command started. */
  readonly cpuSeconds: number;
}

/**
 * Runs a command as a person would and measures it. Only one at a time: its CPU is what this process's ended children
 * have more afterwards. Rejects with its last words when it fails.
 */
export async function measureCommand(command: string, args: readonly string[], cwd: string): Promise<Cost> {
  const before = cpuOfEndedChildren();
  const began = performance.now();
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => { words = (words + piece).slice(-2000); });
  const [code] = await once(child, 'close') as [number | null];
  if (code !== 0) throw new Error(`${command} ended with ${String(code)}: ${words.trim()}\n${args.join(' ')}`);
  return { wallSeconds: (performance.now() - began) / 1000, cpuSeconds: cpuOfEndedChildren() - before };
}

/** As `measureCommand`, for the ffmpeg that the server uses too. */
export const measureFfmpeg = (args: readonly string[], cwd: string): Promise<Cost> =>
  measureCommand(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-hide_banner', '-nostdin', '-nostats', '-y', '-v', 'error', ...args], cwd);

/** Several commands one after the other. */
export async function together(costs: readonly (() => Promise<Cost>)[]): Promise<Cost> {
  let [wallSeconds, cpuSeconds] = [0, 0];
  for (const cost of costs) {
    const one = await cost();
    wallSeconds += one.wallSeconds;
    cpuSeconds += one.cpuSeconds;
  }
  return { wallSeconds, cpuSeconds };
}
