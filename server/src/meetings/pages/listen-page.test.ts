import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import { createPages } from '#web/index.ts';
import type { WatchableMedia } from './media.ports.ts';
import { meetingPages } from './meetings.pages.tsx';
import { sampleMedia, sampleMeeting } from './sample.test-support.ts';

const PATH = '/en/meetings/security-sector-reform/listen';

async function ask(query: string, media: WatchableMedia | null = sampleMedia): Promise<{ status: number; html: string }> {
  const site = new Hono().route('/', createPages({
    assets: { folder: '', served: (name) => name, address: (name) => `/assets/${name}` }, clock: { now: () => new Date() }, log: silentLog, publicUrl: 'https://tv.example',
    sets: [meetingPages({
      meetings: { get: async () => sampleMeeting, list: async () => ({ meetings: [], next: null }), resolveSlug: async (slug) => ({ slug, moved: false }) },
      words: { channelsWithTexts: async () => ({ withWords: new Set(), withRecord: new Set() }), captionsOf: async () => [], forChannel: async () => null },
      browse: { related: async () => ({ series: [], topics: [], speakers: [] }) },
      media: { forMeeting: async () => media, forMeetings: async () => new Map() },
    })],
  }));
  const answer = await site.request(PATH + query, { headers: { Accept: 'text/html' } });
  return { status: answer.status, html: await answer.text() };
}
const soundOf = ({ html }: { html: string }) => /<audio [^>]*src="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');

describe('the page with sound and text alone', () => {
  it('plays the small sound of the chosen channel, the full one where there is none other', async () => {
    expect(soundOf(await ask('?ch=fr'))).toBe('/media/meeting-1/voice-fr.mp4');
    expect(soundOf(await ask('?ch=ar'))).toBe('/media/meeting-1/sound-ar.mp4');
  });

  it('begins at the time of the address without a script', async () => {
    expect(soundOf(await ask('?ch=fr&t=1m03s'))).toBe('/media/meeting-1/voice-fr.mp4#t=63');
  });

  it('joins a meeting in parts to one sound, whose address changes with the parts', async () => {
    const parts = (names: readonly string[]): WatchableMedia => ({ ...sampleMedia, channels: sampleMedia.channels.map((channel) => ({ ...channel, voice: names.map((name) => `/media/meeting-1/${name}`) })) });
    const two = soundOf(await ask('?ch=fr', parts(['r1/voice-fr-1.mp4', 'r1/voice-fr-2.mp4'])));
    expect(two).toMatch(/^\/media\/meeting-1\/download\.m4a\?ch=fr&sound=voice&of=r1-2$/);
    expect(soundOf(await ask('?ch=fr', parts(['r2/voice-fr-1.mp4', 'r2/voice-fr-2.mp4'])))).not.toBe(two);
  });

  it('has who spoke, what it is about and what counts as said, and no player', async () => {
    const { html } = await ask('?ch=fr');
    for (const text of ['Amadou Diallo', 'What the meeting is for.', 'What counts as said', 'data-start-ms="63000"']) expect(html).toContain(text);
    expect(html).not.toContain('player.js');
  });

  it('is not there while there is nothing to hear', async () => {
    expect((await ask('?ch=fr', null)).status).toBe(404);
  });
});
