import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Bench } from './context.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What a network may need to be reached; nothing else of the surroundings goes in. */
const NETWORK = /^(https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_file|ssl_cert_dir)$/i;
const START_LIMIT_MS = 20 * 60_000;

/** A clone on a machine that knows nothing of Openfloor: an empty home, an empty npm cache, no settings. */
export const fresh: Bench = {
  name: 'fresh',
  about: 'git clone, npm start, npm test with an empty home and an empty npm cache (programs that the system has are there already)',
  async run(context) {
    const place = await mkdtemp(join(tmpdir(), 'openfloor-fresh-'));
    try {
      const home = join(place, 'home');
      await mkdir(home);
      const clone = await timed(() => run('git', ['clone', '--quiet', `file://${ROOT}`, join(place, 'openfloor')]));
      context.say(`cloned in ${clone.toFixed(1)} s`);
      const env = await emptyEnvironment(home);
      const start = await startOnce(join(place, 'openfloor'), env, (line) => context.say(line));
      const again = await startOnce(join(place, 'openfloor'), env, () => undefined);
      const test = await npm(join(place, 'openfloor'), ['test'], env, (line) => context.say(line));
      return [
        { what: 'fresh machine: git clone', measured: clone, unit: 's' },
        { what: 'fresh machine: npm start until it answers', measured: start, unit: 's' },
        { what: 'fresh machine: the second npm start', measured: again, unit: 's' },
        { what: 'fresh machine: npm test', measured: test.seconds, unit: 's', note: test.last },
        { what: 'fresh machine: exit code of npm test', measured: test.code, unit: '', must: { of: 'value', most: 0 } },
      ];
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  },
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Names a registry where this machine's npm uses another than npm's own. */
async function emptyEnvironment(home: string): Promise<NodeJS.ProcessEnv> {
  const network = Object.fromEntries(Object.entries(process.env).filter(([name]) => NETWORK.test(name)));
  const { stdout: registry } = await run('npm', ['config', 'get', 'registry']);
  const path = (process.env['PATH'] ?? '').split(':').filter((folder) => !folder.includes('node_modules')).join(':');
  return { ...network, HOME: home, PATH: path, LANG: 'C.UTF-8', npm_config_cache: join(home, 'npm-cache'), npm_config_registry: registry.trim(), OPENFLOOR_PORT: '0' };
}

/** `npm start` until the address is printed and answers; then it is stopped as by Ctrl+C. Gives the seconds until then. */
async function startOnce(cwd: string, env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<number> {
  const began = performance.now();
  const child = spawn('npm', ['start'], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const gone = once(child, 'close');
  const address = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      say(line);
      const found = /https?:\/\/[^\s]+/.exec(line)?.[0];
      if (line.includes('is running') && found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with code ${String(code)}`)));
    setTimeout(() => reject(new Error(`npm start took longer than ${START_LIMIT_MS / 60_000} minutes`)), START_LIMIT_MS).unref();
  });
  try {
    const answer = await fetch(await address);
    if (!answer.ok) throw new Error(`the first page says ${answer.status}`);
    return (performance.now() - began) / 1000;
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
    await gone;
  }
}

async function npm(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<{ readonly seconds: number; readonly code: number; readonly last: string }> {
  const began = performance.now();
  const child = spawn('npm', args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let last = '';
  createInterface(child.stdout).on('line', (line) => {
    if (/^(ok|FAIL) |passed|failed/.test(line)) say(line);
    if (line.trim() !== '') last = line;
  });
  const [code] = await once(child, 'close') as [number | null];
  return { seconds: (performance.now() - began) / 1000, code: code ?? 1, last };
}
