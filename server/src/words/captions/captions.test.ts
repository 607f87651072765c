import type { Segment } from '@openfloor/words';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { AppError } from '#platform/errors/index.ts';
import { machineErrors } from '#platform/http/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { MeetingDetail } from '#meetings/index.ts';
import type { ChannelText } from '../words.domain.ts';
import { cuesBetween, textsToShow } from './captions.domain.ts';
import { captionRoutes } from './captions.routes.ts';
import { Captions } from './captions.service.ts';

const MEETING = '00000000-0000-4000-8000-000000000001';
const segment = (startMs: number, endMs: number, text: string): Segment => ({ startMs, endMs, text, words: null, speaker: null, language: null });
const text = (channel: string, language: string, kind: ChannelText['kind'], status: ChannelText['status'], version = 1): ChannelText =>
  ({ id: `${channel} ${language} ${kind}`, meetingId: MEETING, channel, language, kind, status, version, provenance: null, formerSound: false });

describe('what is shown', () => {
  it('is one text for each channel and language: read by people, then captions', () => {
    const texts = [
      text('ar', 'ar', 'captions', 'machine'), text('ar', 'ar', 'transcript', 'final'), text('ar', 'fr', 'transcript', 'machine'),
      text('en', 'en', 'transcript', 'final'), text('en', 'en', 'captions', 'edited'),
    ];
    expect(textsToShow(texts).map(({ id }) => id).toSorted()).toEqual(['ar ar transcript', 'ar fr transcript', 'en en captions']);
  });

  it('belongs to both sides of an edge that it reaches over', () => {
    const cues = [segment(0, 1000, 'a'), segment(900, 2100, 'b'), segment(2000, 3000, 'c')];
    expect([cuesBetween(cues, 0, 1000), cuesBetween(cues, 1000, 2000), cuesBetween(cues, 2000, 3000)].map((of) => of.map((cue) => cue.text).join(''))).toEqual(['ab', 'b', 'bc']);
  });
});

function site() {
  const state = { version: 1, segments: [segment(500, 4000, 'Bonjour à tous.'), segment(59_000, 62_500, 'La séance\nest ouverte.'), segment(95_000, 97_000, 'Merci.'), segment(98_000, 98_000, 'Never said.')], read: 0 };
  const captions = new Captions({
    words: {
      of: async () => [text('fr', 'fr', 'captions', 'edited', state.version), text('été.1', 'fr', 'captions', 'machine')],
      forChannel: async (_meeting, { key, language }) => { state.read += 1; return { ...text(key, language, 'captions', 'edited'), holes: [], segments: state.segments.map((one, n) => ({ ...one, id: n + 1, edited: [], confidence: null, unspoken: false })) }; },
    },
    timelines: { timelineOf: async () => ({ startsAtMs: Date.UTC(2026, 2, 12), parts: [{ startMs: 0, durationMs: 90_000 }, { startMs: 90_000, durationMs: 10_000 }] }) },
  });
  const app = new Hono().onError(machineErrors(silentLog)).route('/media', captionRoutes({
    captions, version: async () => String(state.version),
    meetings: { get: async (_actor, id) => { if (id !== MEETING) throw new AppError('meeting_not_found', { id }); return { id } as MeetingDetail; } },
  }));
  return { state, captions, get: async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers }) };
}

const addresses = (playlist: string): string[] => playlist.split('\n').filter((line) => line.endsWith('.vtt'));

describe('captions as HLS', () => {
  it('are a playlist of minutes, each a file on the clock of its part of the media', async () => {
    const { get, captions } = site();
    const [track] = await captions.of(MEETING);
    expect(track).toEqual({ channel: 'fr', language: 'fr', kind: 'captions', status: 'edited', hls: `/media/${MEETING}/captions/fr.fr.m3u8` });
    const answer = await get(track?.hls ?? '');
    expect([answer.headers.get('Content-Type'), answer.headers.get('Cache-Control'), answer.headers.get('Access-Control-Allow-Origin')]).toEqual(['application/vnd.apple.mpegurl', 'no-cache', '*']);
    const playlist = await answer.text();
    expect(playlist.match(/#EXTINF:[\d.]+|#EXT-X-DISCONTINUITY/g)).toEqual(['#EXTINF:60.000', '#EXTINF:30.000', '#EXT-X-DISCONTINUITY', '#EXTINF:10.000']);
    const files = await Promise.all(addresses(playlist).map(async (name) => get(`/media/${MEETING}/captions/${name}`)));
    expect(files.map((file) => [file.status, file.headers.get('Content-Type'), file.headers.get('Cache-Control')])).toEqual(Array.from({ length: 3 }, () => [200, 'text/vtt; charset=utf-8', 'public, max-age=3600']));
    const [first, second, third] = await Promise.all(files.map((file) => file.text()));
    expect(first).toBe('WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n00:00:00.500 --> 00:00:04.000\nBonjour à tous.\n\n00:00:59.000 --> 00:01:02.500\nLa séance\nest ouverte.\n');
    expect(second).toContain('LOCAL:00:00:00.000');
    expect(second?.match(/-->/g)).toHaveLength(1);
    expect(third).toBe('WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:01:30.000,MPEGTS:0\n\n00:01:35.000 --> 00:01:37.000\nMerci.\n');
  });

  it('are laid out once until they change, and then have other addresses; the old ones give the new words, for now', async () => {
    const { get, state } = site();
    const playlist = async () => addresses(await (await get(`/media/${MEETING}/captions/fr.fr.m3u8`)).text());
    const [old = ''] = await playlist();
    const asked = await get(`/media/${MEETING}/captions/${old}`);
    expect(state.read).toBe(1);
    expect((await get(`/media/${MEETING}/captions/${old}`, { 'If-None-Match': asked.headers.get('ETag') ?? '' })).status).toBe(304);
    state.version = 2;
    state.segments = [segment(500, 4000, 'Bonjour à toutes et à tous.')];
    const [fresh] = await playlist();
    expect(fresh).not.toBe(old);
    const late = await get(`/media/${MEETING}/captions/${old}`);
    expect([await late.text(), late.headers.get('Cache-Control')]).toEqual([expect.stringContaining('Bonjour à toutes et à tous.'), 'no-cache']);
    expect(state.read).toBe(2);
  });

  it('know channels by whatever name they have', async () => {
    const { get, captions } = site();
    const [, odd] = await captions.of(MEETING);
    expect(odd?.hls).toBe(`/media/${MEETING}/captions/%C3%A9t%C3%A9.1.fr.m3u8`);
    const [first = ''] = addresses(await (await get(odd?.hls ?? '')).text());
    expect(first).toMatch(/^%C3%A9t%C3%A9\.1\.fr\/[\w-]{12}\/0\.vtt$/);
    expect(await (await get(`/media/${MEETING}/captions/${first}`)).text()).toContain('Bonjour');
  });

  it.each([
    `${MEETING}/captions/es.es.m3u8`, `${MEETING}/captions/fr.fr/x/3.vtt`, `${MEETING}/captions/fr.fr/x/-1.vtt`, `${MEETING}/captions/es.es/x/0.vtt`,
    'council/captions/fr.fr.m3u8', '00000000-0000-4000-8000-000000000002/captions/fr.fr.m3u8',
  ])('are not there: %s', async (path) => expect((await site().get(`/media/${path}`)).status).toBe(404));
});
