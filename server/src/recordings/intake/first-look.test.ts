import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstLook } from './first-look.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-first-look-'));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;

/** As somebody who may not read everything: as we are, or, where we are root, as nobody. */
async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  if (!isRoot) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

const look = (name: string) => firstLook(name, join(folder, name)).then(() => undefined, (error: unknown) => (error as Error).message);
const wav = (size: number) => Buffer.concat([Buffer.from('RIFF'), Buffer.from([size & 255, size >> 8, 0, 0]), Buffer.from('WAVE'), Buffer.alloc(88, 1)]);

describe('firstLook', () => {
  it('lets plain files through, with their size and their first bytes', async () => {
    await writeFile(join(folder, 'a.wav'), wav(92));
    expect(await firstLook('a.wav', join(folder, 'a.wav'))).toMatchObject({ name: 'a.wav', bytes: 100, head: { length: 100 } });
  });

  it('refuses what is not there, no file, empty, or shorter than its header says', async () => {
    await mkdir(join(folder, 'sub'));
    await writeFile(join(folder, 'empty.wav'), '');
    await writeFile(join(folder, 'short.wav'), wav(60_000));
    await writeFile(join(folder, 'zeros.mp4'), Buffer.alloc(9000));
    expect(await look('none.wav')).toBe('The file none.wav does not exist.');
    expect(await look('sub')).toBe('The file sub cannot be read as a recording: it is a folder.');
    expect(await look('empty.wav')).toBe('The file empty.wav cannot be read as a recording: it is empty.');
    expect(await look('short.wav')).toBe('The file short.wav is cut off: it says that it is 61 kB long, but there are only 1 kB of it.');
    expect(await look('zeros.mp4')).toBe('The file zeros.mp4 cannot be read as a recording: it is full of zeros, as a copy that never finished leaves it.');
  });

  it('says so when it may not read a file, or the folder it is in', async () => {
    await writeFile(join(folder, 'secret.wav'), wav(92), { mode: 0o000 });
    await mkdir(join(folder, 'closed'), { mode: 0o700 });
    await writeFile(join(folder, 'closed', 'b.wav'), wav(92));
    if (!isRoot) await chmod(join(folder, 'closed'), 0o000);
    const said = await withoutRights(async () => [await look('secret.wav'), await look('closed/b.wav')]);
    await chmod(join(folder, 'closed'), 0o700);
    expect(said).toEqual(['secret.wav', 'closed/b.wav'].map((name) => `The file ${name} cannot be read as a recording: Openfloor may not read it.`));
  });
});
