import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestMeeting, type TestMeeting } from '../fixtures/meeting/index.ts';
import { command, settingsFor, startOpenfloor, type Openfloor } from './openfloor.ts';

let openfloor: Openfloor;
let truth: TestMeeting;

const CHANNELS = [{ id: 'floor', language: 'mul' }, { id: 'ar', language: 'ar' }, { id: 'en', language: 'en' }];

beforeAll(async () => {
  openfloor = await startOpenfloor();
  truth = await makeTestMeeting({ file: join(openfloor.folder, 'hearing.mkv'), durationSeconds: 12, channels: CHANNELS });
  await openfloor.must('publish', truth.file, '--title', 'Hearing', '--wait');
});

afterAll(async () => { await openfloor?.[Symbol.asyncDispose](); });

const get = (path: string) => fetch(new URL(path, openfloor.url), { redirect: 'manual' });

describe('an installation', () => {
  it('lists and shows what it has, with what the checks of each channel found', async () => {
    expect(await openfloor.must('list')).toMatchObject({ event: 'meeting', slug: 'hearing', state: 'published' });
    const shown = await openfloor.must('show', 'hearing');
    expect(shown['media']).toMatchObject({ state: 'complete', failure: null, channels: CHANNELS.map(({ id }) => ({ key: id })) });
    const floor = (shown['media'] as { channels: { checks: { check: string; result: string }[] }[] }).channels[0];
    expect(floor?.checks.find((one) => one.check === 'silent')?.result).toBe('ok');
  });

  it('exports a meeting that can be published elsewhere as it was', async () => {
    const folder = join(openfloor.folder, 'hearing');
    await openfloor.must('export', 'hearing', folder);
    const [source, exported] = await Promise.all([readFile(truth.file), readFile(join(folder, 'hearing.mkv'))]);
    expect(exported.equals(source), 'the source file, byte for byte').toBe(true);
    const elsewhere = settingsFor(join(openfloor.folder, 'elsewhere'));
    const again = await command(elsewhere, 'publish', folder, '--wait');
    expect(again.lines.at(-1)).toMatchObject({ event: 'published', slug: 'hearing', channels: CHANNELS.map(({ id }) => ({ id })) });
    const twice = join(openfloor.folder, 'again');
    expect((await command(elsewhere, 'export', 'hearing', twice)).code).toBe(0);
    expect(await readFile(join(twice, 'meeting.yaml'), 'utf8')).toBe(await readFile(join(folder, 'meeting.yaml'), 'utf8'));
  });

  it('comes back from one backup file, made while it runs', async () => {
    const file = join(openfloor.folder, 'all.backup');
    await openfloor.must('backup', file);
    expect((await stat(file)).size).toBeGreaterThan(100_000);
    const restored = settingsFor(join(openfloor.folder, 'restored'));
    expect((await command(restored, 'restore', file)).lines.at(-1)).toMatchObject({ event: 'restored' });
    const { lines } = await command(restored, 'show', 'hearing');
    expect(lines.at(-1)?.['media']).toEqual((await openfloor.must('show', 'hearing'))['media']);
    const over = await command(restored, 'restore', file);
    expect(over).toMatchObject({ code: 1, lines: [{ event: 'failed' }] });
  });

  it('finds nothing wrong with itself', async () => {
    const { lines, code } = await openfloor.command('doctor');
    expect({ code, faults: lines.filter((line) => line['state'] === 'fault') }).toEqual({ code: 0, faults: [] });
  });

  it('puts a better recording in the place of the one that a meeting has', async () => {
    const { media: before } = await openfloor.must('show', 'hearing');
    expect(await openfloor.command('publish', truth.file, '--slug', 'hearing'), 'without --replace').toMatchObject({ code: 1 });
    expect(await openfloor.must('publish', truth.file, '--slug', 'hearing', '--title', 'Hearing', '--replace', '--wait')).toMatchObject({ slug: 'hearing' });
    const { media: after } = await openfloor.must('show', 'hearing');
    expect((after as { recordingId: string }).recordingId).not.toBe((before as { recordingId: string }).recordingId);
  });

  it('takes a meeting out of view and says so at its address', async () => {
    const { media } = await openfloor.must('show', 'hearing') as unknown as { media: { hls: string } };
    expect((await get(media.hls)).status).toBe(200);
    await openfloor.must('withdraw', 'hearing');
    expect((await get('/en/meetings/hearing')).status).toBe(410);
    await expect.poll(async () => (await get(media.hls)).status, { timeout: 10_000 }).toBe(410);
    const again = await openfloor.command('publish', truth.file, '--slug', 'hearing', '--replace');
    expect(again).toMatchObject({ code: 1, lines: [{ event: 'failed', message: expect.stringContaining('withdrawn') as string }] });
  });

  it('puts a withdrawn meeting back when that was a mistake', async () => {
    expect(await openfloor.must('withdraw', 'hearing', '--undo')).toMatchObject({ event: 'republished', state: 'published' });
    expect((await get('/en/meetings/hearing')).status).toBe(200);
    expect(await openfloor.command('withdraw', 'hearing', '--undo'), 'it is public').toMatchObject({ code: 1 });
  });

  it('removes a meeting with every file of it', async () => {
    const { id } = await openfloor.must('show', 'hearing');
    const kept = async () => (await readdir(join(openfloor.folder, 'data', 'blobs'), { recursive: true })).filter((name) => name.includes(String(id)));
    expect(await kept()).not.toEqual([]);
    expect(await openfloor.command('remove', 'hearing'), 'without --yes').toMatchObject({ code: 1 });
    await openfloor.must('remove', 'hearing', '--yes');
    expect((await get('/en/meetings/hearing')).status).toBe(404);
    await expect.poll(kept, { timeout: 10_000 }).toEqual([]);
  });

  it.each([
    ['a file that is not there', ['publish', '/nowhere/council.mkv'], /council\.mkv/],
    ['a meeting that is not there', ['show', 'nothing-here'], /nothing-here/],
  ])('answers %s in one sentence', async (_what, args, sentence) => {
    const { code, lines, errors } = await openfloor.command(...args);
    expect({ code, errors }).toEqual({ code: 1, errors: '' });
    expect(lines.at(-1)).toMatchObject({ event: 'failed', message: expect.stringMatching(sentence) as string });
  });

  it('says what a command wants when it is left out', async () => {
    const { code, errors } = await openfloor.command('publish');
    expect(code).toBe(2);
    expect(errors).toMatch(/path/);
    expect(errors).not.toMatch(/\n\s+at /);
  });
});
