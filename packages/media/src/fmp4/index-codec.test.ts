import { describe, expect, it } from 'vitest';
import { toColumns, type Fragment, type FragmentIndex } from './fragment-index.domain.ts';
import { decodeIndex, encodeIndex } from './index-codec.ts';

function longMeeting(count: number): FragmentIndex {
  const rows: Fragment[] = [];
  let [offset, start] = [800, -1024];
  for (let i = 0; i < count; i += 1) {
    // Sizes wander as real ones do; a pause and a gap here and there.
    const length = 30_000 + ((i * 7919) % 6000);
    const duration = i % 3 === 0 ? 192_512 : 191_488;
    rows.push({ offset, length, start, duration, headerLength: 860, firstSampleSize: 150 + (i % 40), compositionOffset: i % 5 === 0 ? -2 : 0, startsWithKeyframe: i % 7 !== 3 });
    offset += length + (i % 100 === 99 ? 44 : 0);
    start += duration + (i % 500 === 499 ? 4096 : 0);
  }
  return { kind: 'audio', codec: 'mp4a.40.2', timescale: 48000, editMediaTime: 1024, emptyEdit: 0, sampleRate: 48000, channels: 1, init: { offset: 0, length: 800 }, fragments: toColumns(rows) };
}

describe('encodeIndex and decodeIndex', () => {
  it.each([0, 1, 2, 2700])('gives back what went in through JSON, %i fragments', (count) => {
    const index = longMeeting(count);
    expect(decodeIndex(JSON.parse(JSON.stringify(encodeIndex(index))) as ReturnType<typeof encodeIndex>)).toEqual(index);
  });

  it('keeps what is said of a truncated file and offsets beyond 4 GB', () => {
    const fragments = toColumns([{ offset: 6e9, length: 5e9, start: 2 ** 40, duration: 3, headerLength: 9, firstSampleSize: 1, compositionOffset: 7, startsWithKeyframe: true }]);
    const index = { ...longMeeting(0), fragments, truncated: { offset: 11e9, bytes: 3, reason: 'Cut.' } };
    expect(decodeIndex(encodeIndex(index))).toEqual(index);
  });

  it('is small', () => {
    expect(JSON.stringify(encodeIndex(longMeeting(2700))).length).toBeLessThan(2700 * 16);
  });

  it('refuses what it did not write', () => {
    const good = encodeIndex(longMeeting(3));
    expect(() => decodeIndex({ ...good, version: 2 as 1 })).toThrow("Fragment indexes of version 2 can't be read here.");
    expect(() => decodeIndex({ ...good, count: 4 })).toThrow('damaged');
    expect(() => decodeIndex({ ...good, columns: { ...good.columns, gaps: '1 zz*zzzzzz' } })).toThrow('damaged');
  });
});
