import { describe, expect, it } from 'vitest';
import { folderOf } from '../testing/sample-folder.ts';
import { parseMeetingYaml } from './parse.schema.ts';
import { writeMeetingYaml } from './writer.ts';

const meeting = (recording: string): string =>
  `schema: openfloor/meeting/1\ntitle: { en: T }\nrecording:\n${recording.split('\n').map((line) => `  ${line}`).join('\n')}\n`;
const partsOf = (recording: string) => folderOf(meeting(recording)).recording?.parts;
const problemsOf = (recording: string): readonly string[] => {
  const parsed = parseMeetingYaml(meeting(recording));
  return parsed.ok ? [] : parsed.problems;
};
const source = (file: string, more: object = {}) => ({ file, track: null, offsetMs: 0, ...more });
const FLOOR = '- { id: floor, role: floor, language: mul';

describe('a recording', () => {
  it('is one multi-track file', () => {
    expect(partsOf(`picture: { file: m.mkv }\nchannels:\n  ${FLOOR}, file: m.mkv, track: 0 }\n  - { id: fr, role: interpretation, language: fr, file: m.mkv, track: 1 }`)).toEqual([{
      startMs: null, picture: source('m.mkv'), secondPicture: null,
      sound: [source('m.mkv', { channel: 'floor', track: 0, pick: 'all' }), source('m.mkv', { channel: 'fr', track: 1, pick: 'all' })],
    }]);
  });

  it('is audio alone, on sides and channels of tracks, with offsets', () => {
    expect(partsOf(`channels:\n  ${FLOOR}, file: a.wav, side: left }\n  - { id: fr, role: interpretation, language: fr, file: poly.wav, channelIndex: 3, offset: -0.25 }`)).toEqual([{
      startMs: null, picture: null, secondPicture: null,
      sound: [source('a.wav', { channel: 'floor', pick: 'left' }), source('poly.wav', { channel: 'fr', offsetMs: -250, pick: 3 })],
    }]);
  });

  it('is several files one after another, each saying what differs', () => {
    const parts = partsOf([
      'channels:', `  ${FLOOR}, track: 0 }`, '  - { id: fr, role: interpretation, language: fr, track: 1, side: left }', 'parts:',
      '  - { file: morning.mkv, picture: {} }',
      '  - { starts: "1:30:00", file: afternoon.wav, channels: { fr: { file: fr.wav, track: 0, channelIndex: 2 } } }',
      '  - { file: evening.wav, secondPicture: { file: slides.mp4 }, channels: { fr: null } }',
    ].join('\n'));
    expect(parts).toEqual([
      { startMs: null, picture: source('morning.mkv'), secondPicture: null, sound: [
        source('morning.mkv', { channel: 'floor', track: 0, pick: 'all' }), source('morning.mkv', { channel: 'fr', track: 1, pick: 'left' })] },
      { startMs: 5_400_000, picture: null, secondPicture: null, sound: [
        source('afternoon.wav', { channel: 'floor', track: 0, pick: 'all' }), source('fr.wav', { channel: 'fr', track: 0, pick: 2 })] },
      { startMs: null, picture: null, secondPicture: source('slides.mp4'), sound: [source('evening.wav', { channel: 'floor', track: 0, pick: 'all' })] },
    ]);
  });

  it('is written so that every form reads back the same', () => {
    for (const recording of [
      `channels:\n  ${FLOOR}, file: a.wav, side: right, offset: 1.25 }`,
      `channels:\n  ${FLOOR}, track: 0 }\nparts: [ { starts: 0, file: a.mkv, picture: { track: 1 } } ]`,
      `channels:\n  ${FLOOR} }\n  - { id: x, role: relay, language: en }\nparts: [ { file: a.mkv }, { channels: { floor: null, x: { file: "weird name's.wav" } } } ]`,
    ]) {
      const folder = folderOf(meeting(recording));
      expect(folderOf(writeMeetingYaml(folder))).toEqual(folder);
    }
  });

  it.each([
    [`channels:\n  ${FLOOR} }`, 'recording.channels[0] needs a file, or a list of parts that name the files'],
    [`channels:\n  ${FLOOR}, file: a.wav, side: left, channelIndex: 0 }`, 'recording.channels[0] has a side and a channelIndex; keep one of them'],
    [`channels:\n  ${FLOOR}, file: a.wav }\n  - { id: floor, role: relay, language: en, file: b.wav }`, 'recording.channels[1].id is floor a second time; each channel needs its own id'],
    [`channels:\n  ${FLOOR}, file: a.wav }\n  - { id: f, role: floor, language: en, file: b.wav }`, 'recording.channels[1].role is a second floor beside floor; a meeting has one at most'],
    [`channels:\n  ${FLOOR}, file: a.wav, provenance: { from: fr } }`, 'recording.channels[0].provenance.from is fr, which is not another channel of this meeting'],
    [`channels:\n  ${FLOOR}, file: a.wav, gaps: [ { start: 5, end: 5 } ] }`, 'recording.channels[0].gaps[0].end must be after the start of the gap'],
    [`channels:\n  ${FLOOR}, file: a.wav }\nparts: [ { file: b.wav } ]`, 'recording.channels[0].file must be in the parts, because there is a list of parts'],
    [`picture: { file: a.mkv }\nchannels:\n  ${FLOOR} }\nparts: [ { file: b.wav } ]`, 'recording.picture must be in the parts, because there is a list of parts'],
    [`channels:\n  ${FLOOR} }\nparts: [ { picture: { file: a.mkv } } ]`, 'recording.parts[0] names no file for the channel floor; add a file, or floor: null under channels'],
    [`channels:\n  ${FLOOR} }\nparts: [ { file: a.mkv, channels: { fr: null } } ]`, 'recording.parts[0].channels.fr is not in the list of channels (floor)'],
    [`channels:\n  ${FLOOR} }\nparts: [ { channels: { floor: null } } ]`, 'recording.channels[0] is missing in every part; remove it, or name its file in a part'],
    [`channels:\n  ${FLOOR} }\nparts: [ { file: a.wav, starts: 60 }, { file: b.wav, starts: 30 } ]`, 'recording.parts[1].starts must be after the start of the part before'],
    [`channels:\n  ${FLOOR}, file: ../a.wav }`, 'recording.channels[0].file leads out of the meeting folder; name only files inside it'],
    [`channels:\n  ${FLOOR}, file: /etc/passwd }`, 'recording.channels[0].file must be a path inside the meeting folder, not an absolute one'],
    [`channels:\n  ${FLOOR}, file: "http://example.org/a.wav" }`, 'recording.channels[0].file must be a file inside the meeting folder, not an address'],
    [`channels:\n  ${FLOOR}, file: 'C:\\b.wav' }`, 'recording.channels[0].file must be a path inside the meeting folder, not an absolute one'],
    [`channels:\n  ${FLOOR}, file: "a\\nb.wav" }`, 'recording.channels[0].file contains a control character; rename the file'],
    [`channels:\n  ${FLOOR}, file: a.wav, track: -1 }`, 'recording.channels[0].track must be at least 0'],
    [`channels:\n  - { id: floor, role: flor, language: mul, file: a.wav }`, 'recording.channels[0].role must be floor, interpretation, relay, audio-description, machine-voice or sign-language'],
  ])('is refused when it makes no sense: %j', (recording, problem) => {
    expect(problemsOf(recording).map((sentence) => sentence.replace(/^line \d+: /, ''))).toContain(problem);
  });
});
