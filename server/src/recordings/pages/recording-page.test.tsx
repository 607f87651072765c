import type { ChannelFinding } from '@openfloor/media';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { MeetingDetail } from '#meetings/index.ts';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { createPages, messages } from '#web/index.ts';
import type { MediaChannel, MeetingMedia } from '../meeting-media.domain.ts';
import { recordingPages } from './recordings.pages.tsx';

const finding = (part: Partial<ChannelFinding>): ChannelFinding => ({ check: 'silent', result: 'ok', value: null, unit: null, other: null, note: null, ...part });
const channel = (key: string, checks: readonly ChannelFinding[], part: Partial<MediaChannel> = {}): MediaChannel => ({
  key, gainDb: 0, levelledDb: 0, loudnessLufs: -18.25, truePeakDbtp: -3, sound: [`/media/sound-${key}.mp4`], voice: [], soundBytes: 1, voiceBytes: 1, copied: true, checks, ...part,
});

const meeting = {
  id: 'm', slug: 'reform', title: { en: 'Reform' }, channels: [
    { id: '1', key: 'fr', role: 'interpretation', language: 'fr', label: null, provenance: null, gaps: [] },
    { id: '2', key: 'floor', role: 'floor', language: 'mul', label: null, provenance: null, gaps: [] },
  ],
} as unknown as MeetingDetail;

const media: MeetingMedia = {
  recordingId: 'r', state: 'complete', failure: null, progress: null, steps: [], hls: '/media/m/master.m3u8', poster: null, storyboard: null,
  hasPicture: true, secondPicture: null, durationMs: 60_000, events: '/events',
  rungs: [
    { id: '360p', width: 640, height: 360, bitsPerSecond: 480_000, copied: false, files: [] },
    { id: '720p', width: 1280, height: 720, bitsPerSecond: 1_850_000, copied: true, files: [] },
  ],
  channels: [
    channel('fr', [
      finding({ check: 'floor-in-booth', result: 'fault', value: 0.94, unit: 'share', other: 'floor', note: 'nearly-throughout' }),
      finding({ check: 'drift', result: 'not-checkable', note: 'too-short' }),
    ], { levelledDb: -2.5, copied: false }),
    channel('floor', [finding({ value: -18.25, unit: 'lufs' })]),
  ],
};

async function read(language: string, of: MeetingMedia | null = media): Promise<string> {
  const site: Hono = createPages({
    assets: { folder: '', served: (name) => name, address: (name) => `/assets/${name}` }, clock: { now: () => new Date() }, log: silentLog,
    sets: [recordingPages({ meetings: { get: async () => meeting, resolveSlug: async (slug) => ({ slug, moved: false }) }, media: { forMeeting: async () => of } })],
  });
  return (await site.request(`/${language}/meetings/reform/recording`)).text();
}

describe('the page of a recording', () => {
  it('tells what was copied and what was encoded, the largest picture first', async () => {
    const html = await read('en');
    const rows = [...html.matchAll(/(\d+ × \d+)<\/span><\/th><td><span[^>]*>([^<]+)<\/span><\/td><td>([^<]+)/g)].map(([, ...cells]) => cells);
    expect(rows).toEqual([
      ['1280 × 720', '1.9 Mbit/s', messages('en').recording.copied],
      ['640 × 360', '480 kbit/s', messages('en').recording.encoded],
    ]);
  });

  it.each(UI_LANGUAGES)('gives each finding with its measured value in %s', async (language) => {
    const html = await read(language);
    const { checks, results, notes } = messages(language);
    for (const text of [checks.floorInBooth, results.fault, notes.nearlyThroughout, checks.drift, results.notCheckable, notes.tooShort]) expect(html).toContain(text);
    expect(html).toMatch(/94\s?%/);
    expect(html).toMatch(/−18[.,]3 LUFS/);
    expect(html).toMatch(/−2[.,]5/);
  });

  it('counts the channels in which something was found, and never calls what can’t be told fine', async () => {
    expect(await read('en')).toContain('The checks found something in 1 channel.');
    const unknown = { ...media, channels: [channel('floor', [finding({ result: 'not-checkable', note: 'no-floor' })])] };
    const html = await read('en', unknown);
    expect(html).toContain(messages('en').results.notCheckable);
    expect(html).toContain(messages('en').recording.summaryPartly);
    expect(html).not.toContain(messages('en').recording.summaryFine);
    expect(html).not.toContain(`</svg>${messages('en').results.ok}<`);
  });

  it('says so while there is nothing to tell', async () => {
    expect(await read('en', null)).toContain(messages('en').recording.notReady);
    const unchecked = { ...media, channels: [channel('floor', [])] };
    expect(await read('en', unchecked)).toContain(messages('en').recording.noChecks);
  });
});
