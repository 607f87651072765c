import { describe, expect, it } from 'vitest';
import { cutPicture, cutSound, type PictureCut } from './choose.ts';
import type { Sample } from '../fmp4/samples.ts';

const sample = (start: number, duration: number, composition = 0, sync = false): Sample => ({ offset: start, size: 1, start, duration, composition, sync });
const SOUND = Array.from({ length: 20 }, (_, n) => sample(n * 1024, 1024, 0, true));
// A keyframe every ten frames; each frame lasts 10 and is shown 20 after it is decoded.
const PICTURE = Array.from({ length: 30 }, (_, n) => sample(n * 10, 10, 20, n % 10 === 0));
const times = ({ copy }: PictureCut): number[] => copy.map((one) => one.start + one.composition);

describe('cutting sound', () => {
  it('begins one frame early, for the decoder, and skips it; with SBR two', () => {
    const cut = cutSound(SOUND, 5000, 9000, 'mp4a.40.2');
    expect([cut.samples[0]?.start, cut.samples.at(-1)?.start, cut.skip]).toEqual([3072, 8192, 5000 - 3072]);
    expect(cutSound(SOUND, 5000, 9000, 'mp4a.40.5').samples[0]?.start).toBe(2048);
    expect(cutSound(SOUND, 0, 2000, 'mp4a.40.2')).toMatchObject({ skip: 0, samples: [{ start: 0 }, { start: 1024 }] });
  });
});

describe('cutting the picture', () => {
  it('encodes up to the first keyframe and copies from there', () => {
    const cut = cutPicture(PICTURE, 65, 245, () => true);
    expect(cut.encode).toEqual([60, 70, 80, 90, 100, 110]);
    expect([cut.encodeTo, times(cut)[0], times(cut).at(-1), cut.skip, cut.decodeFrom]).toEqual([120, 120, 240, 5, 0]);
  });

  it('encodes nothing where it begins with a keyframe, and all where there is none, or something is drawn', () => {
    expect(cutPicture(PICTURE, 120, 200, () => true)).toMatchObject({ encode: [], skip: 0 });
    expect(cutPicture(PICTURE, 65, 100, () => true)).toMatchObject({ encode: [60, 70, 80, 90], copy: [], encodeTo: 100 });
    expect(cutPicture(PICTURE, 120, 200, () => true, true)).toMatchObject({ encode: [120, 130, 140, 150, 160, 170, 180, 190], copy: [], decodeFrom: 10 });
    expect(cutPicture(PICTURE, 65, 300, ({ start }) => start === 200).encode.length).toBe(16);
  });

  it('leaves out frames behind a keyframe that are shown before it', () => {
    const open = [sample(0, 10, 20, true), sample(10, 10, 20), sample(20, 10, 40, true), sample(30, 10, 10), sample(40, 10, 30)];
    expect(times(cutPicture(open, 35, 100, () => true))).toEqual([60, 70]);
  });
});
