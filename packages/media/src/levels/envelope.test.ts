import { describe, expect, it } from 'vitest';
import { createEnvelopeReader, joinEnvelopes, NOTHING_LUFS } from './envelope.ts';

// As ffmpeg 5.1 prints it for an AAC track in Matroska: timestamps in whole milliseconds, so some are 8 samples early.
const CAPTURED = `frame:0    pts:0       pts_time:0
lavfi.r128.M=-120.691
frame:1    pts:4800    pts_time:0.1
lavfi.r128.M=-120.691
frame:2    pts:9600    pts_time:0.2
lavfi.r128.M=-120.691
frame:3    pts:14392   pts_time:0.299833
lavfi.r128.M=-25.910
frame:4    pts:19200   pts_time:0.4
lavfi.r128.M=-25.663
frame:5    pts:23992   pts_time:0.499833
lavfi.r128.M=-25.680
`;

function read(pieces: readonly (string | Uint8Array)[], offsetMs = 0): number[] {
  const reader = createEnvelopeReader({ offsetMs });
  for (const piece of pieces) reader.push(piece);
  return [...reader.finish()].map((value) => Math.round(value * 1000) / 1000);
}

const line = (pts: number, level: number | string): string => {
  // %.6g, as ffmpeg prints times.
  const seconds = String(Number((pts / 48_000).toPrecision(6)));
  return `frame:0 pts:${pts} pts_time:${seconds}\nlavfi.r128.M=${level}\n`;
};

describe('createEnvelopeReader', () => {
  const values = [-120.691, -120.691, -120.691, -25.91, -25.663, -25.68];

  it('reads what ffmpeg prints', () => {
    expect(read([CAPTURED])).toEqual(values);
    expect(read([new TextEncoder().encode(CAPTURED)])).toEqual(values);
  });

  it('does not mind where the pieces are cut', () => {
    for (let size = 1; size < 40; size += 1) {
      const pieces = Array.from({ length: Math.ceil(CAPTURED.length / size) }, (_, at) => CAPTURED.slice(at * size, (at + 1) * size));
      expect(read(pieces)).toEqual(values);
    }
  });

  it('takes a last line without its end, and nothing at all', () => {
    expect(read([CAPTURED.trimEnd()])).toEqual(values);
    expect(read([])).toEqual([]);
    expect(read([''])).toEqual([]);
  });

  it('fills what is missing: a late start, a hole', () => {
    expect(read([line(14_400, -20), line(28_800, -21)])).toEqual([-120.7, -120.7, -120.7, -20, -120.7, -120.7, -21]);
  });

  it('places values between two hops by their power', () => {
    // 25 ms late: at the hop, a quarter of the later value and three quarters of the earlier one have been heard.
    const [, first, second] = read([line(1200, -20), line(6000, -30), line(10_800, -30)]);
    expect(first).toBeCloseTo(10 * Math.log10(0.25 * 0.01 + 0.75 * 0.001), 2);
    expect(second).toBe(-30);
  });

  it('puts a recording where it lies on the timeline', () => {
    expect(read([line(0, -20), line(4800, -21)], 300)).toEqual([-120.7, -120.7, -120.7, -20, -21]);
    expect(read([line(0, -20), line(4800, -21), line(9600, -22)], -100)).toEqual([-21, -22]);
  });

  it('keeps parts of a hop where ffmpeg prints only tenths of a second', () => {
    // After 10,000 s, 50 ms are lost in `pts_time:10800.1`, but not in pts.
    const reader = createEnvelopeReader();
    for (let hop = 0; hop < 108_100; hop += 1) reader.push(line(hop * 4800 + 2400, hop % 2 === 0 ? -20 : -30));
    const middle = 10 * Math.log10((0.01 + 0.001) / 2);
    expect(reader.finish()[108_050]).toBeCloseTo(middle, 2);
  });

  it('reads nan, inf and nonsense as nothing', () => {
    const text = line(0, 'nan') + line(4800, '-inf') + 'frame:2 pts:NOPTS pts_time:NOPTS\nlavfi.r128.M=-3\n' + line(14_400, -20);
    expect(read([text])).toEqual([-120.7, -120.7, -120.7, -20]);
  });

  it('does not fill memory for a broken timestamp', () => {
    expect(read([line(0, -20), line(48_000 * 1e9, -20), line(4800, -21)])).toEqual([-20, -21]);
  });

  it('survives lines without end', () => {
    expect(read(['x'.repeat(100_000), `\n${CAPTURED}`])).toEqual(values);
  });

  it('reads 750,000 frames quickly', () => {
    const pieces = Array.from({ length: 750 }, (_, piece) =>
      new TextEncoder().encode(Array.from({ length: 1000 }, (__, at) => line((piece * 1000 + at) * 4800 + 1776, -21.071)).join('')));
    const reader = createEnvelopeReader();
    const before = process.cpuUsage();
    for (const piece of pieces) reader.push(piece);
    expect(reader.finish()).toHaveLength(750_000);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(1.5);
  });
});

describe('joinEnvelopes', () => {
  it('takes the louder value and the longest length', () => {
    const joined = joinEnvelopes([Float32Array.of(-20, -30), Float32Array.of(NOTHING_LUFS, -25, -22)]);
    expect([...joined]).toEqual([-20, -25, -22]);
    expect(joinEnvelopes([])).toHaveLength(0);
  });
});
