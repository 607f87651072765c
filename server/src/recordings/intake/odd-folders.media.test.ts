import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureClicks } from '../../../../fixtures/measure/index.ts';
import { folders, HOSTILE_NAMES, PATHS_OUTSIDE, UNWRITABLE_NAMES } from '../../../../fixtures/odd/index.ts';
import { openOddHouse, type OddHouse } from './odd-house.test-support.ts';

let house: OddHouse;
beforeAll(async () => { house = await openOddHouse(); });
afterAll(() => house[Symbol.asyncDispose]());

let made = 0;
/** What is said about a folder with this description; the part that all such sentences begin with is left out. */
async function said(yaml: string | Uint8Array): Promise<string> {
  made += 1;
  const path = await folders.oddFolder(house.workshop, `folder-${made}`, yaml);
  const { says, remedy } = await house.refusal({ path });
  expect(remedy).toMatch(/^(Correct it|Name|Give|Check|Export)/);
  return says.replace('The meeting folder is not right: meeting.yaml: ', '');
}

describe('a meeting folder never leads out of itself', () => {
  it.each(PATHS_OUTSIDE)('%s', async (path) => {
    expect(await said(folders.filesYaml([path]))).toMatch(/^line 5: recording\.channels\[0\]\.file (leads out of|must be a (path|file) inside) the meeting folder/);
  });

  it.each(['out.wav', 'zero.wav'])('not by a link either: %s', async (name) => {
    expect(await said(folders.filesYaml([name]))).toBe(`The path ${name} leads out of the meeting folder.`);
  });
});

const { filesYaml, frenchYaml, recordingYaml } = folders;
const floor = '  - { id: floor, role: floor, language: mul, file: base.mp4, track: 0 }';
const channels = (...lines: readonly string[]) => recordingYaml('channels:', ...lines.map((line) => `  - ${line}`));

const FILES: readonly (readonly [given: string, yaml: string, says: string])[] = [
  ['a folder as a file', filesYaml(['sub.wav']), 'line 5: recording.channels[0].file names sub.wav, which is not a file.'],
  ['a pipe as a file', filesYaml(['pipe.wav']), 'line 5: recording.channels[0].file names pipe.wav, which is not a file.'],
  ['a name that is nearly right', filesYaml(['bse.mp4']), 'The file bse.mp4 does not exist; did you mean base.mp4?'],
  ['no track where there are several', frenchYaml('file: base.mp4'), 'The file base.mp4 has 2 audio tracks, and it is not said which one to use for channel fr.'],
  ['a track that is not there', frenchYaml('file: base.mp4, track: 9'), 'The file base.mp4 has no audio track 9.'],
  ['a side of a mono track', frenchYaml('file: base.mp4, track: 1, side: right'), 'Audio track 1 of base.mp4 has 1 audio channels, so there is no right side in it.'],
  ['a picture that is not there', recordingYaml('picture: { file: base.mp4, track: 3 }', 'channels:', floor), 'The file base.mp4 has no picture track 3.'],
  ['an offset before the beginning', frenchYaml('file: base.mp4, track: 1, offset: -500'), 'channel fr (audio track 1 of base.mp4) ends before the recording begins, because of its offset of -500 s.'],
  ['an offset of days', frenchYaml('file: base.mp4, track: 1, offset: 500000'), 'the recording would last 139 hours, and 24 is the most; look at its offsets and starts.'],
  ['a start of days', recordingYaml('channels:', '  - { id: floor, role: floor, language: mul, track: 0 }', 'parts:', '  - { file: base.mp4 }', '  - { file: base.mp4, starts: 600000 }'), 'the recording would last 167 hours, and 24 is the most; look at its offsets and starts.'],
];

const KEYS: readonly (readonly [given: string, yaml: string, says: string])[] = [
  ['a word for a number', frenchYaml('file: base.mp4, track: one'), 'line 7: recording.channels[1].track must be a number, not text.'],
  ['no number', frenchYaml('file: base.mp4, offset: .nan'), 'line 7: recording.channels[1].offset must be a number, not NaN.'],
  ['a number for a name', frenchYaml('file: 5'), 'line 7: recording.channels[1].file must be text; put "5" in quotes.'],
  ['an unknown key', frenchYaml('fle: base.mp4'), 'line 7: recording.channels[1].fle is not known here; did you mean file?'],
  ['one id twice', channels('{ id: a, role: floor, language: fr, file: base.mp4, track: 0 }', '{ id: a, role: relay, language: en, file: base.mp4, track: 1 }'), 'line 6: recording.channels[1].id is a a second time; each channel needs its own id.'],
  ['two floors', channels('{ id: a, role: floor, language: fr, file: base.mp4, track: 0 }', '{ id: b, role: floor, language: en, file: base.mp4, track: 1 }'), 'line 6: recording.channels[1].role is a second floor beside a; a meeting has one at most.'],
  ['a language that is none', channels('{ id: a, role: floor, language: english, file: base.mp4, track: 0 }'), 'line 5: recording.channels[0].language is not a language tag (BCP 47) such as en, fr or zh-Hans.'],
  ['an id that would be a path', channels('{ id: "../x", role: floor, language: en, file: base.mp4, track: 0 }'), 'line 5: recording.channels[0].id must be letters A to Z and digits joined by single hyphens, such as floor, fr or fr-2.'],
  ['no channels', recordingYaml('channels: []'), 'line 4: recording.channels must have at least 1 entry.'],
  ['101 channels', channels(...Array.from({ length: 101 }, (_, n) => `{ id: c${n}, role: relay, language: en, file: base.mp4, track: 0 }`)), 'line 4: recording.channels must have at most 100 entries.'],
];

const TEXTS: readonly (readonly [given: string, yaml: string | Uint8Array, says: string])[] = [
  ['nothing', '', 'the file must be a set of keys such as title and recording.'],
  ['a list', '- a\n- b\n', 'line 1: must be a set of keys, not a list.'],
  ['two descriptions', 'a: 1\n---\nb: 2\n', 'line 2: begins a second description (---); one file describes one meeting.'],
  ['aliases that multiply', folders.BOMB, 'the file repeats itself by too many aliases (*); write out what they stand for.'],
  ['a hundred thousand lists in each other', folders.DEEP, 'line 3: the file is nested too deeply.'],
  ['five million letters', folders.LARGE, 'the file is larger than 4 MiB, which no meeting needs.'],
  ['seventeen million letters', folders.ENORMOUS, 'the file is larger than 16 MiB, which no meeting needs.'],
  ['code', folders.CODE, 'line 3: has a tag (!) that is not known here; remove it.'],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'the file is not UTF-8 text; save it as UTF-8.'],
  ['a NUL', 'title: \u0000', 'the file is not text.'],
];

describe.each([['files', FILES], ['keys', KEYS], ['text', TEXTS]] as const)('a meeting folder with wrong %s', (_kind, rows) => {
  it.each(rows)('%s is refused, and nothing is left', async (_given, yaml, says) => {
    expect(await said(yaml)).toBe(says);
  });
});

describe('what is handed in', () => {
  it.each([
    ['nowhere.mkv', 'file_missing', /nowhere\.mkv does not exist\.$/],
    ['', 'file_missing', /handed-in\/meeting\.yaml does not exist\.$/],
    ['folder-1/pipe.wav', 'media_unreadable', /^The file pipe\.wav cannot be read as a recording: it is not a file but a device or a pipe\.$/],
    ['nul\u0000byte', 'file_missing', /does not exist/],
  ])('%j is refused', async (name, code, says) => {
    const refused = await house.refusal({ path: join(house.folder, name) });
    expect(refused).toMatchObject({ code, says: expect.stringMatching(says) as string });
  });

  it('may be a device only by mistake', async () => {
    expect((await house.refusal({ path: '/dev/zero' })).says).toBe('The file zero cannot be read as a recording: it is not a file but a device or a pipe.');
  });

  it.each(UNWRITABLE_NAMES)('has no name that a terminal would obey: %j', async (name) => {
    const path = house.workshop.at(`${name}.wav`);
    await folders.shortSound(house.workshop, path);
    const { says } = await house.refusal({ path, file: { title: 'Odd', channels: ['floor'] } });
    expect(says).toMatch(/the name of the file, .*\.wav, contains a control character; rename the file$/);
    expect(says).not.toMatch(/\p{Cc}/u);
    expect(await said(folders.filesYaml([`${name}.wav`]))).toBe('line 5: recording.channels[0].file contains a control character; rename the file.');
  });
});

describe('names that break programs', () => {
  it('are published from a folder, each file in its channel', async () => {
    const folder = house.workshop.at('hostile');
    await mkdir(folder);
    const names = HOSTILE_NAMES.map((name) => `${name}.wav`);
    for (const name of names) await folders.shortSound(house.workshop, join(folder, name));
    await writeFile(join(folder, 'meeting.yaml'), folders.filesYaml(names));
    const { media, renditions } = await house.publish({ path: folder });
    expect(media).toMatchObject({ state: 'complete', failure: null });
    for (const n of names.keys()) {
      const file = renditions.find((one) => one.kind === 'sound' && one.name === `c${n}`)?.files[0] ?? '';
      const heard = await measureClicks(house.blobs.localPath(file));
      expect(heard.map((at) => Math.round(at / 20) * 20), names[n]).toEqual([1000]);
    }
  });

  it('are published as a single file, which gives the title', async () => {
    const path = house.workshop.at('-i %03d "évil\u202e" $(x).wav');
    await folders.shortSound(house.workshop, path);
    const { media, meetingId } = await house.publish({ path, file: { channels: ['floor:fr'] } });
    expect(media).toMatchObject({ state: 'complete', failure: null });
    expect((await house.meetings.get(house.operator, meetingId)).title).toEqual({ en: '-i %03d "évil\u202e" $(x)' });
  });
});
