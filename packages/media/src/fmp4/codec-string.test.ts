import { describe, expect, it } from 'vitest';
import { be16, be32, box, ftyp, joined, memoryReader, moov, mp4a, visual } from './handmade.test-support.ts';
import { indexFragments } from './index-fragments.ts';

const track = (handler: string, entry: Uint8Array) => indexFragments(memoryReader(joined([ftyp, moov({ handler, entry })])));

describe('codec strings', () => {
  it.each([
    ['AAC-LC, mono', [0x11, 0x88], 'mp4a.40.2', 1],
    ['AAC-LC, stereo', [0x12, 0x10], 'mp4a.40.2', 2],
    ['HE-AAC, told first', [0x2b, 0x0a, 0x08], 'mp4a.40.5', 1],
    ['HE-AAC v2, told first', [0xeb, 0x0a, 0x08], 'mp4a.40.29', 1],
    ['HE-AAC, told behind', [0x13, 0x08, 0x56, 0xe5, 0x98], 'mp4a.40.5', 1],
    ['HE-AAC v2, told behind', [0x13, 0x08, 0x56, 0xe5, 0x9d, 0x48, 0x80], 'mp4a.40.29', 1],
    ['told behind that there is none', [0x13, 0x08, 0x56, 0xe5, 0x18], 'mp4a.40.2', 1],
    ['7.1', [0x11, 0xb8], 'mp4a.40.2', 8],
    ['xHE-AAC, an object type above 31', [0xf9, 0x46, 0x20], 'mp4a.40.42', 1],
    ['a sample rate spelled out', [0x17, 0x80, 0x5d, 0xc0, 0x08], 'mp4a.40.2', 1],
  ])('names %s', async (_, config, codec, channels) => {
    expect(await track('soun', mp4a(config))).toMatchObject({ codec, channels });
  });

  it('names MP3 in MP4 by its object type', async () => {
    expect((await track('soun', mp4a([], 0x6b))).codec).toBe('mp4a.6b');
  });

  it('names Opus and takes its channels from dOps', async () => {
    const dOps = box('dOps', [0, 1], be16(312), be32(48000), be16(0), [0]);
    const entry = box('Opus', Array.from({ length: 16 }, () => 0), be16(2), be16(16), be32(0), be16(48000), be16(0), dOps);
    expect(await track('soun', entry)).toMatchObject({ codec: 'Opus', channels: 1, sampleRate: 48000 });
  });

  it('names HEVC with reversed compatibility bits and trimmed constraints', async () => {
    const hvcC = box('hvcC', [1, 0x01, 0x60, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 93]);
    expect((await track('vide', visual('hvc1', 1920, 1080, hvcC))).codec).toBe('hvc1.1.6.L93.90');
    const high = box('hvcC', [1, 0x22, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 153]);
    expect((await track('vide', visual('hev1', 1920, 1080, high))).codec).toBe('hev1.2.4.H153');
  });

  it('leaves a codec that it does not know by its four letters', async () => {
    expect((await track('vide', visual('vp09', 640, 360, box('vpcC', be32(0))))).codec).toBe('vp09');
    expect((await track('soun', box('ac-3', Array.from({ length: 28 }, () => 0)))).codec).toBe('ac-3');
  });
});
