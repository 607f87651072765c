import { describe, expect, it } from 'vitest';
import { meetingFrom } from './foreign-meeting.ts';

const page = new URL('https://tv.example.org/fr/meetings/council?t=2m');
const answer = {
  slug: 'council', title: { en: 'Council', fr: 'Conseil' }, durationMs: 1,
  channels: [
    { key: 'floor', role: 'floor', language: 'mul', label: null, gaps: [] },
    { key: 'ru', role: 'interpretation', language: 'ru', label: null, gaps: [{ startMs: 1000, endMs: 2000 }] },
    { key: 'xx', role: 'interpretation', language: 'es', label: null, gaps: [] },
  ],
  interventions: [
    { id: 'a', startMs: 0, endMs: null, speaker: { name: { en: 'Ms A' } } },
    { id: 'b', startMs: 4000, endMs: 5000, speaker: { name: 'Mr B' } },
  ],
  media: { hls: '/media/1/master.m3u8', poster: null, storyboard: '/media/1/s.vtt', hasPicture: true, secondPicture: { hls: '/media/1/second.m3u8', width: 640, height: 360, channel: 'sign' }, durationMs: 9000, channels: [{ key: 'floor', gainDb: 0 }, { key: 'ru', gainDb: -2.5 }] },
};

const texts = { captions: [
  { channel: 'ru', language: 'ru', kind: 'captions', status: 'machine', hls: '/media/1/captions/ru.ru.m3u8' },
  { channel: 'xx', language: 'es', kind: 'captions', status: 'final', hls: '/media/1/captions/xx.es.m3u8' },
  { channel: 'floor', language: 'en', kind: 'captions', status: 'edited', hls: '/media/1/captions/floor.en.m3u8' },
] };

describe('meetingFrom', () => {
  const meeting = meetingFrom(answer, texts, page, 'fr');

  it('makes addresses absolute and takes the length of the recording', () => {
    expect(meeting).toMatchObject({ slug: 'council', title: 'Conseil', hls: 'https://tv.example.org/media/1/master.m3u8', poster: null, durationMs: 9000, secondPicture: { hls: 'https://tv.example.org/media/1/second.m3u8', channel: 'sign' } });
  });

  it('offers the channels that the recording has, each by its own name', () => {
    expect(meeting?.channels.map(({ key, name, gainDb, gaps }) => [key, name, gainDb, gaps])).toEqual([['floor', expect.any(String), 0, []], ['ru', 'Русский', -2.5, [[1000, 2000]]]]);
  });

  it('lets a turn without an end last until the next', () => {
    expect(meeting?.turns).toEqual([{ id: 'a', startMs: 0, endMs: 4000, name: 'Ms A' }, { id: 'b', startMs: 4000, endMs: 5000, name: 'Mr B' }]);
  });

  it('knows the captions of those channels', () => {
    expect(meeting?.captions).toEqual([
      { key: 'floor.en', channel: 'floor', language: 'en', status: 'edited', hls: 'https://tv.example.org/media/1/captions/floor.en.m3u8' },
      { key: 'ru', channel: 'ru', language: 'ru', status: 'machine', hls: 'https://tv.example.org/media/1/captions/ru.ru.m3u8' },
    ]);
    expect(meetingFrom(answer, null, page, 'fr')?.captions).toEqual([]);
  });

  it('says when there is nothing to watch', () => {
    expect(meetingFrom({ ...answer, media: null }, texts, page, 'fr')).toBeNull();
    expect(meetingFrom('nothing', null, page, 'fr')).toBeNull();
  });
});
