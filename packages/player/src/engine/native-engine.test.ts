import { describe, it, expect } from 'vitest';
import { textTrackOf, trackOf } from './native-engine.ts';

const tracks = [
  { label: 'Floor', language: 'mul' },
  { label: 'Español', language: 'es' },
  { label: 'Español (audiodescripción)', language: 'es' },
  { label: 'French', language: 'fr' },
];

describe('trackOf', () => {
  it('goes by the name', () => {
    expect(trackOf(tracks, { key: 'es', language: 'es', name: 'Español' })).toBe(1);
  });

  it('goes by the language where a browser names tracks in its own way', () => {
    expect(trackOf(tracks, { key: 'fr', language: 'fr', name: 'Français' })).toBe(3);
  });

  it('leaves the sound alone rather than guess between two', () => {
    expect(trackOf(tracks, { key: 'es-2', language: 'es', name: 'Castellano' })).toBe(-1);
  });
});

describe('textTrackOf', () => {
  const captions = (channel: string, language: string) => ({ key: channel, channel, language, status: 'edited' as const, hls: '' });
  const [floor, fr, own] = [captions('floor', 'en'), captions('fr', 'fr'), captions('en', 'en')];

  it('goes by the language, and among those of one language by their order', () => {
    const listed = [{ language: 'en' }, { language: 'fr' }, { language: 'en' }];
    expect([fr, floor, own].map((one) => textTrackOf(listed, one, [floor, fr, own]))).toEqual([1, 0, 2]);
    expect(textTrackOf([], fr, [fr])).toBe(-1);
  });
});
