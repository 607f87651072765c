import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '#platform/errors/index.ts';
import type { Tool } from './process.ports.ts';

const OLDEST = [5, 1] as const;

export type FoundTool = { readonly path: string; readonly version: string };

/** Looks a tool up: the set path, else the PATH. Throws `ffmpeg_missing` when absent, broken or too old. */
export async function findTool(tool: Tool, setPath: string | undefined): Promise<FoundTool> {
  const path = setPath ?? (await onPath(tool));
  if (path === undefined) throw new AppError('ffmpeg_missing', { tool });
  let said: string;
  try {
    said = (await promisify(execFile)(path, ['-version'], { timeout: 20_000 })).stdout;
  } catch (error) {
    const problem = (error as NodeJS.ErrnoException).code === 'ENOENT' ? `there is no program at ${path}` : `${path} does not run`;
    throw new AppError('ffmpeg_missing', { tool, problem }, { cause: error });
  }
  const version = /version (\S+)/.exec(said)?.[1] ?? '';
  if (!isNewEnough(version)) throw new AppError('ffmpeg_missing', { tool, problem: `${path} is version ${version || 'unknown'}` });
  return { path, version };
}

/** Builds from the development branch (`N-109...`, `git-...`) carry no number and are newer than any release we ask for. */
export function isNewEnough(version: string): boolean {
  const numbers = /^n?(\d+)\.(\d+)/.exec(version);
  if (numbers === null) return /^(N-\d|git-|\d{4}-\d\d-\d\d)/.test(version);
  const [major, minor] = [Number(numbers[1]), Number(numbers[2])];
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

async function onPath(tool: Tool): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, process.platform === 'win32' ? `${tool}.exe` : tool);
    if (folder !== '' && (await access(path, constants.X_OK).then(() => true, () => false))) return path;
  }
  return undefined;
}
