import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureClicks, measurePilot } from '../../../fixtures/measure/index.ts';
import { makeTestMeeting, type TestMeeting, type TestMeetingSpec } from '../../../fixtures/meeting/index.ts';
import { openTestRecordings, plainMeeting } from './testing.ts';

const CHANNELS = [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }, { id: 'zh', language: 'zh' }];
type House = Awaited<ReturnType<typeof openTestRecordings>>;
type Published = Awaited<ReturnType<House['publish']>>;

/** Each channel carries its own pilot, and its clicks are where they were made, from the first to the last. */
async function expectInStep(house: House, published: Published, truth: TestMeeting, shiftMs = 0): Promise<void> {
  for (const channel of truth.channels) {
    const file = published.renditions.find((one) => one.kind === 'sound' && one.name === channel.id)?.files[0] ?? '';
    const path = house.blobs.localPath(file);
    expect((await measurePilot(path, { at: 6, seconds: 3 })).hz, `pilot of ${channel.id}`).toBe(channel.pilotHz);
    const heard = await measureClicks(path);
    expect(heard.length, `clicks of ${channel.id}`).toBe(truth.clicks.length);
    truth.clicks.forEach((click, n) => {
      expect(Math.abs((heard[n] ?? 0) - click - shiftMs), `${channel.id}: click at ${click}, heard at ${heard[n]}`).toBeLessThan(20);
    });
  }
}

describe('a recording, however it was recorded', () => {
  const cases: readonly [string, Omit<TestMeetingSpec, 'durationSeconds' | 'channels'>][] = [
    ['mp4 with AAC', { file: 'm.mp4' }],
    ['MPEG-TS with AAC', { file: 'm.ts' }],
    ['MOV with PCM', { file: 'm.mov', codec: 'pcm' }],
    ['MXF', { file: 'm.mxf' }],
    ['Matroska with Opus', { file: 'm.mkv', codec: 'opus' }],
    ['languages on the sides of stereo tracks', { file: 'm.mkv', layout: 'stereo-pairs' }],
    ['languages on one multichannel track', { file: 'm.mov', layout: 'multichannel', codec: 'pcm' }],
    ['poly-WAV', { file: 'm.wav', layout: 'multichannel', picture: false }],
    ['odd sample rate', { file: 'm.mkv', sampleRate: 44_100 }],
  ];
  it.each(cases)('%s: every channel is the one it says, where the source has it', async (_name, spec) => {
    await using house = await openTestRecordings();
    const truth = await makeTestMeeting({ ...spec, file: join(house.folder, spec.file), durationSeconds: 12, channels: CHANNELS });
    const sides = truth.channels.some((channel) => channel.side !== undefined);
    const published = sides ? await publishFolder(house, truth) : await house.publish({ path: truth.file, file: { title: 'M', channels: ['floor:mul', 'fr', 'zh'] } });
    expect(published.media.state).toBe('complete');
    await expectInStep(house, published, truth);
  });

  async function publishFolder(house: House, truth: TestMeeting): Promise<Published> {
    const name = truth.file.split('/').at(-1) ?? '';
    const pick = (channel: TestMeeting['channels'][number]) => (channel.side === undefined ? 'all' : channel.side);
    await house.describe(house.folder, plainMeeting('sides', {
      channels: truth.channels.map(({ id, language, role }) => ({ key: id, role, language, label: null, provenance: null, gaps: [] })),
      parts: [{
        startMs: null, secondPicture: null, picture: name.endsWith('.wav') ? null : { file: name, track: 0, offsetMs: 0 },
        sound: truth.channels.map((channel) => ({ channel: channel.id, file: name, track: channel.track, offsetMs: 0, pick: pick(channel) })),
      }],
    }, { floorLanguages: ['fr', 'zh'] }));
    return house.publish({ path: house.folder });
  }

  it('a picture with separate sounds, each with its offset', async () => {
    await using house = await openTestRecordings();
    const spec = { durationSeconds: 12, channels: CHANNELS };
    const truth = await makeTestMeeting({ ...spec, file: join(house.folder, 'picture.mp4'), write: ['floor'] });
    await makeTestMeeting({ ...spec, file: join(house.folder, 'fr.wav'), write: ['fr'], picture: false, fromSeconds: 1 });
    const zh = await makeTestMeeting({ ...spec, file: join(house.folder, 'zh.mp3'.replace('mp3', 'ogg')), codec: 'opus', write: ['zh'], picture: false, fromSeconds: 2 });
    const source = (channel: string, file: string, offsetMs: number) => ({ channel, file, track: 0, offsetMs, pick: 'all' as const });
    await house.describe(house.folder, plainMeeting('apart', {
      channels: CHANNELS.map(({ id, language }) => ({ key: id, role: id === 'floor' ? 'floor' as const : 'interpretation' as const, language, label: null, provenance: null, gaps: [] })),
      parts: [{
        startMs: null, secondPicture: null, picture: { file: 'picture.mp4', track: 0, offsetMs: 0 },
        sound: [source('floor', 'picture.mp4', 0), source('fr', 'fr.wav', 1000), source('zh', 'zh.ogg', 2000)],
      }],
    }));
    const published = await house.publish({ path: house.folder });
    for (const key of ['floor', 'fr', 'zh']) {
      const path = house.blobs.localPath(published.renditions.find((one) => one.kind === 'sound' && one.name === key)?.files[0] ?? '');
      const heard = await measureClicks(path);
      const expected = truth.clicks.filter((click) => click >= (key === 'fr' ? 1000 : key === 'zh' ? 2000 : 0));
      expect(heard.length, key).toBe(expected.length);
      expected.forEach((click, n) => expect(Math.abs((heard[n] ?? 0) - click), `${key} ${click} ${heard[n]}`).toBeLessThan(20));
    }
    expect(zh.channels.length).toBeGreaterThan(0);
  });
});
