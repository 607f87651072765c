import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAppError } from '#platform/errors/index.ts';
import { isRunning, markOf } from './identity.ts';
import type { ToolProgress } from './process.ports.ts';
import { createTools } from './tools.ts';

const tools = createTools();
const ENDLESS = ['-f', 'lavfi', '-re', '-i', 'sine=frequency=440', '-f', 'null', '-'];
const SECOND_OF_SOUND = ['-v', 'error', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=1'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-tools-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function failure(run: Promise<unknown>) {
  const error: unknown = await run.then(() => undefined, (caught: unknown) => caught);
  if (!isAppError(error)) throw new Error(`expected an AppError, got ${String(error)}`);
  return error;
}

describe('createTools', () => {
  it('finds ffmpeg and ffprobe, both new enough', async () => {
    for (const tool of ['ffmpeg', 'ffprobe'] as const) expect((await tools.find(tool)).version).toMatch(/\d/);
  });

  it('gives the output, the time it took, and the progress on the way', async () => {
    const seen: ToolProgress[] = [];
    const { stdout, cpuSeconds, wallMs } = await tools.run({ tool: 'ffmpeg', argv: [...SECOND_OF_SOUND, '-f', 's16le', 'pipe:1'], timeoutMs: 30_000, onProgress: (p) => seen.push(p) });
    expect(stdout.length).toBe(44_100 * 2);
    expect(cpuSeconds).toBeGreaterThan(0);
    expect(wallMs).toBeGreaterThan(0);
    expect(seen.at(-1)).toMatchObject({ outTimeMs: 1000, totalSize: 88_200 });
  });

  it('reads several outputs at once', async () => {
    const sizes = { 3: 0, 4: 0 };
    await tools.run({
      tool: 'ffmpeg', timeoutMs: 30_000, argv: [...SECOND_OF_SOUND, '-f', 's16le', 'pipe:3', '-f', 'u8', 'pipe:4'],
      pipes: { 3: (chunk) => void (sizes[3] += chunk.length), 4: (chunk) => void (sizes[4] += chunk.length) },
      onProgress: () => undefined,
    });
    expect(sizes).toEqual({ 3: 88_200, 4: 44_100 });
  });

  it('says what ffmpeg said when it fails', async () => {
    const error = await failure(tools.run({ tool: 'ffmpeg', argv: ['-i', join(folder, 'not-there.mp4'), '-f', 'null', '-'], timeoutMs: 30_000, file: 'not-there.mp4' }));
    expect(error.message).toMatch(/^Working on the media failed for not-there\.mp4: ffmpeg ended with exit code \d+\.$/);
    expect(error.details['log']).toContain('No such file or directory');
  });

  it('ends it when it takes too long', async () => {
    const error = await failure(tools.run({ tool: 'ffmpeg', argv: ENDLESS, timeoutMs: 500 }));
    expect(error.details['why']).toBe('it took longer than 0.5 seconds');
  });

  it('gives it all the time that was granted, also more than a timer can count', async () => {
    const { wallMs } = await tools.run({ tool: 'ffmpeg', argv: ['-v', 'error', '-f', 'lavfi', '-re', '-i', 'sine=duration=0.5', '-f', 'null', '-'], timeoutMs: 2 ** 32 });
    expect(wallMs).toBeGreaterThan(200);
  });

  it('ends it when cancelled, also before it began, and the first reason stays', async () => {
    const control = new AbortController();
    const run = tools.run({ tool: 'ffmpeg', argv: ENDLESS, timeoutMs: 30_000, signal: control.signal });
    setTimeout(() => control.abort(), 200);
    expect((await failure(run)).details['why']).toBe('cancelled');
    expect((await failure(tools.run({ tool: 'ffmpeg', argv: ENDLESS, timeoutMs: 30_000, signal: control.signal }))).details['why']).toBe('cancelled');
  });

  it('ends it when it writes too much', async () => {
    const error = await failure(tools.run({ tool: 'ffmpeg', argv: ['-f', 'lavfi', '-i', 'sine', '-f', 's16le', 'pipe:1'], timeoutMs: 30_000, maxOutputBytes: 1_000_000 }));
    expect(error.details['why']).toBe('it wrote more than 1 MiB');
  });

  it('ends it when a callback of the caller throws, with what was thrown', async () => {
    const run = tools.run({ tool: 'ffmpeg', argv: ['-f', 'lavfi', '-i', 'sine', '-f', 's16le', 'pipe:1'], timeoutMs: 30_000, onStdout: () => { throw new Error('no room'); } });
    await expect(run).rejects.toThrow('no room');
  });

  it.runIf(process.platform === 'linux')('bounds its memory', async () => {
    const argv = ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=7680x4320:duration=2', '-c:v', 'libx264', '-f', 'null', '-'];
    const error = await failure(tools.run({ tool: 'ffmpeg', argv, timeoutMs: 60_000, memoryMb: 700 }));
    expect(error.details['why']).toMatch(/memory|exit code|ended by/);
    expect(error.code).toBe('media_failed');
  });

  it.runIf(process.platform === 'linux')('calls a full disk a full disk', async () => {
    const error = await failure(tools.run({ tool: 'ffmpeg', argv: [...SECOND_OF_SOUND, '-f', 's16le', '-y', '/dev/full'], timeoutMs: 30_000 }));
    expect(error.code).toBe('disk_full');
  });

  it('says what is missing: no program, one that is too old, one that went away; and finds it when it is back', async () => {
    const path = join(folder, 'ffmpeg');
    const own = createTools({ ffmpegPath: path });
    expect((await failure(own.find('ffmpeg'))).message).toBe(`The program ffmpeg (version 5.1 or newer) is not there: there is no program at ${path}.`);
    await writeFile(path, '#!/bin/sh\necho "ffmpeg version 4.4.2 Copyright"\n');
    await chmod(path, 0o755);
    expect((await failure(own.find('ffmpeg'))).details['problem']).toBe(`${path} is version 4.4.2`);
    await unlink(path);
    await symlink((await tools.find('ffmpeg')).path, path);
    await own.run({ tool: 'ffmpeg', argv: ['-version'], timeoutMs: 30_000 });
    await unlink(path);
    expect((await failure(own.run({ tool: 'ffmpeg', argv: ['-version'], timeoutMs: 30_000 }))).code).toBe('ffmpeg_missing');
    await symlink((await tools.find('ffmpeg')).path, path);
    await own.run({ tool: 'ffmpeg', argv: ['-version'], timeoutMs: 30_000 });
  });

  it.runIf(process.platform === 'linux')('leaves no ffmpeg behind when its own process is killed', async () => {
    const script = `import { createTools } from ${JSON.stringify(join(import.meta.dirname, 'tools.ts'))};
      void createTools().run({ tool: 'ffmpeg', argv: ${JSON.stringify(['-progress', 'pipe:1', ...ENDLESS])}, timeoutMs: 60000, onStdout: () => process.stdout.write('.') });`;
    const node = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'], cwd: import.meta.dirname });
    await once(node.stdout, 'data');
    const children = childrenOf(node.pid ?? 0);
    expect(children).toHaveLength(1);
    node.kill('SIGKILL');
    await once(node, 'exit');
    for (let i = 0; i < 100 && children.some(isRunning); i += 1) await sleep(20);
    expect(children.filter(isRunning)).toEqual([]);
  });
});

function childrenOf(pid: number): string[] {
  const pids = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).trim().split(/\s+/).map(Number);
  return pids.map(markOf).filter((mark) => mark !== undefined);
}
