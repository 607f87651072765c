import { describe, expect, it } from 'vitest';
import { indexOf } from './made-index.test-support.ts';
import { endSeconds, iframesOf, segmentsOf } from './segments.ts';

const lengths = (segments: readonly { durationSeconds: number }[]): number[] => segments.map((s) => Number(s.durationSeconds.toFixed(6)));

describe('segmentsOf', () => {
  it('joins fragments until the target is nearest', () => {
    const twos = indexOf({ seconds: Array.from({ length: 9 }, () => 2) });
    expect(lengths(segmentsOf(twos, { targetSeconds: 4 }))).toEqual([4, 4, 4, 4, 2]);
    expect(lengths(segmentsOf(twos, { targetSeconds: 6 }))).toEqual([6, 6, 6]);
    const threes = indexOf({ seconds: [3, 3, 3, 3] });
    expect(lengths(segmentsOf(threes, { targetSeconds: 4 }))).toEqual([3, 3, 3, 3]);
    expect(lengths(segmentsOf(threes, { targetSeconds: 5 }))).toEqual([6, 6]);
  });

  it('rather stays short of the target than goes far over it', () => {
    expect(lengths(segmentsOf(indexOf({ seconds: [3.9, 4, 4] }), { targetSeconds: 6 }))).toEqual([3.9, 4, 4]);
  });

  it('keeps fragments whole where keyframes are rare', () => {
    expect(lengths(segmentsOf(indexOf({ seconds: [10, 10, 4] }), { targetSeconds: 4 }))).toEqual([10, 10, 4]);
  });

  it('cuts picture only before a keyframe, sound anywhere', () => {
    const shape = { seconds: [2, 2, 2, 2, 2, 2], keys: [1, 0, 0, 0, 1, 0] };
    expect(lengths(segmentsOf(indexOf({ ...shape, kind: 'video' }), { targetSeconds: 4 }))).toEqual([8, 4]);
    expect(lengths(segmentsOf(indexOf({ ...shape, kind: 'audio' }), { targetSeconds: 4 }))).toEqual([4, 4, 4]);
  });

  it('covers every byte from the first fragment to the last, once', () => {
    const index = indexOf({ seconds: [2, 2, 3, 1, 2, 2, 5] });
    let at = index.init.length;
    for (const segment of segmentsOf(index, { targetSeconds: 4 })) {
      expect(segment.offset).toBe(at);
      at += segment.length;
    }
    const f = index.fragments;
    expect(at).toBe((f.offset[f.count - 1] ?? 0) + (f.length[f.count - 1] ?? 0));
  });

  it('counts sound from the end of its priming', () => {
    const index = indexOf({ kind: 'audio', timescale: 48000, seconds: [192512 / 48000, 191488 / 48000], editMediaTime: 1024 });
    const [first, second] = segmentsOf(index, { targetSeconds: 4 });
    expect(first).toMatchObject({ startSeconds: 0, durationSeconds: 191488 / 48000 });
    expect(second?.startSeconds).toBe(191488 / 48000);
    expect(endSeconds(index)).toBeCloseTo(8 - 1024 / 48000, 9);
  });

  it('takes the reordering delay of picture away, and keeps a late start', () => {
    const index = indexOf({ kind: 'video', seconds: [4, 4], editMediaTime: 80, compositionOffset: 80, emptyEdit: 250 });
    expect(segmentsOf(index, { targetSeconds: 4 }).map((s) => s.startSeconds)).toEqual([0.25, 4.25]);
    expect(endSeconds(index)).toBe(8.25);
  });

  it('lets a tiny tail join the segment before it, unless that raises the longest', () => {
    expect(lengths(segmentsOf(indexOf({ seconds: [4, 4, 0.04] }), { targetSeconds: 4 }))).toEqual([4, 4.04]);
    expect(lengths(segmentsOf(indexOf({ seconds: [4, 10, 0.6] }), { targetSeconds: 4 }))).toEqual([4, 10, 0.6]);
    expect(lengths(segmentsOf(indexOf({ seconds: [4, 4, 1.2] }), { targetSeconds: 4 }))).toEqual([4, 4, 1.2]);
    expect(lengths(segmentsOf(indexOf({ seconds: [0.04] }), { targetSeconds: 4 }))).toEqual([0.04]);
  });

  it('has nothing to say of a file without fragments', () => {
    expect(segmentsOf(indexOf({ seconds: [] }), { targetSeconds: 4 })).toEqual([]);
    expect(endSeconds(indexOf({ seconds: [] }))).toBe(0);
  });
});

describe('iframesOf', () => {
  it('lists the first sample of each keyframe fragment until the next one', () => {
    const index = indexOf({ kind: 'video', seconds: [2, 2, 2, 1], keys: [1, 0, 1, 1] });
    const f = index.fragments;
    expect(iframesOf(index)).toEqual([
      { startSeconds: 0, durationSeconds: 4, offset: f.offset[0], length: 100 + 400 },
      { startSeconds: 4, durationSeconds: 2, offset: f.offset[2], length: 100 + 400 },
      { startSeconds: 6, durationSeconds: 1, offset: f.offset[3], length: 100 + 400 },
    ]);
  });

  it('finds none in sound', () => {
    expect(iframesOf(indexOf({ kind: 'audio', seconds: [4, 4] }))).toEqual([]);
  });
});
