import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTestMeeting } from '../../../fixtures/meeting/index.ts';
import { openTestRecordings } from './testing.ts';

const CHANNELS = [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }];

/** A house whose ffmpeg can be taken away, be broken and be brought back. */
async function openWithOwnFfmpeg() {
  const bin = await mkdtemp(join(tmpdir(), 'openfloor-own-ffmpeg-'));
  onTestFinished(() => rm(bin, { recursive: true, force: true }));
  const path = join(bin, 'ffmpeg');
  const install = async (before = '') => {
    await writeFile(path, `#!/bin/sh\n${before}\nexec ffmpeg "$@"\n`);
    await chmod(path, 0o755);
  };
  const house = await openTestRecordings({ ffmpegPath: path });
  const { file } = await makeTestMeeting({ file: join(house.folder, 'm.mkv'), durationSeconds: 8, channels: CHANNELS });
  const publish = (title: string) => house.recordings.publish(house.operator, { path: file, file: { title } });
  return { house, file, install, publish, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() };
}

type Own = Awaited<ReturnType<typeof openWithOwnFfmpeg>>;

async function untilPackageWaits({ house }: Own, recordingId: string | null): Promise<void> {
  await expect.poll(async () => (await house.repo.steps(recordingId ?? ''))[0], { timeout: 20_000 })
    .toMatchObject({ step: 'package', state: 'waiting', failure: expect.stringContaining('ffmpeg') as string });
}

describe('a step without ffmpeg', () => {
  it('says so, and goes on by itself when ffmpeg is back', async () => {
    await using own = await openWithOwnFfmpeg();
    const { recordingId, meetingId } = await own.publish('Waiting');
    await untilPackageWaits(own, recordingId);
    expect(await own.house.recordings.mediaOf(meetingId)).toMatchObject({ state: 'processing', failure: null });
    await own.install();
    await own.house.settled(recordingId ?? '');
    expect(await own.house.recordings.mediaOf(meetingId)).toMatchObject({ state: 'complete', failure: null });
  });
});

describe('a recording that cannot be made', () => {
  it('leaves nothing of itself: no meeting and no file, and its address is free again', async () => {
    await using own = await openWithOwnFfmpeg();
    const { house, file } = own;
    const { recordingId, slug } = await own.publish('Lost');
    await untilPackageWaits(own, recordingId);
    await rm(file);
    await own.install();
    await expect(house.settled(recordingId ?? '')).rejects.toMatchObject({ code: 'source_gone' });
    await expect(house.meetings.get(house.operator, slug)).rejects.toMatchObject({ code: 'meeting_not_found' });
    await house.worker.idle();
    const left = await readdir(join(house.folder, 'blobs'), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });
});

describe('a recording of which a later step fails', () => {
  it('stays without what that step would have added, and says why', async () => {
    await using own = await openWithOwnFfmpeg();
    await own.install('case "$*" in *voice-*) exit 1;; esac');
    const { recordingId, meetingId } = await own.publish('Half');
    await expect(own.house.settled(recordingId ?? '')).rejects.toMatchObject({ code: 'media_failed' });
    await own.house.worker.idle();
    const media = await own.house.recordings.mediaOf(meetingId);
    expect(media).toMatchObject({ state: 'complete', failure: expect.stringContaining('m.mkv') as string });
    expect(media?.channels.map(({ sound, voice }) => [sound.length, voice])).toEqual(CHANNELS.map(() => [1, []]));
  });
});
