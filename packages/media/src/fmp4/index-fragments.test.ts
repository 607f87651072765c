import { describe, expect, it } from 'vitest';
import { fragmentAt, fragmentsOf, presentationSeconds } from './fragment-index.domain.ts';
import { avc1, be32, be64, box, fragment, ftyp, joined, memoryReader, moov, wideBox } from './handmade.test-support.ts';
import { indexFragments } from './index-fragments.ts';

const read = (...parts: Uint8Array[]) => indexFragments(memoryReader(joined(parts)));
const sound = (n: number, bytes = 1200) => fragment({ start: n * 4096, samples: 4, bytes });

describe('indexFragments', () => {
  it('tells where each fragment lies, when it starts and how long it lasts', async () => {
    const head = moov();
    const index = await read(ftyp, head, sound(0), sound(1, 900));
    const init = ftyp.length + head.length;
    expect(index).toMatchObject({ kind: 'audio', codec: 'mp4a.40.2', timescale: 48000, sampleRate: 48000, channels: 1 });
    expect(index.init).toEqual({ offset: 0, length: init });
    expect(index.truncated).toBeUndefined();
    const first = sound(0).length;
    expect([...fragmentsOf(index)]).toEqual([
      { offset: init, length: first, start: 0, duration: 4096, headerLength: first - 1200, firstSampleSize: 300, compositionOffset: 0, startsWithKeyframe: true },
      { offset: init + first, length: sound(1, 900).length, start: 4096, duration: 4096, headerLength: first - 1200, firstSampleSize: 300, compositionOffset: 0, startsWithKeyframe: true },
    ]);
    expect(() => fragmentAt(index, 2)).toThrow('There is no fragment 2; the file has 2.');
  });

  it('passes over boxes between fragments and takes 64-bit sizes', async () => {
    const wide = joined([sound(0).slice(0, -1208), wideBox('mdat', [1, 2, 3, 4])]);
    const index = await read(ftyp, moov(), box('styp', be32(0)), wide, box('sidx', be32(0)), sound(1), box('mfra', be32(0)));
    expect(index.fragments.count).toBe(2);
    expect(fragmentAt(index, 0).length).toBe(wide.length);
    expect(index.truncated).toBeUndefined();
  });

  it('knows picture that starts with a keyframe from picture that does not', async () => {
    const head = moov({ handler: 'vide', entry: avc1(1280, 720, [0x64, 0, 0x1f]) });
    const index = await read(ftyp, head, sound(0), fragment({ start: 4096, samples: 2, bytes: 8, sync: false }));
    expect(index).toMatchObject({ kind: 'video', codec: 'avc1.64001f', width: 1280, height: 720 });
    expect([...index.fragments.keyframe]).toEqual([1, 0]);
  });

  it('adds up per-sample durations and keeps a negative composition offset', async () => {
    const trun = box('trun', [1, 0, 0x0f, 0x01], be32(2), be32(0), ...[100, 7, 0, -50 >>> 0, 101, 9, 0x1_0000, 0].map(be32));
    const traf = box('traf', box('tfhd', be32(0x02_0000), be32(1)), box('tfdt', be32(0), be32(77)), trun);
    const index = await read(ftyp, moov(), box('moof', traf), box('mdat', [0]));
    expect(fragmentAt(index, 0)).toMatchObject({ start: 77, duration: 201, firstSampleSize: 7, compositionOffset: -50, startsWithKeyframe: true });
  });

  it('adds up several runs and honours an absolute base offset', async () => {
    const head = joined([ftyp, moov()]);
    const tfhd = box('tfhd', be32(0x39), be32(1), be64(head.length + 20), be32(500), be32(11), be32(0x1_0000));
    const run = box('trun', be32(0x01), be32(3), be32(64));
    const index = await read(head, box('moof', box('traf', tfhd, run, run)), box('mdat', [0]));
    expect(fragmentAt(index, 0)).toMatchObject({ start: 0, duration: 3000, headerLength: 84, firstSampleSize: 11, startsWithKeyframe: false });
  });

  it('reads edit lists: what is skipped and what is left empty', async () => {
    const edits = [[250, -1], [0, 1024]] as const;
    for (const longEdits of [false, true]) {
      const index = await read(ftyp, moov({ edits, longEdits, timescale: 48000, movieTimescale: 1000 }), sound(0));
      expect(index).toMatchObject({ editMediaTime: 1024, emptyEdit: 12000 });
      expect(presentationSeconds(index, fragmentAt(index, 0))).toBeCloseTo(0.25 - 1024 / 48000, 9);
    }
  });

  it('lists what is whole of a file that was cut off, at any byte', async () => {
    const head = joined([ftyp, moov()]);
    const whole = joined([head, sound(0), sound(1)]);
    const second = head.length + sound(0).length;
    for (let cut = second + 1; cut < whole.length; cut += 13) {
      const index = await indexFragments(memoryReader(whole.slice(0, cut)));
      expect(index.fragments.count).toBe(1);
      expect(index.truncated).toMatchObject({ offset: second, bytes: cut - second });
      expect(index.truncated?.reason).toMatch(/^The file ends .*\.$|^What follows .*\.$/);
    }
    const none = await indexFragments(memoryReader(joined([head, sound(0).slice(0, 50)])));
    expect([none.fragments.count, none.truncated?.offset]).toEqual([0, head.length]);
  });

  it('stops at a tail of zeros and reports it', async () => {
    const index = await read(ftyp, moov(), sound(0), new Uint8Array(4096));
    expect(index.fragments.count).toBe(1);
    expect(index.truncated).toMatchObject({ bytes: 4096, reason: 'What follows the last whole fragment is not MP4.' });
  });

  it('says in one sentence what is wrong with other files', async () => {
    const text = new TextEncoder().encode('#EXTM3U\n#EXT-X-VERSION:7\n');
    await expect(read(text)).rejects.toMatchObject({ code: 'not_mp4' });
    await expect(read(new Uint8Array(0))).rejects.toMatchObject({ code: 'no_moov' });
    await expect(read(ftyp)).rejects.toMatchObject({ code: 'no_moov' });
    await expect(read(ftyp, moov().slice(0, -4))).rejects.toMatchObject({ code: 'no_moov' });
    await expect(read(ftyp, sound(0))).rejects.toMatchObject({ code: 'no_moov' });
    await expect(read(ftyp, box('mdat', [0]), moov({ fragmented: false }))).rejects.toMatchObject({ code: 'not_fragmented' });
    await expect(read(ftyp, moov({ fragmented: false }))).rejects.toMatchObject({ code: 'not_fragmented' });
    await expect(read(ftyp, moov({ tracks: 2 }))).rejects.toMatchObject({ code: 'not_one_track' });
    await expect(read(ftyp, moov({ handler: 'text' }))).rejects.toMatchObject({ code: 'not_one_track' });
    await expect(read(ftyp, moov({ timescale: 0 }))).rejects.toMatchObject({ code: 'broken_box' });
  });

  it('refuses a fragment whose header promises more than it holds', async () => {
    const trun = box('trun', be32(0x200), be32(1_000_000), be32(1));
    const moof = box('moof', box('traf', box('tfhd', be32(0), be32(1)), trun));
    await expect(read(ftyp, moov(), moof, box('mdat', [0]))).rejects.toMatchObject({ code: 'broken_box' });
    const inner = joined([be32(4000), [116, 114, 97, 102]]);
    await expect(read(ftyp, moov(), box('moof', inner), box('mdat', [0]))).rejects.toMatchObject({ code: 'broken_box' });
  });

  it('reads close fragments in a row and only the headers of distant ones', async () => {
    const close = memoryReader(joined([ftyp, moov(), ...Array.from({ length: 60 }, (_, n) => sound(n, 8000))]));
    expect((await indexFragments(close)).fragments.count).toBe(60);
    expect(close.reads()).toBeLessThanOrEqual(3);
    const far = memoryReader(joined([ftyp, moov(), ...Array.from({ length: 8 }, (_, n) => sound(n, 300_000))]));
    expect((await indexFragments(far)).fragments.count).toBe(8);
    expect(far.bytesRead()).toBeLessThan(far.size / 2);
  });
});
