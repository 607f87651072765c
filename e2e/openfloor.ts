import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROGRAM = fileURLToPath(new URL('../server/bin/openfloor.mjs', import.meta.url));
const run = promisify(execFile);

/** One JSON line of a command. */
export type Line = Readonly<Record<string, unknown>> & { readonly event: string };

/** What a command printed and how it ended. */
export interface CommandResult {
  readonly lines: readonly Line[];
  readonly code: number;
  readonly errors: string;
}

/** A real server with a data folder of its own, and its command line. */
export interface Openfloor extends AsyncDisposable {
  readonly url: string;
  readonly folder: string;
  /** Runs a command with `--json`. */
  command(...args: string[]): Promise<CommandResult>;
  /** Runs a command that must work; gives its last line. */
  must(...args: string[]): Promise<Line>;
}

/** Settings of a data folder, with nothing of the surroundings. */
export const settingsFor = (data: string): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('OPENFLOOR_') && name !== 'DATABASE_URL');
  return { ...Object.fromEntries(own), OPENFLOOR_DATA: data, OPENFLOOR_PORT: '0', OPENFLOOR_SAMPLE: 'off', OPENFLOOR_LOG: 'warn' };
};

/** Runs one command to its end. */
export async function command(env: NodeJS.ProcessEnv, ...args: string[]): Promise<CommandResult> {
  const ended = await run(process.execPath, [PROGRAM, ...args, '--json'], { env, maxBuffer: 64 * 1024 * 1024 })
    .then(({ stdout, stderr }) => ({ stdout, stderr, code: 0 }))
    .catch((error: unknown) => error as { stdout: string; stderr: string; code: number });
  const lines = ended.stdout.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Line);
  return { lines, code: ended.code, errors: ended.stderr };
}

/** Starts a server on an empty data folder; with the sample meeting as `npm start` does, or empty. */
export async function startOpenfloor({ sample = false, settings = {} }: { readonly sample?: boolean; readonly settings?: NodeJS.ProcessEnv } = {}): Promise<Openfloor> {
  const folder = await mkdtemp(join(tmpdir(), 'openfloor-e2e-'));
  const env = { ...settingsFor(join(folder, 'data')), ...(sample && { OPENFLOOR_SAMPLE: 'on' }), ...settings };
  const server = spawn(process.execPath, [PROGRAM, sample ? 'start' : 'serve', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => { server.once('exit', () => resolve()); });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(server.stdout).on('line', (line) => {
      const told = line.startsWith('{') ? JSON.parse(line) as Line : undefined;
      if (told?.event === 'started') resolve(String(told['url']));
    });
    void gone.then(() => reject(new Error('the server ended before it had started')));
  });
  return {
    url, folder,
    command: (...args) => command(env, ...args),
    async must(...args) {
      const result = await command(env, ...args);
      const last = result.lines.at(-1);
      if (result.code !== 0 || !last) throw new Error(`openfloor ${args.join(' ')} failed: ${JSON.stringify(last)} ${result.errors}`);
      return last;
    },
    async [Symbol.asyncDispose]() {
      server.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
