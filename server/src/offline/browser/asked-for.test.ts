import { describe, expect, it } from 'vitest';
import { askedFor, languageOf } from './asked-for.ts';

const ORIGIN = 'https://tv.example';
const ask = (path: string, more: { method?: string; mode?: string; destination?: string } = {}) =>
  askedFor({ method: 'GET', mode: 'cors', destination: '', url: new URL(path, ORIGIN).href, ...more }, ORIGIN);
const page = { mode: 'navigate', destination: 'document' };

describe('the worker', () => {
  it('answers for pages, their styles and scripts, and the sound of an audio element', () => {
    expect(ask('/ar/meetings/x?ch=fr', page)).toBe('page');
    expect(ask('/', page)).toBe('page');
    expect(ask('/assets/site-ABCD1234.css', { mode: 'no-cors', destination: 'style' })).toBe('asset');
    expect(ask('/media/m/r/voice-fr.mp4', { mode: 'no-cors', destination: 'audio' })).toBe('sound');
    expect(ask('/media/m/download.m4a?ch=fr', { mode: 'no-cors', destination: 'audio' })).toBe('sound');
  });

  it.each([
    ['the sound that the player fetches', '/media/m/r/voice-fr.mp4', {}],
    ['a playlist', '/media/m/master.m3u8', { mode: 'no-cors', destination: 'audio' }],
    ['the picture', '/media/m/r/picture-720p.mp4', { mode: 'no-cors', destination: 'video' }],
    ['the API', '/api/v1/meetings', {}],
    ['the API, opened as a page', '/api/v1/meetings', page],
    ['events', '/api/v1/recordings/r/events', {}],
    ['a frame on another site', '/embed/x', { mode: 'navigate', destination: 'iframe' }],
    ['one of our pages in a frame', '/en/meetings/x', { mode: 'navigate', destination: 'iframe' }],
    ['a form that is sent', '/en/search', { ...page, method: 'POST' }],
    ['a feed', '/feeds/en/meetings.rss', page],
    ['another site', 'https://elsewhere.example/en/', page],
  ])('keeps out of %s', (_, path, more) => {
    expect(ask(path, more)).toBeNull();
  });

  it('knows the language of an address', () => {
    expect([languageOf('/ar/meetings/x'), languageOf('/zh'), languageOf('/arabic'), languageOf('/')]).toEqual(['ar', 'zh', null, null]);
  });
});
