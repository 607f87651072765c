import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { thisProcess } from '#platform/process/index.ts';
import { acquireInstance, findRunningServer, publishEndpoint } from './index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-instance-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lockFile = () => join(folder, 'run', 'lock');
const script = (then: string): string[] => ['--input-type=module', '-e', `import { acquireInstance } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
  await acquireInstance(${JSON.stringify(folder)}, { role: 'serve' }); ${then}`];

describe('acquireInstance', () => {
  it('has one owner at a time', async () => {
    const owner = await acquireInstance(folder, { role: 'serve' });
    await expect(acquireInstance(folder, { role: 'publish' })).rejects.toMatchObject({ code: 'already_running', details: { pid: process.pid } });
    expect(await readFile(lockFile(), 'utf8')).toBe(`${thisProcess}\nserve\n`);
    await owner.release();
    await using next = await acquireInstance(folder, { role: 'publish' });
    await next.release();
  });

  it('refuses while another process owns the folder, and takes over when that was killed', async () => {
    const other = spawn(process.execPath, script('console.log("mine"); setInterval(() => {}, 1000);'), { stdio: ['ignore', 'pipe', 'inherit'], cwd: import.meta.dirname });
    await once(other.stdout, 'data');
    await expect(acquireInstance(folder, { role: 'serve' })).rejects.toMatchObject({ details: { pid: other.pid } });
    other.kill('SIGKILL');
    await once(other, 'exit');
    await using mine = await acquireInstance(folder, { role: 'serve' });
    await mine.release();
  });

  it('lets exactly one of many win over a stale lock', async () => {
    spawnSync(process.execPath, script('process.kill(process.pid, "SIGKILL");'), { cwd: import.meta.dirname });
    const takers = Array.from({ length: 4 }, () => spawn(process.execPath, script('console.log("won"); setInterval(() => {}, 1000);'), { stdio: ['ignore', 'pipe', 'ignore'], cwd: import.meta.dirname }));
    const outcomes = await Promise.all(takers.map((taker) => Promise.race([
      once(taker.stdout, 'data').then(() => 'won'),
      once(taker, 'exit').then(() => 'refused'),
    ])));
    for (const taker of takers) taker.kill('SIGKILL');
    expect(outcomes.sort()).toEqual(['refused', 'refused', 'refused', 'won']);
  });

  it('waits for a sign of life of a holder in another container, and takes over when there is none', async () => {
    await mkdir(join(folder, 'run'));
    await writeFile(lockFile(), '7-100-ffffffff\nserve\n');
    const touching = setInterval(() => void utimes(lockFile(), new Date(), new Date()), 300);
    await expect(acquireInstance(folder, { role: 'serve' })).rejects.toMatchObject({ code: 'already_running', details: { pid: 7 } });
    clearInterval(touching);
    await using mine = await acquireInstance(folder, { role: 'serve' });
    await mine.release();
  }, 20_000);
});

describe('findRunningServer', () => {
  it('finds the server that answers, with a file only its owner can read', async () => {
    const server = createServer((request, response) => response.writeHead(request.url === '/health' ? 200 : 404).end('ok'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await findRunningServer(folder)).toBeUndefined();
    await publishEndpoint(folder, { url, token: 'secret' });
    expect((await stat(join(folder, 'run', 'server.json'))).mode & 0o777).toBe(0o600);
    expect(await findRunningServer(folder)).toEqual({ url, token: 'secret' });
    server.close();
    server.closeAllConnections();
    expect(await findRunningServer(folder)).toBeUndefined();
  });

  it('knows none where the file is of a process that is gone, or makes no sense', async () => {
    await mkdir(join(folder, 'run'));
    for (const text of ['{', '{}', JSON.stringify({ process: '999999-1-0', url: 'http://127.0.0.1:1', token: 't' })]) {
      await writeFile(join(folder, 'run', 'server.json'), text);
      expect(await findRunningServer(folder)).toBeUndefined();
    }
  });
});
