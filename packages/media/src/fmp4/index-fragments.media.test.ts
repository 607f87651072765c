import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patchEditList } from './edit-list.ts';
import { fragmentAt, fragmentsOf, presentationSeconds } from './fragment-index.domain.ts';
import { joined, memoryReader } from './handmade.test-support.ts';
import { indexFragments } from './index-fragments.ts';

const folder = mkdtempSync(join(tmpdir(), 'openfloor-fmp4-'));
const at = (name: string): string => join(folder, name);
const ffmpeg = (...args: string[]): void => void execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { stdio: 'pipe' });
const FRAGMENTS = ['-f', 'mp4', '-movflags', '+frag_keyframe+delay_moov+default_base_moof'];

interface Packet {
  readonly pos: string;
  readonly dts: number;
  readonly pts: number;
  readonly size: string;
  readonly flags: string;
}

function packets(name: string): Packet[] {
  const text = execFileSync('ffprobe', ['-v', 'error', '-ignore_editlist', '1', '-show_packets', '-of', 'json', at(name)], { encoding: 'utf8' });
  return (JSON.parse(text) as { packets: Packet[] }).packets;
}

const indexOf = (name: string) => indexFragments(memoryReader(new Uint8Array(readFileSync(at(name)))));

beforeAll(() => {
  ffmpeg('-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25:d=7', '-c:v', 'libx264', '-preset', 'veryfast', '-bf', '2', '-g', '50', '-sc_threshold', '0',
    '-pix_fmt', 'yuv420p', ...FRAGMENTS, at('picture.mp4'));
  ffmpeg('-f', 'lavfi', '-i', 'sine=440:d=9:r=48000', '-c:a', 'aac', '-b:a', '48k', '-ac', '1', ...FRAGMENTS, '-frag_duration', '4000000', at('sound.mp4'));
  ffmpeg('-f', 'lavfi', '-i', 'sine=440:d=5:r=48000', '-c:a', 'libopus', '-b:a', '24k', '-ac', '1', ...FRAGMENTS, '-frag_duration', '2000000', at('opus.mp4'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('indexFragments on files that ffmpeg wrote', () => {
  it.each(['picture.mp4', 'sound.mp4', 'opus.mp4'])('agrees with ffprobe on every packet of %s', async (name) => {
    const index = await indexOf(name);
    // Packets tell byte positions and times; what a packet lasts, ffprobe reads from the codec, not from the file.
    const all = packets(name);
    const starts = [...fragmentsOf(index)];
    expect(starts.length).toBeGreaterThan(1);
    for (const [i, one] of starts.entries()) {
      const inside = all.filter((p) => Number(p.pos) >= one.offset && Number(p.pos) < one.offset + one.length);
      const first = inside[0];
      expect(first).toBeDefined();
      expect(Number(first?.pos)).toBe(one.offset + one.headerLength);
      expect(Number(first?.size)).toBe(one.firstSampleSize);
      expect(first?.dts).toBe(one.start);
      expect(first?.pts).toBe(one.start + one.compositionOffset);
      expect(first?.flags.startsWith('K')).toBe(one.startsWithKeyframe);
      expect(one.start).toBe(i === 0 ? 0 : (starts[i - 1]?.start ?? 0) + (starts[i - 1]?.duration ?? 0));
    }
    const end = fragmentAt(index, index.fragments.count - 1);
    expect(index.init.length).toBe(starts[0]?.offset);
    expect(end.offset + end.length).toBeLessThanOrEqual(readFileSync(at(name)).length);
  });

  it('names the codecs and what the tracks are', async () => {
    const picture = await indexOf('picture.mp4');
    expect(picture.codec).toMatch(/^avc1\.6400[0-9a-f]{2}$/);
    expect(picture).toMatchObject({ kind: 'video', width: 160, height: 90 });
    expect(await indexOf('sound.mp4')).toMatchObject({ kind: 'audio', codec: 'mp4a.40.2', sampleRate: 48000, channels: 1, editMediaTime: 1024 });
    expect(await indexOf('opus.mp4')).toMatchObject({ kind: 'audio', codec: 'Opus', channels: 1, editMediaTime: 312 });
  });

  it.each([['picture.mp4', 7], ['sound.mp4', 9], ['opus.mp4', 5]])('ends %s where its source ends, after %i s', async (name, seconds) => {
    const index = await indexOf(name);
    const last = fragmentAt(index, index.fragments.count - 1);
    expect(presentationSeconds(index, last) + last.duration / index.timescale).toBeCloseTo(seconds, 6);
  });

  it('starts picture with reordered frames at nought, as its edit list says', async () => {
    const index = await indexOf('picture.mp4');
    expect(index.editMediaTime).toBeGreaterThan(0);
    expect([...fragmentsOf(index)].map((one) => presentationSeconds(index, one))).toEqual([0, 2, 4, 6]);
  });

  it('cuts out an I-frame that decodes by itself', async () => {
    const index = await indexOf('picture.mp4');
    const bytes = new Uint8Array(readFileSync(at('picture.mp4')));
    const third = fragmentAt(index, 2);
    const iframe = bytes.slice(third.offset, third.offset + third.headerLength + third.firstSampleSize);
    writeFileSync(at('iframe.mp4'), joined([bytes.slice(0, index.init.length), iframe]));
    execFileSync('ffmpeg', ['-v', 'quiet', '-y', '-i', at('iframe.mp4'), '-frames:v', '1', at('still.png')]);
    ffmpeg('-ss', '4', '-i', at('picture.mp4'), '-frames:v', '1', at('expected.png'));
    expect(readFileSync(at('still.png')).equals(readFileSync(at('expected.png')))).toBe(true);
  });

  it('changes how much is skipped, as ffmpeg understands it', async () => {
    const bytes = new Uint8Array(readFileSync(at('sound.mp4')));
    const { init } = await indexOf('sound.mp4');
    const patched = patchEditList(bytes.slice(0, init.length), 1024 + 4800);
    expect(patched).toBeDefined();
    writeFileSync(at('later.mp4'), joined([patched ?? new Uint8Array(0), bytes.slice(init.length)]));
    const firstTime = (name: string): number =>
      Number(execFileSync('ffprobe', ['-v', 'error', '-show_entries', 'packet=pts', '-read_intervals', '%+#1', '-of', 'csv=p=0', at(name)], { encoding: 'utf8' }).split(',')[0]);
    expect([firstTime('sound.mp4'), firstTime('later.mp4')]).toEqual([-1024, -5824]);
  });
});
