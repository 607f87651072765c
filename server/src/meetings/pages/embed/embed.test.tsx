import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#access/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { machineErrors } from '#platform/http/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { sampleMedia, sampleMeeting } from '../sample.test-support.ts';
import { embedRoutes } from './embed.routes.tsx';

const { slug } = sampleMeeting;
const app = embedRoutes({
  site: { assets: { folder: '', served: (name) => name, address: (name) => `/assets/${name}` }, clock: { now: () => new Date() }, log: { error: () => undefined }, publicUrl: 'https://tv.example.org' },
  meetings: {
    get: async (_actor: Actor, asked) => { if (asked !== slug) throw new AppError('meeting_not_found', { id: asked }); return sampleMeeting; },
    resolveSlug: async (asked) => (asked === slug ? { slug, moved: false } : asked === 'old' ? { slug, moved: true } : null),
  },
  media: { forMeeting: async () => sampleMedia, forMeetings: async () => new Map() },
  words: { captionsOf: async () => [{ channel: 'fr', language: 'fr', status: 'edited', hls: '/media/m/captions/fr.fr.m3u8' }], channelsWithTexts: async () => ({ withWords: new Set(), withRecord: new Set() }) },
  clips: {
    view: async (id) => {
      const [channel] = sampleMeeting.channels;
      if (id !== 'bcdfgh2345' || !channel) throw new AppError('not_found', { what: 'clip', id });
      return { clip: { id, startMs: 1000, endMs: 3000, quote: null }, meeting: sampleMeeting, channel, place: { state: 'unchanged', range: { startMs: 1000, endMs: 3000 }, text: null }, text: null, turn: null };
    },
  },
}).onError(machineErrors(silentLog));
const oembed = async (query: Record<string, string>) => app.request(`/oembed?${new URLSearchParams(query).toString()}`);

describe('the embed page', () => {
  it('may be framed by any site, runs nothing inline, and leads back to the meeting', async () => {
    const answer = await app.request(`/embed/${slug}?lang=ar&ch=fr&t=63`);
    const text = await answer.text();
    expect(answer.headers.get('Content-Security-Policy')).toContain('frame-ancestors *');
    expect([answer.headers.get('X-Frame-Options'), answer.headers.get('Vary')]).toEqual([null, expect.stringContaining('Accept-Language')]);
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain(`href="/ar/meetings/${slug}?lang=ar&amp;ch=fr&amp;t=63"`);
    expect(text).toContain('"captions":[{"key":"fr","channel":"fr","language":"fr","status":"edited","hls":"/media/m/captions/fr.fr.m3u8"}]');
    expect(text).toMatch(/value="fr"[^>]*checked/);
    expect([...text.matchAll(/<script(?![^>]*(src|application\/json))/g)]).toEqual([]);
  });

  it('follows a meeting to its present address', async () => {
    const moved = await app.request('/embed/old?t=5');
    expect([moved.status, moved.headers.get('Location')]).toEqual([301, `/embed/${slug}?t=5`]);
    expect((await app.request('/embed/nowhere')).status).toBe(404);
  });
});

describe('oEmbed', () => {
  it('tells how to show a page, with its moment and channel, within the size asked for', async () => {
    const answer = await (await oembed({ url: `https://tv.example.org/fr/meetings/${slug}?t=63&ch=fr&cc=ar&utm=x`, maxwidth: '480' })).json() as Record<string, unknown>;
    expect(answer).toMatchObject({
      version: '1.0', type: 'video', title: 'Réforme du secteur de la sécurité', provider_name: 'Openfloor', author_name: 'Conseil de sécurité',
      width: 480, height: 510, thumbnail_url: 'https://tv.example.org/media/meeting-1/poster.jpg',
    });
    expect(answer['html']).toContain(`src="https://tv.example.org/embed/${slug}?t=63&amp;ch=fr&amp;cc=ar&amp;lang=fr" width="480" height="510"`);
    expect((await (await oembed({ url: `http://tv.example.org/meetings/${slug}`, maxheight: '300' })).json() as { height: number }).height).toBe(300);
  });

  it('speaks XML too', async () => {
    const answer = await oembed({ url: `https://tv.example.org/en/meetings/${slug}`, format: 'xml' });
    expect(answer.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
    const { oembed: read } = new XMLParser({ parseTagValue: false }).parse(await answer.text()) as { oembed: Record<string, string> };
    expect([read['type'], read['title'], read['html']?.startsWith('<iframe src="https://tv.example.org/embed/')]).toEqual(['video', 'Security sector reform', true]);
  });

  it('shows clips too, which begin and end', async () => {
    const answer = await (await oembed({ url: 'https://tv.example.org/fr/clips/bcdfgh2345' })).json() as Record<string, unknown>;
    expect(answer['html']).toContain('src="https://tv.example.org/embed/clips/bcdfgh2345?lang=fr"');
    const page = await (await app.request('/embed/clips/bcdfgh2345?lang=fr')).text();
    expect(page).toContain(`"clip":{"startMs":1000,"endMs":3000,"channel":"${sampleMeeting.channels[0]?.key ?? ''}"}`);
    expect(page).toContain('href="/fr/clips/bcdfgh2345?lang=fr"');
    expect((await app.request('/embed/clips/zzzz')).status).toBe(404);
  });

  it('knows only its own pages', async () => {
    for (const url of [`https://elsewhere.example/en/meetings/${slug}`, 'https://tv.example.org/en/help', 'https://tv.example.org/xx/meetings/a', 'https://tv.example.org/en/meetings/gone']) {
      expect((await oembed({ url })).status, url).toBe(404);
    }
    expect((await oembed({ url: 'javascript:alert(1)' })).status).toBe(422);
    expect((await oembed({})).status).toBe(422);
  });
});
