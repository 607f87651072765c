import { describe, expect, it } from 'vitest';
import { purgeList } from './index.ts';

const turn = { id: 't1', position: 0, speaker: { slug: 'jane', name: {} }, capacity: null, language: 'en', startMs: 0, endMs: null, agendaItemId: null };
const meeting = {
  id: 'b1', slug: 'réforme', body: { slug: 'council', name: {}, parents: [{ slug: 'assembly', name: {} }] }, series: { slug: 'peace', title: {} },
  categories: [{ path: 'events/council', name: {} }], topics: [{ slug: 'police', label: {} }], interventions: [turn, turn], starts: '2026-03-01T02:00:00.000Z', timezone: 'America/New_York',
};
const KEYS = ['media/b1/r/master.m3u8', 'media/b1/r/sound-fr.mp4', 'media/b1/r/source-1.mkv', 'media/b1/r/source-2.mp4', 'media/b1/r/levels.bin', 'media/b1/r/poster.jpg'];

async function* list(prefix: string) {
  for (const key of KEYS.filter((one) => one.startsWith(prefix))) yield { key, size: 1 };
}

describe('purgeList', () => {
  it('names each file that was public, each page, and each feed in which the meeting stood', async () => {
    const { prefixes, addresses } = await purgeList(meeting, { blobs: { list }, clips: async (id) => (id === 'b1' ? ['bcdfg12345'] : []) });
    expect(addresses.filter((one) => one.startsWith('/media/b1/'))).toEqual([
      '/media/b1/master.m3u8', '/media/b1/r/master.m3u8', '/media/b1/r/sound-fr.mp4', '/media/b1/r/poster.jpg', '/media/b1/download.mp4', '/media/b1/download.m4a',
      ...['ar', 'zh', 'en', 'fr', 'ru', 'es'].map((language) => `/media/b1/card-${language}.jpg`),
    ]);
    expect(addresses).toEqual(expect.arrayContaining(['/ar/meetings/r%C3%A9forme', '/ru/bodies/assembly', '/feeds/fr/bodies/council/meetings.rss', '/embed/r%C3%A9forme', '/sitemaps/meetings.xml', '/api/v1/meetings/b1', '/zh/series/peace', '/zh/categories/events', '/zh/categories/events/council', '/zh/topics/police', '/zh/speakers/jane', '/zh/schedule/2026-02-28', '/zh/schedule/2026-02']));
    for (const told of [addresses, prefixes]) expect(told).toEqual(expect.arrayContaining(['/media/clips/bcdfg12345.mp4', '/media/clips/bcdfg12345.m4a', '/embed/clips/bcdfg12345', '/api/v1/clips/bcdfg12345', '/ar/clips/bcdfg12345']));
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(prefixes).toEqual(expect.arrayContaining(['/media/b1/', '/es/meetings/r%C3%A9forme']));
  });
});
