import { describe, expect, it } from 'vitest';
import { be32, box, joined } from './handmade.test-support.ts';
import { editsOfTracks } from './source-edits.ts';

const elst = (...times: number[]) => box('edts', box('elst', be32(0), be32(times.length), ...times.map((at) => joined([be32(1000), be32(at), be32(0x10000)]))));
const reader = (bytes: Uint8Array) => ({ size: bytes.length, read: async (offset: number, length: number) => bytes.subarray(offset, offset + length) });
const NEVER = 0xffff_ffff;

describe('editsOfTracks', () => {
  it('counts the stretches that each track shows, empty ones not among them', async () => {
    const moov = box('moov', box('mvhd', be32(0)), box('trak', elst(0, 5000)), box('trak', elst(NEVER, 0)), box('trak', box('mdia', be32(0))));
    expect(await editsOfTracks(reader(joined([box('ftyp', be32(0)), box('mdat', be32(1)), moov])))).toEqual([2, 1, 1]);
  });

  it('says nothing about files without a whole header', async () => {
    expect(await editsOfTracks(reader(box('mdat', be32(1))))).toEqual([]);
    expect(await editsOfTracks(reader(box('moov', box('trak', elst(0, 1))).subarray(0, -4)))).toEqual([]);
    expect(await editsOfTracks(reader(box('moov', be32(900), be32(0x7472616b))))).toEqual([]);
    expect(await editsOfTracks(reader(new Uint8Array()))).toEqual([]);
  });
});
