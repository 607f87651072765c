import { describe, it, expect } from 'vitest';
import { isPlaylistOf } from './engine.ts';

describe('isPlaylistOf', () => {
  it('knows both renditions of a channel, wherever they are served from', () => {
    expect(isPlaylistOf('https://cdn.example/media/1/sound-fr.m3u8?v=2', 'fr')).toBe(true);
    expect(isPlaylistOf('voice-zh-Hans.m3u8', 'zh-Hans')).toBe(true);
    expect(isPlaylistOf('/media/1/sound-fr%20b.m3u8', 'fr b')).toBe(true);
  });

  it('is not misled by a key that begins alike', () => {
    expect(isPlaylistOf('/media/sound-fr/sound-fr-CA.m3u8', 'fr')).toBe(false);
    expect(isPlaylistOf('/media/1/video-720.m3u8', '720')).toBe(false);
  });
});
