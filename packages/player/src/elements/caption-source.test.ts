import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CaptionSource } from './caption-source.ts';

const BASE = 'https://tv.example.org/media/1/captions/fr.fr';
const FILES: Readonly<Record<string, string>> = {
  [`${BASE}.m3u8`]: '#EXTM3U\n#EXTINF:60.000,\nfr.fr/tag/0.vtt\n#EXTINF:60.000,\nfr.fr/tag/1.vtt\n#EXTINF:60.000,\nfr.fr/tag/2.vtt\n#EXT-X-ENDLIST\n',
  [`${BASE}/tag/0.vtt`]: 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nun\n',
  [`${BASE}/tag/1.vtt`]: 'WEBVTT\n\n00:01:10.000 --> 00:01:12.000\ndeux\n',
  [`${BASE}/tag/2.vtt`]: 'WEBVTT\n',
};

describe('CaptionSource', () => {
  let asked: string[] = [];
  let away = false;
  beforeEach(() => {
    [asked, away] = [[], false];
    vi.useFakeTimers();
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url.slice(BASE.length));
      if (away) throw new TypeError('no connection');
      return new Response(FILES[url], { status: FILES[url] === undefined ? 404 : 200 });
    });
  });
  afterEach(() => { vi.useRealTimers(); vi.unstubAllGlobals(); });

  const open = () => {
    let loaded = 0;
    const source = new CaptionSource(`${BASE}.m3u8`, () => { loaded += 1; }, new AbortController().signal);
    return { at: (ms: number) => source.around(ms).flatMap(({ lines }) => lines), loaded: () => loaded };
  };

  it('fetches the minute that is needed, and the next one shortly before', async () => {
    const { at, loaded } = open();
    expect(at(0)).toEqual([]);
    await vi.waitFor(() => { expect(loaded()).toBe(1); });
    at(500);
    at(600);
    await vi.waitFor(() => { expect(loaded()).toBe(2); });
    expect([at(1000), asked]).toEqual([['un'], ['.m3u8', '/tag/0.vtt']]);
    at(46_000);
    await vi.waitFor(() => { expect(loaded()).toBe(3); });
    expect([at(70_000), asked.length]).toEqual([['deux'], 3]);
    expect(at(500_000)).toEqual([]);
    expect(asked).toHaveLength(3);
  });

  it('tries again after a while when the line was broken', async () => {
    const { at, loaded } = open();
    away = true;
    at(0);
    at(0);
    await vi.advanceTimersByTimeAsync(4000);
    at(0);
    expect([asked.length, loaded()]).toEqual([1, 0]);
    away = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(loaded()).toBe(1);
    at(0);
    await vi.advanceTimersByTimeAsync(1);
    at(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(at(1000)).toEqual(['un']);
  });
});
