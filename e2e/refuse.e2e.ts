import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damaged, disguised, folders, openOddWorkshop, type OddWorkshop } from '../fixtures/odd/index.ts';
import { command, settingsFor } from './openfloor.ts';

const PROGRAM = fileURLToPath(new URL('../server/bin/openfloor.mjs', import.meta.url));

let folder: string;
let env: NodeJS.ProcessEnv;
let workshop: OddWorkshop;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-refuse-'));
  env = settingsFor(join(folder, 'data'));
  workshop = await openOddWorkshop(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What somebody at a terminal sees of a publication that fails. */
async function publish(path: string): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const run = promisify(execFile)(process.execPath, [PROGRAM, 'publish', path], { env });
  return run.then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }), (error: unknown) => error as { code: number; stdout: string; stderr: string });
}

describe('openfloor publish refuses in two plain sentences and leaves nothing', () => {
  const GIVE = 'Give the recording itself: check that it plays in a media player, and export or copy it again.';
  it.each([
    ['a playlist that calls itself a recording', 'list.mp4', disguised.playlist('/etc/hostname'), ['The file list.mp4 cannot be read as a recording: it is a playlist, which only points at other files.', GIVE]],
    ['a recording without its end', 'cut.mp4', damaged.cutMp4, ['The file cut.mp4 cannot be read as a recording: its end is missing (the recording or the copy was cut off).', GIVE]],
    ['an encrypted recording', 'bought.mp4', damaged.encrypted, ['The file bought.mp4 is encrypted (picture track 0).', 'Export it again without encryption (DRM) and publish that file.']],
  ] as const)('%s', async (_given, name, make, sentences) => {
    const path = workshop.at(name);
    await make(workshop, path);
    expect(await publish(path)).toMatchObject({ code: 1, stdout: '', stderr: `${sentences.join('\n')}\n` });
  });

  it('a folder that leads out of itself', async () => {
    const path = await folders.oddFolder(workshop, 'meeting', folders.filesYaml(['../secret.wav']));
    const { code, stderr } = await publish(path);
    expect(code).toBe(1);
    expect(stderr).toBe('The meeting folder is not right: meeting.yaml: line 5: recording.channels[0].file leads out of the meeting folder; name only files inside it.\nCorrect it and publish again.\n');
  });

  it('in JSON for programs', async () => {
    expect(await command(env, 'publish', workshop.at('nowhere.mkv'))).toMatchObject({ code: 1, lines: [{ event: 'failed', code: 'file_missing', remedy: 'Check the name, or put the file there.' }] });
  });

  it('with no meeting, no file and no half-made thing afterwards', async () => {
    expect(await command(env, 'list')).toMatchObject({ code: 0, lines: [] });
    for (const place of ['blobs', 'staging']) expect(await readdir(join(folder, 'data', place), { recursive: true }), place).toEqual([]);
  });
});
