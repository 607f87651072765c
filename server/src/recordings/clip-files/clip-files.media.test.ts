import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTools } from '#platform/process/index.ts';
import { measureClicks, measureFlashes, measurePilot } from '../../../../fixtures/measure/index.ts';
import { makeTestMeeting, type TestMeetingSpec } from '../../../../fixtures/meeting/index.ts';
import { FileCache } from '../downloads/file-cache.ts';
import { openTestRecordings, plainMeeting } from '../testing.ts';
import { ClipFiles, type ClipFileRequest } from './index.ts';

const CHANNELS = [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }, { id: 'ar', language: 'ar' }];
const tools = createTools();
/** One frame of AAC at 48 kHz. */
const FRAME_MS = 1024 / 48;

const request = (part: Partial<ClipFileRequest>): ClipFileRequest => ({
  startMs: 2700, endMs: 7300, channel: 'fr', language: 'fr', channelName: 'Français', form: 'mp4', rung: null, captions: [], burnt: false, title: 'A clip', ...part,
});

type House = Awaited<ReturnType<typeof openTestRecordings>>;
async function clipsOf(house: House) {
  const cache = await FileCache.open({ folder: join(house.folder, 'cache'), maxBytes: 1e9, atOnce: 2 });
  const files = new ClipFiles({ ...house, cache, tools });
  return {
    files, cache,
    async make(meetingId: string, part: Partial<ClipFileRequest>): Promise<string> {
      return cache.store.localPath((await files.make(meetingId, request(part))).key);
    },
  };
}

async function meeting(house: House, spec: Partial<TestMeetingSpec> = {}) {
  const truth = await makeTestMeeting({ file: join(house.folder, 'hearing.mkv'), durationSeconds: 12, channels: CHANNELS, picture: { gopSeconds: 2 }, clicks: { first: 1, every: 2 }, ...spec });
  const { meetingId } = await house.publish({ path: truth.file, file: { title: 'Hearing', slug: 'hearing' } });
  return { meetingId, truth };
}

const probe = async (file: string, ...argv: string[]): Promise<Record<string, Record<string, unknown>[]>> =>
  JSON.parse((await tools.run({ tool: 'ffprobe', argv: ['-v', 'error', '-of', 'json', ...argv, file], timeoutMs: 30_000 })).stdout.toString()) as Record<string, Record<string, unknown>[]>;
/** Everything decodes without a word of complaint. */
const complaints = async (file: string): Promise<readonly string[]> =>
  (await tools.run({ tool: 'ffmpeg', argv: ['-nostdin', '-v', 'warning', '-i', file, '-map', '0:v?', '-map', '0:a', '-f', 'null', '-'], timeoutMs: 60_000 })).stderrTail;

describe('the file of a clip', () => {
  it('is exact in every channel: sound to the sample, the picture to the frame', async () => {
    await using house = await openTestRecordings();
    const { meetingId, truth } = await meeting(house);
    const { make } = await clipsOf(house);
    for (const channel of ['fr', 'floor', 'ar']) {
      const file = await make(meetingId, { channel });
      expect(await complaints(file)).toEqual([]);
      expect((await measurePilot(file, { at: 1, seconds: 2 })).hz).toBe(truth.channels.find(({ id }) => id === channel)?.pilotHz);
      const clicks = await measureClicks(file);
      expect(clicks.map(Math.round)).toEqual([300, 2300, 4300]);
      for (const [n, click] of clicks.entries()) expect(Math.abs(click - 300 - n * 2000)).toBeLessThan(FRAME_MS / 4);
      for (const [n, flash] of (await measureFlashes(file)).entries()) expect(Math.abs(flash - 300 - n * 2000), 'flash').toBeLessThan(21);
      const { streams = [] } = await probe(file, '-show_streams');
      expect(streams.map(({ codec_type, duration }) => [codec_type, Math.round(Number(duration) * 10)])).toEqual([['video', 46], ['audio', 46]]);
    }
  });

  it('begins at any moment, at a keyframe or between, and ends where it should', async () => {
    await using house = await openTestRecordings();
    const { meetingId, truth } = await meeting(house, { picture: { gopSeconds: 2, fps: '30000/1001' } });
    const { make } = await clipsOf(house);
    for (const [startMs, endMs] of [[4000, 5500], [4017, 4900], [1, 900], [10_950, 12_000], [6999, 7001]] as const) {
      const file = await make(meetingId, { startMs, endMs });
      expect(await complaints(file)).toEqual([]);
      const { streams = [] } = await probe(file, '-show_streams');
      for (const { codec_type, duration } of streams) expect(Math.abs(Number(duration) * 1000 - (endMs - startMs)), `${String(codec_type)} ${startMs}`).toBeLessThan(2);
      const within = truth.clicks.filter((click) => click > startMs && click + 20 < endMs);
      const clicks = await measureClicks(file);
      expect(clicks.length, `${startMs}`).toBe(within.length);
      for (const [n, click] of clicks.entries()) expect(Math.abs(click + startMs - (within[n] ?? 0)), `${startMs}`).toBeLessThan(FRAME_MS / 4);
    }
  });

  it('copies the picture but for its head, whose frames are all there', async () => {
    await using house = await openTestRecordings();
    const { meetingId } = await meeting(house);
    const { make } = await clipsOf(house);
    const file = await make(meetingId, { startMs: 2700, endMs: 7300 });
    const { packets = [] } = await probe(file, '-select_streams', 'v', '-show_packets', '-show_entries', 'packet=pts_time,flags');
    const { frames = [] } = await probe(file, '-select_streams', 'v', '-show_frames', '-show_entries', 'frame=pts_time,key_frame');
    expect(frames.length).toBe(packets.length);
    const times = frames.map(({ pts_time }) => Math.round((Number(pts_time) + 2.7) * 1000));
    // What is on the screen at 2.7 came at 2.68; the keyframes of the recording are at 4 and 6.
    expect(times).toEqual([2700, ...Array.from({ length: times.length - 1 }, (_, n) => 2720 + n * 40)]);
    expect([times.at(-1), frames.flatMap(({ key_frame }, n) => (key_frame === 1 ? [times[n]] : []))]).toEqual([7280, [2700, 4000, 6000]]);
  });

  it('has captions beside it or in the picture, in two languages and any writing', async () => {
    await using house = await openTestRecordings();
    const { meetingId } = await meeting(house, { picture: { width: 640, height: 360 } });
    const { make } = await clipsOf(house);
    const captions = [
      { language: 'ar', name: 'العربية', cues: [{ startMs: 500, endMs: 2000, text: 'إصلاح قطاع الأمن' }, { startMs: 2500, endMs: 4000, text: 'شكرا' }] },
      { language: 'zh', name: '中文', cues: [{ startMs: 500, endMs: 4000, text: '安全部门改革\n{维护}和平' }] },
    ];
    const beside = await make(meetingId, { captions });
    const { streams = [] } = await probe(beside, '-show_streams');
    expect(streams.map(({ codec_name, tags }) => [codec_name, (tags as Record<string, string>)['language']])).toEqual([['h264', 'und'], ['aac', 'fra'], ['mov_text', 'ara'], ['mov_text', 'zho']]);
    const read = await tools.run({ tool: 'ffmpeg', argv: ['-nostdin', '-v', 'error', '-i', beside, '-map', '0:s:0', '-f', 'webvtt', '-'], timeoutMs: 30_000 });
    expect(read.stdout.toString()).toBe('WEBVTT\n\n00:00.500 --> 00:02.000\nإصلاح قطاع الأمن\n\n00:02.500 --> 00:04.000\nشكرا\n');
    const plain = await make(meetingId, {});
    const burnt = await make(meetingId, { captions, burnt: true });
    expect(await complaints(burnt)).toEqual([]);
    for (const [place, crop] of [['below', 'iw:ih/5:0:ih*4/5'], ['above', 'iw:ih/5:0:0']] as const) {
      expect(await white(plain, 1.2, crop), place).toBe(0);
      expect(await white(burnt, 0.2, crop), place).toBe(0);
      expect(await white(burnt, 1.2, crop), place).toBeGreaterThan(200);
    }
    expect(await white(burnt, 2.2, 'iw:ih/5:0:ih*4/5'), 'between two captions').toBe(0);
    for (const click of await measureClicks(burnt)) expect(Math.abs((click + 700) % 1000)).toBeLessThan(FRAME_MS / 4);
  });

  it('goes over the border of two parts, and plays sound alone', async () => {
    await using house = await openTestRecordings();
    const make = async (name: string, fromSeconds: number) => makeTestMeeting({
      file: join(house.folder, name), durationSeconds: 6, fromSeconds, channels: CHANNELS, clicks: { first: 1, every: 2 }, write: CHANNELS.map(({ id }) => id),
    });
    await make('a.mkv', 0);
    await make('b.mkv', 6);
    const channels = CHANNELS.map(({ id, language }) => ({ key: id, role: id === 'floor' ? 'floor' as const : 'interpretation' as const, language, provenance: null, gaps: [], name: null }));
    const parts = ['a.mkv', 'b.mkv'].map((file) => ({
      picture: { file, track: null, offsetMs: 0 }, secondPicture: null, startMs: null,
      sound: CHANNELS.map(({ id }, track) => ({ channel: id, file, track, side: null, offsetMs: 0 })),
    }));
    await house.describe(house.folder, plainMeeting('two', { channels, parts } as never));
    const { meetingId, media } = await house.publish({ path: house.folder });
    const clips = await clipsOf(house);
    const file = await clips.make(meetingId, { startMs: 4500, endMs: 8500 });
    const second = (media.durationMs - 12_000) / 2;
    expect(await complaints(file)).toEqual([]);
    const clicks = await measureClicks(file);
    expect(clicks.length).toBe(2);
    expect(Math.abs((clicks[0] ?? 0) - 500)).toBeLessThan(FRAME_MS / 4);
    expect(Math.abs((clicks[1] ?? 0) - 2500 - second)).toBeLessThan(FRAME_MS + Math.abs(second));
    const sound = await clips.make(meetingId, { form: 'm4a', startMs: 2500, endMs: 5500 });
    expect((await probe(sound, '-show_streams'))['streams']?.map(({ codec_name }) => codec_name)).toEqual(['aac']);
    expect((await measureClicks(sound)).map(Math.round)).toEqual([500, 2500]);
  });

  it('is kept, and refused outside the recording', async () => {
    await using house = await openTestRecordings();
    const { meetingId } = await meeting(house, { durationSeconds: 4 });
    const { files } = await clipsOf(house);
    const wanted = request({ startMs: 500, endMs: 1500 });
    expect((await files.find(meetingId, wanted)).made).toBe(false);
    const [one, two] = await Promise.all([files.make(meetingId, wanted), files.make(meetingId, wanted)]);
    expect([one.key, (await files.find(meetingId, wanted)).made]).toEqual([two.key, true]);
    await expect(files.make(meetingId, request({ startMs: 90_000, endMs: 91_000 }))).rejects.toMatchObject({ code: 'clip_range' });
    await expect(files.make(meetingId, request({ startMs: 0, endMs: 601_000 }))).rejects.toMatchObject({ code: 'clip_range' });
    await expect(files.make(meetingId, request({ channel: 'xx', endMs: 3000 }))).rejects.toMatchObject({ code: 'not_found' });
  });
});

/** How many pixels of a part of the picture are white at a second: letters of captions. */
async function white(file: string, at: number, crop: string): Promise<number> {
  const { stdout } = await tools.run({ tool: 'ffmpeg', argv: ['-nostdin', '-v', 'error', '-ss', String(at), '-i', file, '-frames:v', '1', '-vf', `crop=${crop},format=gray`, '-f', 'rawvideo', '-'], timeoutMs: 30_000 });
  return stdout.filter((value) => value > 215).length;
}
