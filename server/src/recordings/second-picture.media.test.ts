import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureFlashes } from '../../../fixtures/measure/index.ts';
import { makeTestMeeting } from '../../../fixtures/meeting/index.ts';
import { plainMeeting, openTestRecordings } from './testing.ts';

const channel = (key: string, role: 'floor' | 'sign-language', language: string) => ({ key, role, language, label: null, provenance: null, gaps: [] });

describe('a meeting whose cameras were switched on later than its microphones', () => {
  it('shows both pictures when they were taken, and tells which channel the second one is', async () => {
    await using house = await openTestRecordings();
    const channels = [{ id: 'floor', language: 'en' }];
    const sound = await makeTestMeeting({ file: join(house.folder, 'sound.m4a'), durationSeconds: 14, channels, picture: false });
    await makeTestMeeting({ file: join(house.folder, 'room.mp4'), durationSeconds: 12, fromSeconds: 2, channels });
    await makeTestMeeting({ file: join(house.folder, 'sign.mp4'), durationSeconds: 11, fromSeconds: 3, channels, picture: { width: 240, height: 240 } });
    await house.describe(house.folder, plainMeeting('signed', {
      channels: [channel('floor', 'floor', 'en'), channel('sign', 'sign-language', 'ase')],
      parts: [{
        startMs: null, secondPicture: null, picture: { file: 'room.mp4', track: 0, offsetMs: 2000 },
        sound: [
          { channel: 'floor', file: 'sound.m4a', track: 0, offsetMs: 0, pick: 'all' },
          { channel: 'sign', file: 'sign.mp4', track: 0, offsetMs: 3000, pick: 'all' },
        ],
      }],
    }));
    const { media, renditions } = await house.publish({ path: house.folder });
    expect(media).toMatchObject({ state: 'complete', failure: null, secondPicture: { width: 240, height: 240, channel: 'sign' } });
    expect(media.secondPicture?.hls).toBe(`/${renditions.find(({ kind }) => kind === 'second-picture')?.playlist}`);
    for (const kind of ['picture', 'second-picture'] as const) {
      const flashes = await measureFlashes(house.blobs.localPath(renditions.find((one) => one.kind === kind)?.files[0] ?? ''));
      const seen = sound.clicks.filter((at) => at >= 3000);
      expect(flashes.map((at) => Math.round(at / 40)), kind).toEqual(seen.map((at) => Math.round(at / 40)));
    }
  });

  it('shows nothing beside a part that has no second picture, and stays in step in the next', async () => {
    await using house = await openTestRecordings();
    const channels = [{ id: 'floor', language: 'en' }];
    const morning = await makeTestMeeting({ file: join(house.folder, 'morning.mkv'), durationSeconds: 8, channels });
    const evening = await makeTestMeeting({ file: join(house.folder, 'evening.mkv'), durationSeconds: 8, channels });
    await makeTestMeeting({ file: join(house.folder, 'sign.mp4'), durationSeconds: 8, channels, picture: { width: 240, height: 240 } });
    const source = (file: string) => ({ file, track: 0, offsetMs: 0 });
    const sound = (name: string, file: string) => ({ ...source(file), channel: name, pick: 'all' as const });
    await house.describe(house.folder, plainMeeting('two-parts', {
      channels: [channel('floor', 'floor', 'en'), channel('sign', 'sign-language', 'ase')],
      parts: [
        { startMs: null, secondPicture: null, picture: source('morning.mkv'), sound: [sound('floor', 'morning.mkv')] },
        { startMs: null, secondPicture: null, picture: source('evening.mkv'), sound: [sound('floor', 'evening.mkv'), sound('sign', 'sign.mp4')] },
      ],
    }));
    const { media, renditions } = await house.publish({ path: house.folder });
    expect(media).toMatchObject({ state: 'complete', failure: null, secondPicture: { channel: 'sign' } });
    const second = renditions.find(({ kind }) => kind === 'second-picture');
    expect(second?.durationMs).toBe(media.durationMs);
    const files = second?.files.map((key) => house.blobs.localPath(key)) ?? [];
    expect(await Promise.all(files.map((file) => measureFlashes(file)))).toEqual([[], evening.clicks]);
    expect(morning.durationMs).toBe(8000);
  });
});
