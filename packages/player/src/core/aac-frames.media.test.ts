import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAacFrames, readAacTrack, toAdts } from './aac-frames.ts';

const run = promisify(execFile);
const ffmpeg = process.env['FFMPEG_PATH'] ?? 'ffmpeg';
let folder: string;
let bytes: Uint8Array;
let firstMoof: number;

const fragmented = async (codec: readonly string[]): Promise<Uint8Array> => {
  const file = join(folder, 'sound.mp4');
  await run(ffmpeg, ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'sine=f=1000:r=48000:d=3', ...codec, '-ac', '1', '-movflags', '+empty_moov+default_base_moof', '-frag_duration', '1000000', file]);
  return readFile(file);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-aac-'));
  bytes = await fragmented(['-c:a', 'aac', '-b:a', '64k']);
  firstMoof = Buffer.from(bytes).indexOf('moof') - 4;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('AAC in fragmented MP4', () => {
  it('tells how it is coded', () => {
    expect(readAacTrack(bytes.subarray(0, firstMoof))).toMatchObject({ timescale: 48_000, objectType: 2, rateIndex: 3, channels: 1 });
  });

  it('comes apart into frames on the clock and plays the same from ADTS', async () => {
    const track = readAacTrack(bytes.subarray(0, firstMoof));
    if (!track) throw new Error('no track');
    const frames = readAacFrames(bytes.subarray(firstMoof), track);
    expect(frames.length).toBeGreaterThanOrEqual(141);
    expect(frames.slice(1).every((frame, i) => Math.abs(frame.ticks - (frames[i]?.ticks ?? 0) - 1024) <= 16)).toBe(true);
    const file = join(folder, 'sound.aac');
    await writeFile(file, toAdts(frames, track));
    const decoded = async (path: string) => (await run(ffmpeg, ['-v', 'error', '-i', path, '-f', 's16le', '-ac', '1', '-'], { encoding: 'buffer', maxBuffer: 1 << 24 })).stdout;
    const [own, original] = [await decoded(file), await decoded(join(folder, 'sound.mp4'))];
    // The original leaves out its priming: the ADTS must hold its samples, one after the other, behind them.
    expect(own.indexOf(original.subarray(20_000, 40_000)) - 20_000).toBe(track.primingTicks * 2);
  });

  it('declines what is not AAC', async () => {
    const opus = await fragmented(['-c:a', 'libopus']);
    expect(readAacTrack(opus)).toBeNull();
    expect(readAacTrack(new Uint8Array([1, 2, 3]))).toBeNull();
  });
});
