import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureClicks, measureFlashes, measurePilot } from '../../../fixtures/measure/index.ts';
import { makeTestMeeting, SEVEN_CHANNELS } from '../../../fixtures/meeting/index.ts';
import { openTestRecordings } from './testing.ts';

/** Expects every click or flash where the truth has it, to within so many milliseconds. */
function inStep(found: readonly number[], truth: readonly number[], where: string, mostMs: number): void {
  expect(found.length, where).toBe(truth.length);
  truth.forEach((at, n) => expect(Math.abs((found[n] ?? 0) - at), `${where} at ${at} ms`).toBeLessThan(mostMs));
}

describe('publishing a recording that can be copied', () => {
  it('copies picture and channels, then adds the smaller size, voices, stills and checks', async () => {
    await using house = await openTestRecordings({ keepSource: true });
    const truth = await makeTestMeeting({ file: join(house.folder, 'council.mkv'), durationSeconds: 24, channels: SEVEN_CHANNELS, picture: { width: 1280, height: 720 } });
    const { media, renditions, slug } = await house.publish({ path: truth.file, file: { title: 'Council', starts: '2026-03-12T10:00:00-04:00' } });

    expect(slug).toBe('council');
    expect(media).toMatchObject({ state: 'complete', failure: null, hasPicture: true, durationMs: 24_000 });
    expect(media.rungs.map(({ id, copied }) => [id, copied])).toEqual([['720p', true], ['360p', false]]);
    expect(media.channels.map(({ key, copied, voice }) => [key, copied, voice.length])).toEqual(SEVEN_CHANNELS.map(({ id }) => [id, true, 1]));
    expect(media.poster).not.toBeNull();
    expect(media.storyboard).not.toBeNull();
    expect((await house.repo.files(media.recordingId))[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const channel of truth.channels) {
      for (const kind of ['sound', 'voice'] as const) {
        const path = house.blobs.localPath(renditions.find((one) => one.kind === kind && one.name === channel.id)?.files[0] ?? '');
        const { hz } = await measurePilot(path, { at: 10, seconds: 4 });
        expect(hz, `${kind} ${channel.id}`).toBe(channel.pilotHz);
        // The voice is made from the copied sound, whose priming must not make it late.
        inStep(await measureClicks(path), truth.clicks, `${kind} ${channel.id}`, 5);
      }
    }
    for (const { name, files: [key = ''] } of renditions.filter(({ kind }) => kind === 'picture')) inStep(await measureFlashes(house.blobs.localPath(key)), truth.clicks, name, 20);
  });
});

describe('publishing a recording whose picture no browser plays', () => {
  it('makes every size of it, and keeps picture and sound together', async () => {
    await using house = await openTestRecordings();
    const truth = await makeTestMeeting({
      file: join(house.folder, 'old.mkv'), durationSeconds: 12, channels: SEVEN_CHANNELS.slice(0, 2), picture: { width: 1280, height: 720 }, extraArgs: ['-c:v', 'mpeg4', '-q:v', '4'],
    });
    const { media, renditions } = await house.publish({ path: truth.file, file: { title: 'Old' } });
    expect(media).toMatchObject({ state: 'complete', failure: null });
    expect(media.rungs.map(({ id, copied }) => [id, copied])).toEqual([['720p', false], ['360p', false]]);
    for (const { name, files: [key = ''] } of renditions.filter(({ kind }) => kind === 'picture')) {
      inStep(await measureFlashes(house.blobs.localPath(key)), truth.clicks, name, 20);
    }
  });
});
