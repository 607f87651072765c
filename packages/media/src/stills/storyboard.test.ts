import { describe, expect, it } from 'vitest';
import { stillAt, storyboardVtt, type Storyboard } from './index.ts';

const board: Storyboard = { columns: 2, rows: 2, tileWidth: 160, tileHeight: 90, everyMs: 10_000, durationMs: 53_250, sheets: ['sheet-1.jpg', 'sheet-2.jpg'] };

describe('storyboardVtt', () => {
  it('names a still for every moment, row by row, sheet by sheet', () => {
    expect(storyboardVtt(board)).toBe(`WEBVTT

00:00:00.000 --> 00:00:10.000
sheet-1.jpg#xywh=0,0,160,90

00:00:10.000 --> 00:00:20.000
sheet-1.jpg#xywh=160,0,160,90

00:00:20.000 --> 00:00:30.000
sheet-1.jpg#xywh=0,90,160,90

00:00:30.000 --> 00:00:40.000
sheet-1.jpg#xywh=160,90,160,90

00:00:40.000 --> 00:00:50.000
sheet-2.jpg#xywh=0,0,160,90

00:00:50.000 --> 00:00:53.250
sheet-2.jpg#xywh=160,0,160,90
`);
  });

  it('writes hours of any size', () => {
    const long = storyboardVtt({ ...board, columns: 100, rows: 100, durationMs: 100 * 3_600_000, everyMs: 3_599_999 });
    expect(long).toContain('00:59:59.999 --> 01:59:59.998\n');
    expect(long).toContain('--> 100:00:00.000\n');
  });

  it('is an empty WebVTT file for a meeting of no length', () => {
    expect(storyboardVtt({ ...board, durationMs: 0, sheets: [] })).toBe('WEBVTT\n');
  });

  it('refuses measures that make no sense and missing sheets', () => {
    expect(() => storyboardVtt({ ...board, columns: 0 })).toThrow("The storyboard's columns must be a whole number above 0, not 0.");
    expect(() => storyboardVtt({ ...board, everyMs: 0.5 })).toThrow('everyMs');
    expect(() => storyboardVtt({ ...board, sheets: ['one.jpg'] })).toThrow('The storyboard has 1 sheets where 2 are needed.');
  });
});

describe('stillAt', () => {
  it('finds the still that the WebVTT file names', () => {
    expect([0, 9_999, 39_999, 53_249].map((ms) => stillAt(board, ms))).toEqual([
      { sheet: 'sheet-1.jpg', x: 0, y: 0 },
      { sheet: 'sheet-1.jpg', x: 0, y: 0 },
      { sheet: 'sheet-1.jpg', x: 160, y: 90 },
      { sheet: 'sheet-2.jpg', x: 160, y: 0 },
    ]);
    expect([-1, 53_250].map((ms) => stillAt(board, ms))).toEqual([undefined, undefined]);
  });
});
