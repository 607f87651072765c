import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probeArgs, trialArgs } from '@openfloor/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#platform/errors/index.ts';
import { createTools } from '#platform/process/index.ts';
import { disguised, openOddWorkshop, type OddMaker, type OddWorkshop } from '../../../../fixtures/odd/index.ts';
import { createProbe } from './probe-source.ts';

const tools = createTools();
let folder: string;
let workshop: OddWorkshop;
let server: Server;
let asked = 0;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-limits-'));
  workshop = await openOddWorkshop(folder);
  const media = await readFile(workshop.base.file);
  server = createServer((_, response) => { asked += 1; response.end(media); }).listen(0, '127.0.0.1');
  await new Promise((resolve) => { server.once('listening', resolve); });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base.mp4`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a run of ffmpeg or ffprobe ended with; throws when it ended well. */
async function failureOf(run: Promise<unknown>): Promise<AppError> {
  const error: unknown = await run.then(() => undefined, (caught: unknown) => caught);
  if (error instanceof AppError) return error;
  throw new Error(`expected a failure, got ${String(error)}`);
}

describe('ffmpeg and ffprobe read nothing but the file', () => {
  const pointers: readonly (readonly [given: string, name: string, make: (target: string) => OddMaker])[] = [
    ['a playlist', 'list.mp4', disguised.playlist], ['a playlist with its own name', 'list.m3u8', disguised.playlist],
    ['a script', 'script.mkv', disguised.script], ['a manifest', 'manifest.mpd', disguised.manifest],
  ];
  it.each(pointers)('%s is not followed, neither to the network nor to another file', async (_given, name, make) => {
    const before = asked;
    for (const target of [address, workshop.base.file, 'base.mp4', 'data:audio/mpegurl;base64,I0VYVE0zVQo=', `subfile,,start,0,end,9,,:${workshop.base.file}`, `concat:${workshop.base.file}`]) {
      const path = workshop.at(name);
      await make(target)(workshop, path);
      for (const [tool, argv] of [['ffprobe', probeArgs(path)], ['ffmpeg', trialArgs(path, ['audio:0'], 0)]] as const) {
        const { code, details } = await failureOf(tools.run({ tool, argv, timeoutMs: 20_000 }));
        expect([code, String(details['log'])], `${tool} ${target}`).toEqual(['media_failed', expect.stringMatching(/whitelist|Invalid data/)]);
      }
    }
    expect(asked).toBe(before);
  });

  it.each(['http:', 'concat:', 'subfile,,start,0,end,9,,:', 'data:', 'pipe:0', 'async:', 'cache:'])('a path that looks like the protocol %s is a path', async (protocol) => {
    const before = asked;
    const path = `${protocol}${protocol === 'http:' ? address.slice(5) : workshop.base.file}`;
    const { details } = await failureOf(tools.run({ tool: 'ffprobe', argv: probeArgs(path), timeoutMs: 20_000 }));
    expect(details['log']).toMatch(/No such file or directory/);
    expect(asked).toBe(before);
  });

  it('but could, if it were let: the server answers', async () => {
    await tools.run({ tool: 'ffprobe', argv: ['-v', 'error', address], timeoutMs: 20_000 });
    expect(asked).toBeGreaterThan(0);
  });
});

/** A program in the place of ffprobe that does this when it is asked about a file. */
async function probeThat(does: string) {
  const path = join(folder, `ffprobe-${Math.random()}`);
  await writeFile(path, `#!/bin/sh\ncase "$*" in *-version*) exec ffprobe -version;; esac\n${does}\n`);
  await chmod(path, 0o755);
  return createTools({ ffprobePath: path });
}

describe('a file that keeps ffprobe busy', () => {
  it('is given up in time, in a sentence', async () => {
    const began = performance.now();
    const probe = createProbe(await probeThat('exec sleep 600'), { hours: 24, patienceMs: 400 });
    const error = await failureOf(probe.look('slow.mp4', workshop.base.file));
    expect(error.message).toBe('The file slow.mp4 cannot be read as a recording: looking into it was given up, because that took longer than 0.4 seconds.');
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('is given up when it does not end by being asked to', async () => {
    const probe = createProbe(await probeThat('trap "" TERM; while :; do sleep 1; done'), { hours: 24, patienceMs: 300 });
    const began = performance.now();
    expect((await failureOf(probe.look('stubborn.mp4', workshop.base.file))).code).toBe('media_unreadable');
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it('is given up when it makes ffprobe write without end', async () => {
    const probe = createProbe(await probeThat('exec yes'), { hours: 24 });
    const error = await failureOf(probe.look('endless.mp4', workshop.base.file));
    expect(error.message).toBe('The file endless.mp4 cannot be read as a recording: looking into it was given up, because that wrote more than 32 MiB.');
  });

  it('is refused when the answer makes no sense', async () => {
    for (const answer of ['', '[]', '{"streams":7}', 'not json', '{"streams":[null,{"codec_type":"audio","index":"x"}]}']) {
      const probe = createProbe(await probeThat(`printf '%s' '${answer}'`), { hours: 24 });
      expect((await failureOf(probe.look('strange.mp4', workshop.base.file))).code, answer).toBe('media_unreadable');
    }
  });

  it.runIf(process.platform === 'linux')('has bounded memory, and leaves no core file', async () => {
    const { stdout } = await (await probeThat('cat /proc/self/limits')).run({ tool: 'ffprobe', argv: ['x'], timeoutMs: 10_000, memoryMb: 1234 });
    expect(stdout.toString()).toMatch(new RegExp(`Max address space +${1234 * 1024 * 1024} +${1234 * 1024 * 1024}`));
    expect(stdout.toString()).toMatch(/Max core file size +0 +0/);
  });
});
