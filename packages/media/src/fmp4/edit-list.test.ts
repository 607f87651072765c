import { describe, expect, it } from 'vitest';
import { patchEditList } from './edit-list.ts';
import { ftyp, joined, memoryReader, moov } from './handmade.test-support.ts';
import { indexFragments } from './index-fragments.ts';

const init = (shape: Parameters<typeof moov>[0]) => joined([ftyp, moov(shape)]);

describe('patchEditList', () => {
  it.each([false, true])('changes media_time in place (64-bit entries: %s)', async (longEdits) => {
    const before = init({ edits: [[0, 0]], longEdits });
    const after = patchEditList(before, 2112);
    expect(after).toHaveLength(before.length);
    expect((await indexFragments(memoryReader(after ?? new Uint8Array(0)))).editMediaTime).toBe(2112);
    expect((await indexFragments(memoryReader(before))).editMediaTime).toBe(0);
    expect(after?.filter((byte, i) => byte !== before[i])).toHaveLength(2);
  });

  it('leaves anything but one entry alone', () => {
    expect(patchEditList(init({}), 1024)).toBeUndefined();
    expect(patchEditList(init({ edits: [[250, -1], [0, 0]] }), 1024)).toBeUndefined();
    expect(patchEditList(init({ edits: [[0, 0]], tracks: 2 }), 1024)).toBeUndefined();
    expect(patchEditList(ftyp, 1024)).toBeUndefined();
  });

  it('refuses a value that the field cannot hold', () => {
    const bytes = init({ edits: [[0, 0]] });
    expect(patchEditList(bytes, -1)).toBeUndefined();
    expect(patchEditList(bytes, 1.5)).toBeUndefined();
    expect(patchEditList(bytes, 2 ** 31)).toBeUndefined();
    expect(patchEditList(init({ edits: [[0, 0]], longEdits: true }), 2 ** 31)).toBeDefined();
  });
});
