import type { MeetingDetail } from '../meeting-detail.domain.ts';
import type { WatchableMedia } from './media.ports.ts';

/** A meeting on which three people spoke three languages. */
export const sampleMeeting: MeetingDetail = {
  id: 'meeting-1', slug: 'security-sector-reform', state: 'published', version: 1,
  title: { en: 'Security sector reform', ar: 'إصلاح قطاع الأمن', fr: 'Réforme du secteur de la sécurité' },
  description: { en: 'What the meeting is for.\n\nAnd what it is not.' },
  body: { slug: 'council', name: { en: 'Security Council', fr: 'Conseil de sécurité' }, parents: [] },
  series: { slug: 'peace', title: { en: 'Maintenance of international peace and security' } },
  format: 'open-vtc', starts: '2020-12-03T15:00:00.000Z', ends: null, timezone: 'America/New_York', symbol: 'S/2020/1',
  durationMs: 180_000, floorLanguages: ['en', 'fr'], categories: [], topics: [],
  documents: [{ symbol: 'S/2020/2', title: { en: 'A <letter>' }, url: 'https://example.org/letter?a=1&b=2' }],
  agenda: [
    { id: 'one', title: { en: 'Adoption of the agenda' }, symbol: null, startMs: 0, endMs: 10_000 },
    { id: 'two', title: { en: 'Reform' }, symbol: null, startMs: 10_000, endMs: null },
  ],
  interventions: [
    { id: 'b', position: 1, speaker: { slug: 'diallo', name: { en: 'Amadou Diallo' } }, capacity: null, language: 'fr', startMs: 63_000, endMs: null, agendaItemId: 'two' },
    { id: 'a', position: 0, speaker: { slug: 'mokoena', name: { en: 'Naledi Mokoena' } }, capacity: { en: 'President' }, language: 'en', startMs: 2_000, endMs: 60_000, agendaItemId: 'one' },
  ],
  channels: [
    { id: '1', key: 'fr', role: 'interpretation', language: 'fr', label: null, provenance: null, gaps: [{ startMs: 1, endMs: 2 }] },
    { id: '2', key: 'floor', role: 'floor', language: 'mul', label: null, provenance: null, gaps: [] },
    { id: '3', key: 'ar', role: 'interpretation', language: 'ar', label: null, provenance: null, gaps: [] },
    { id: '4', key: 'ar-auto', role: 'machine-voice', language: 'ar', label: null, provenance: null, gaps: [] },
  ],
  rights: null, publishedAt: '2020-12-03T18:00:00.000Z', updatedAt: '2020-12-03T18:00:00.000Z',
};

/** Its recording, as it is once everything can be heard. */
export const sampleMedia: WatchableMedia = {
  state: 'complete', progress: null, hls: '/media/meeting-1/master.m3u8', poster: '/media/meeting-1/poster.jpg', storyboard: null,
  hasPicture: true, secondPicture: null, durationMs: 180_000, events: '/api/v1/recordings/1/events',
  channels: sampleMeeting.channels.map(({ key }) => ({
    key, gainDb: key === 'fr' ? -2.5 : 0, sound: [`/media/meeting-1/sound-${key}.mp4`], voice: key === 'ar' ? [] : [`/media/meeting-1/voice-${key}.mp4`], soundBytes: 1_500_000, voiceBytes: key === 'ar' ? 0 : 540_000,
    checks: [{ result: key === 'ar' ? 'fault' : 'ok' }],
  })),
};
