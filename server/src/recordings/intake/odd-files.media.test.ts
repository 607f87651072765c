import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { absurd, damaged, disguised, type OddMaker } from '../../../../fixtures/odd/index.ts';
import { openOddHouse, type OddHouse } from './odd-house.test-support.ts';

let house: OddHouse;
beforeAll(async () => { house = await openOddHouse(); });
afterAll(() => house[Symbol.asyncDispose]());

interface Row {
  readonly given: string;
  /** Name under which the file is handed in. */
  readonly name: string;
  readonly make: OddMaker;
  /** The code, and the sentence that people read. */
  readonly code: string;
  readonly says: string | RegExp;
  readonly remedy?: RegExp;
  readonly channels?: readonly string[];
}

const unreadable = (given: string, name: string, make: OddMaker, reason: string): Row =>
  ({ given, name, make, code: 'media_unreadable', says: `The file ${name} cannot be read as a recording: ${reason}.`, remedy: /^Give the recording itself: check that it plays/ });

const DISGUISED: readonly Row[] = [
  unreadable('an empty file', 'empty.mp4', disguised.empty, 'it is empty'),
  unreadable('random bytes', 'random.mp4', disguised.randomBytes, 'its contents are not in a format for recordings that is known here, whatever its name says'),
  unreadable('a copy that never finished', 'zeros.mkv', disguised.zeros, 'it is full of zeros, as a copy that never finished leaves it'),
  unreadable('a text', 'letter.mp4', disguised.plainText, 'it is a text'),
  unreadable('a web page', 'download.mp4', disguised.webPage, 'it is a web page, as a download that went wrong leaves it'),
  unreadable('a drawing', 'drawing.mp4', disguised.drawing, 'it is a drawing (SVG)'),
  unreadable('a photograph', 'photo.mp4', disguised.photograph, 'it is a single picture (JPEG)'),
  unreadable('a playlist', 'playlist.mp4', disguised.playlist('/etc/hostname'), 'it is a playlist, which only points at other files'),
  unreadable('a playlist of an address', 'address.ts', disguised.playlist('http://127.0.0.1:9/a.ts'), 'it is a playlist, which only points at other files'),
  unreadable('a concat script', 'script.mkv', disguised.script('/etc/hostname'), 'it is a script, which only points at other files'),
  unreadable('a DASH manifest', 'manifest.mp4', disguised.manifest('http://127.0.0.1:9/a.mp4'), 'it is an XML text'),
  unreadable('the address of a stream', 'stream.mp4', disguised.streamAddress, 'it is the address of a network stream (SDP)'),
];

const CUT = /^Copy it again from where it was recorded/;
const DAMAGED: readonly Row[] = [
  unreadable('an MP4 file without its end', 'cut.mp4', damaged.cutMp4, 'its end is missing (the recording or the copy was cut off)'),
  { given: 'an MP4 file without its end, its header being first', name: 'fast.mp4', make: damaged.cutFastMp4, code: 'media_truncated', says: /^The file fast\.mp4 is cut off: it says that it lasts 0:08, but it ends after 0:0[2-5]\.$/, remedy: CUT },
  { given: 'a Matroska file without its end', name: 'cut.mkv', make: damaged.cutMatroska, code: 'media_truncated', says: /^The file cut\.mkv is cut off: it says that it lasts 0:08, but it ends after 0:0[2-5]\.$/, remedy: CUT },
  { given: 'a WAV file without its end', name: 'cut.wav', make: damaged.cutWav, code: 'media_truncated', says: 'The file cut.wav is cut off: it says that it is 769 kB long, but there are only 385 kB of it.', remedy: CUT },
  { given: 'noise behind a good header', name: 'noise.mkv', make: damaged.noise, code: 'media_truncated', says: /^The file noise\.mkv is cut off: it says that it lasts 0:08, but/, remedy: CUT },
  { given: 'an encrypted file', name: 'bought.mp4', make: damaged.encrypted, code: 'media_encrypted', says: 'The file bought.mp4 is encrypted (picture track 0).', remedy: /^Export it again without encryption/ },
  { given: 'an empty track', name: 'dead.mp4', make: damaged.emptyTrack, code: 'media_track_broken', says: 'The audio track 1 of dead.mp4 cannot be played: there is nothing in it.', remedy: /leave this track out/ },
  { given: 'a track with a table of absurd size', name: 'table.mp4', make: damaged.hugeTable, code: 'media_track_broken', says: 'The audio track 1 of table.mp4 cannot be played: there is nothing in it.' },
  { given: 'a picture in an unknown format', name: 'picture.mp4', make: damaged.unknownFormat(0), code: 'media_track_broken', says: 'The picture track 0 of picture.mp4 cannot be played: its format (unknown) is not known here.' },
  { given: 'a sound in an unknown format', name: 'sound.mp4', make: damaged.unknownFormat(2), code: 'media_track_broken', says: 'The audio track 1 of sound.mp4 cannot be played: its format (unknown) is not known here.' },
];

const HUNDRED = Array.from({ length: 200 }, (_, n) => (n < 101 ? 'fr' : '-'));
const ABSURD: readonly Row[] = [
  { given: 'a picture of 81 million pixels', name: 'huge.mkv', make: absurd.hugePicture, code: 'media_picture_size', says: 'Picture track 0 of huge.mkv is 9000 x 9000 pixels large; the largest that is taken is 7680 x 4320.', remedy: /smaller picture/ },
  { given: 'a header of 16384 x 16384', name: 'header.mp4', make: absurd.hugeHeader, code: 'media_track_broken', says: /^The picture track 0 of header\.mp4 cannot be played: / },
  { given: 'tracks of forty hours', name: 'long.mp4', make: absurd.lasting(40 * 3600), code: 'media_too_long', says: 'The file long.mp4 says that it lasts 40 hours; the limit is 24 hours.', remedy: /OPENFLOOR_MEDIA_HOURS/ },
  { given: 'tracks of ten hours', name: 'ten.mp4', make: absurd.lasting(10 * 3600), code: 'media_truncated', says: 'The file ten.mp4 is cut off: it says that it lasts 10:00:00, but it ends after 0:08.', remedy: CUT },
  { given: 'no sound', name: 'mute.mp4', make: absurd.soundless, code: 'media_no_audio', says: 'The recording mute.mp4 has no sound.', remedy: /at least one audio track/ },
  { given: 'two hundred tracks', name: 'many.mkv', make: absurd.manyTracks(200), code: 'media_too_many_tracks', says: 'The file many.mkv has 200 audio tracks; a meeting has at most 100 channels.', remedy: /--channels/ },
  { given: 'more channels than a meeting has', name: 'many-chosen.mkv', make: absurd.manyTracks(200), channels: HUNDRED, code: 'media_too_many_tracks', says: /at most 100 channels/ },
  { given: 'fewer channels said than there are', name: 'few.mkv', make: absurd.manyTracks(3), channels: ['fr', 'en'], code: 'validation_failed', says: /--channels names 2 channels, but few\.mkv has 3 audio tracks \(track 0: fr; track 1: fr; track 2: fr\); name each in its order/ },
  { given: 'a channel that is no language', name: 'odd.mkv', make: absurd.manyTracks(1), channels: ['klingonish!'], code: 'validation_failed', says: /klingonish! is neither floor, - nor a language tag/ },
];

describe.each([['disguised', DISGUISED], ['damaged', DAMAGED], ['absurd', ABSURD]] as const)('%s', (_kind, rows) => {
  it.each(rows)('$given is refused, and nothing is left', async ({ name, make, channels, ...wanted }) => {
    const path = house.workshop.at(name);
    await make(house.workshop, path);
    const { code, says, remedy } = await house.refusal({ path, file: { title: 'Odd', ...(channels && { channels }) } });
    expect(code, says).toBe(wanted.code);
    expect(typeof wanted.says === 'string' ? says : wanted.says.exec(says)?.[0], says).toBe(typeof wanted.says === 'string' ? wanted.says : wanted.says.exec(says)?.[0] ?? 'what was wanted');
    expect(remedy).toMatch(wanted.remedy ?? /\.$/);
    expect(says).not.toContain(house.folder);
  });
});
