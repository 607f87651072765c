import { describe, it, expect } from 'vitest';
import { parseStoryboard, stillAt } from './storyboard.ts';

const vtt = [
  'WEBVTT', '',
  '00:00.000 --> 00:10.000', 'board-1.jpg#xywh=0,0,160,90', '',
  '2', '00:10.000 --> 01:00:20.500', 'board-1.jpg#xywh=160,0,160,90', '',
  '01:00:20.500 --> 01:00:30.000', 'words, not a still', '',
].join('\r\n');

describe('storyboard', () => {
  const stills = parseStoryboard(vtt, 'https://tv.example/media/1/storyboard.vtt');

  it('reads the cues that are stills', () => {
    expect(stills).toHaveLength(2);
    expect(stills[1]).toEqual({
      startMs: 10_000, endMs: 3_620_500, url: 'https://tv.example/media/1/board-1.jpg', x: 160, y: 0, width: 160, height: 90,
    });
  });

  it('finds the still of a time', () => {
    expect(stillAt(stills, 9_999)?.x).toBe(0);
    expect(stillAt(stills, 10_000)?.x).toBe(160);
    expect(stillAt(stills, 99_999_999)?.x).toBe(160);
    expect(stillAt([], 0)).toBeNull();
  });
});
