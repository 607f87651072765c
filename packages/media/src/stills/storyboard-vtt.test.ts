import { describe, expect, it } from 'vitest';
import { storyboardVtt } from './storyboard-vtt.ts';

const part = { startMs: 0, durationMs: 25_000, everySeconds: 10, columns: 2, rows: 1, tileWidth: 160, tileHeight: 90, sheets: ['a.jpg', 'b.jpg'] };

describe('storyboardVtt', () => {
  it('goes through the tiles of a sheet, then to the next, and ends with the picture', () => {
    expect(storyboardVtt([part])).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:10.000\na.jpg#xywh=0,0,160,90\n\n00:00:10.000 --> 00:00:20.000\na.jpg#xywh=160,0,160,90\n\n'
      + '00:00:20.000 --> 00:00:25.000\nb.jpg#xywh=0,0,160,90\n');
  });

  it('lays a later part where it is on the timeline', () => {
    const lines = storyboardVtt([part, { ...part, startMs: 3_600_000, sheets: ['c.jpg'] }]).split('\n');
    expect(lines).toContain('01:00:10.000 --> 01:00:20.000');
    expect(lines).toContain('c.jpg#xywh=160,0,160,90');
  });

  it('names no tile that there is no sheet for', () => {
    expect(storyboardVtt([{ ...part, sheets: ['a.jpg'] }]).match(/-->/g)?.length).toBe(2);
  });
});
