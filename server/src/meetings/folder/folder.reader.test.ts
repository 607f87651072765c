import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FULL_YAML } from '../testing/sample-folder.ts';
import { readMeetingFolder } from './folder.reader.ts';

const HOSTILE_NAME = '-rf $(x) `y` \'"; é 🎉 %s.wav';
const yaml = (...files: string[]): string => [
  'schema: openfloor/meeting/1', 'title: { en: T }', 'recording:', '  channels:',
  ...files.map((file, n) => `    - { id: c${n}, role: interpretation, language: en, file: ${JSON.stringify(file)} }`),
].join('\n');

describe('a meeting folder', () => {
  let top: string;
  let folder: string;
  const write = (name: string, text: string | Uint8Array = 'x') => writeFile(join(folder, name), text);
  beforeEach(async () => {
    top = await mkdtemp(join(tmpdir(), 'folder-'));
    folder = join(top, 'meeting');
    await mkdir(folder);
  });
  afterEach(() => rm(top, { recursive: true }));

  it('is read with all its files, whatever their names', async () => {
    await mkdir(join(folder, 'words'));
    for (const name of ['morning.mkv', 'afternoon.mkv', 'slides.mp4', 'booth.wav', 'camera.mov', 'words/fr.vtt', 'record.fr.txt']) await write(name);
    await write('meeting.yaml', FULL_YAML);
    expect((await readMeetingFolder(folder)).recording?.parts).toHaveLength(2);

    await write(HOSTILE_NAME);
    await write('meeting.yaml', `\ufeff${yaml(HOSTILE_NAME)}`);
    expect((await readMeetingFolder(`${folder}/`)).recording?.parts[0]?.sound[0]?.file).toBe(HOSTILE_NAME);
  });

  it('may be reached through a link, and have links that stay inside', async () => {
    await write('a.wav');
    await symlink('a.wav', join(folder, 'b.wav'));
    await symlink(folder, join(top, 'link'));
    await write('meeting.yaml', yaml('b.wav'));
    expect((await readMeetingFolder(join(top, 'link'))).title).toEqual({ en: 'T' });
  });

  it('never leads out of itself', async () => {
    await writeFile(join(top, 'secret.wav'), 'x');
    await mkdir(join(top, 'meeting-2'));
    await writeFile(join(top, 'meeting-2', 'a.wav'), 'x');
    await symlink('../secret.wav', join(folder, 'innocent.wav'));
    await symlink('../meeting-2', join(folder, 'sub'));
    await symlink(join(top, 'secret.wav'), join(folder, 'absolute.wav'));
    for (const file of ['innocent.wav', 'sub/a.wav', 'absolute.wav']) {
      await write('meeting.yaml', yaml(file));
      await expect(readMeetingFolder(folder)).rejects.toMatchObject({ code: 'path_outside_folder', details: { path: file } });
    }
    await write('meeting.yaml', yaml('../secret.wav'));
    await expect(readMeetingFolder(folder)).rejects.toMatchObject({ code: 'folder_invalid' });
    await rm(join(folder, 'meeting.yaml'));
    await symlink('../secret.wav', join(folder, 'meeting.yaml'));
    await expect(readMeetingFolder(folder)).rejects.toMatchObject({ code: 'path_outside_folder' });
  });

  it('says which file is missing, and which one was probably meant', async () => {
    await write('meeting.mkv');
    await write('meeting.yaml', yaml('meetnig.mkv'));
    await expect(readMeetingFolder(folder)).rejects.toMatchObject({
      code: 'file_missing', details: { file: 'meetnig.mkv', where: 'line 5: recording.channels[0].file names meetnig.mkv, which does not exist; did you mean meeting.mkv?' },
    });
  });

  it('says how to write folders when a file is missing for that', async () => {
    await mkdir(join(folder, 'sub'));
    await write('sub/a.wav');
    await write('meeting.yaml', yaml('sub\\a.wav'));
    await expect(readMeetingFolder(folder)).rejects.toMatchObject({ details: { where: expect.stringMatching(/does not exist; write \/ between folders$/) as string } });
  });

  it('names every file that is not right at once', async () => {
    await mkdir(join(folder, 'folder.wav'));
    await write('meeting.yaml', yaml('folder.wav', 'loop.wav', 'none.wav'));
    await symlink('loop.wav', join(folder, 'loop.wav'));
    const error = await readMeetingFolder(folder).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'folder_invalid' });
    expect((error as Error).message).toBe([
      'The meeting folder is not right: meeting.yaml: 3 problems',
      '  line 5: recording.channels[0].file names folder.wav, which is not a file',
      '  line 6: recording.channels[1].file names loop.wav, which does not exist',
      '  line 7: recording.channels[2].file names none.wav, which does not exist.',
    ].join('\n'));
  });

  it('is refused without a description that can be read', async () => {
    await expect(readMeetingFolder(join(top, 'nowhere'))).rejects.toMatchObject({ code: 'file_missing' });
    await expect(readMeetingFolder(folder)).rejects.toMatchObject({ code: 'file_missing', details: { file: join(folder, 'meeting.yaml') } });
    await mkdir(join(folder, 'meeting.yaml'));
    await expect(readMeetingFolder(folder)).rejects.toMatchObject({ code: 'file_missing' });
    await rm(join(folder, 'meeting.yaml'), { recursive: true });
    await write('meeting.yaml', new Uint8Array([0xff, 0xfe, 0x41, 0x00]));
    await expect(readMeetingFolder(folder)).rejects.toThrow('not UTF-8');
    await write('meeting.yaml', 'title: 1');
    await expect(readMeetingFolder(folder)).rejects.toMatchObject({ code: 'folder_invalid', message: expect.stringContaining('line 1: schema is missing') as string });
  });
});
