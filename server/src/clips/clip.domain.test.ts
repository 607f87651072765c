import { describe, expect, it } from 'vitest';
import { captionsWithin } from './clip-captions.domain.ts';
import { newClipId, samenessOf } from './clip-id.ts';
import { chooseClip, type ClipWish } from './clip.domain.ts';

const segment = (startMs: number, endMs: number, text: string) => ({
  id: startMs + 1, startMs, endMs, text, words: null, speaker: null, language: null, edited: [], confidence: null, unspoken: false,
});
const text = { kind: 'captions', language: 'en', segments: [segment(1000, 3000, 'One.'), segment(3000, 6000, 'Two.'), segment(6500, 9000, 'Three.')] } as const;
const wish = (startMs: number, endMs: number, more: Partial<ClipWish> = {}): ClipWish => ({ channel: 'en', startMs, endMs, record: false, ...more });
const choose = (asked: ClipWish, of: typeof text | null = text) => chooseClip('m', asked, of, 60_000, 0);

describe('choosing a clip', () => {
  it('takes the sentences of which the better part is in it, as a whole', () => {
    expect(choose(wish(1500, 5000))).toMatchObject({ startMs: 1000, endMs: 6000, quote: { exact: 'One. Two.', suffix: 'Three.', startMs: 1000, endMs: 6000 } });
    expect(choose(wish(2500, 8000))).toMatchObject({ startMs: 2500, endMs: 9000, quote: { exact: 'Two. Three.' } });
    expect(choose(wish(6600, 7000))).toMatchObject({ quote: { exact: 'Three.' } });
  });

  it('leaves out what is around the sentences where that is wanted', () => {
    expect(choose(wish(2600, 10_000, { snap: true }))).toMatchObject({ startMs: 3000, endMs: 9000, quote: { exact: 'Two. Three.' } });
    expect(choose(wish(20_000, 30_000, { snap: true }))).toMatchObject({ startMs: 20_000, endMs: 30_000, quote: null });
    expect(choose(wish(20_000, 30_000), null)).toMatchObject({ startMs: 20_000, endMs: 30_000, quote: null });
  });

  it('stays within the recording, and within ten minutes', () => {
    expect(choose(wish(50_000, 90_000))).toMatchObject({ endMs: 60_000 });
    for (const [from, to] of [[70_000, 80_000], [5000, 4000], [20_000, 20_100]] as const) expect(() => choose(wish(from, to), null)).toThrow(expect.objectContaining({ code: 'clip_range' }));
    expect(() => chooseClip('m', wish(0, 600_001), null, 700_000, 0)).toThrow(expect.objectContaining({ code: 'clip_range' }));
  });

  it('is the same clip when everything of it is the same', () => {
    expect(samenessOf(choose(wish(1500, 5000)))).toBe(samenessOf(choose(wish(1000, 6000))));
    expect(samenessOf(choose(wish(1500, 5000)))).not.toBe(samenessOf({ ...choose(wish(1500, 5000)), timeline: 1 }));
    expect(new Set(Array.from({ length: 500 }, newClipId)).size).toBe(500);
    expect(newClipId()).toMatch(/^[b-df-hj-np-tv-z2-9]{10}$/);
  });
});

describe('the captions of a clip', () => {
  it('begin with it, and are cut at its ends', () => {
    expect(captionsWithin(text, 2000, 7000).map(({ startMs, endMs, text: words }) => [startMs, endMs, words])).toEqual([[0, 1000, 'One.'], [1000, 4000, 'Two.'], [4500, 5000, 'Three.']]);
  });
});
