import { describe, it, expect } from 'vitest';
import { trackOf } from './native-engine.ts';

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
