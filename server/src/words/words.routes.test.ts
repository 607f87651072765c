import { crc32, inflateRawSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { publicActor } from '#access/index.ts';
import type { MeetingDetail } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { machineErrors } from '#platform/http/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { CaptionTrack } from './captions/captions.domain.ts';
import type { ChannelText } from './words.domain.ts';
import { wordsRoutes } from './words.routes.ts';
import type { TextSegment } from './words.service.ts';

const SEGMENTS: readonly TextSegment[] = [{ id: 1, edited: [], confidence: null, unspoken: false, startMs: 1000, endMs: 2500, text: 'صباح الخير & أهلا', words: null, speaker: null, language: null }];
const TEXT: ChannelText = { id: 't', meetingId: 'm', kind: 'captions', channel: 'ar', language: 'ar', status: 'edited', provenance: null, formerSound: false, version: 3 };

const CAPTIONS: CaptionTrack = { channel: 'ar', language: 'ar', kind: 'captions', status: 'edited', hls: '/media/m/captions/ar.ar.m3u8' };

const app = new Hono().onError(machineErrors(silentLog)).route('/', wordsRoutes({
  actorOf: publicActor,
  meetings: {
    async get(_actor, slug) {
      if (slug !== 'council') throw new AppError('meeting_not_found', { id: slug });
      return { id: 'm', slug, title: { en: 'Council', ar: 'المجلس' }, symbol: 'S/1', starts: '2026-03-12T10:00:00.000Z', timezone: 'UTC', channels: ['ar', 'fr'].map((key) => ({ key, language: key })) } as unknown as MeetingDetail;
    },
  },
  captions: { of: async () => [CAPTIONS] },
  words: {
    of: async () => [TEXT],
    forChannel: async (_meeting, { key }, kind) => (key === 'ar' && kind !== 'transcript' ? { ...TEXT, segments: SEGMENTS, holes: [{ startMs: 3000, endMs: 9000 }] } : null),
  },
}));

const ask = (path: string) => app.request(`/meetings/council/texts${path}`);

/** A part of an archive, found as programs do: by the directory at its end. */
function unzipped(archive: Buffer, wanted: string): string {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, plain, nameLength, local] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24), archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const text = inflateRawSync(archive.subarray(from, from + packed));
    if (text.length !== plain || crc32(text) !== archive.readUInt32LE(at + 16)) throw new Error(`${name} is damaged`);
    if (name === wanted) return text.toString('utf8');
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  throw new Error(`${wanted} is not in the archive`);
}

describe('the texts of a meeting', () => {
  it('are listed, and read as data', async () => {
    expect(await (await ask('')).json()).toEqual({ texts: [TEXT], captions: [CAPTIONS] });
    expect(await (await ask('/ar')).json()).toEqual({ ...TEXT, segments: SEGMENTS, holes: [{ startMs: 3000, endMs: 9000 }] });
  });

  it('go out as files that players take', async () => {
    const vtt = await ask('/ar?format=vtt');
    expect([vtt.headers.get('Content-Type'), vtt.headers.get('Content-Disposition')]).toEqual(['text/vtt; charset=utf-8', "inline; filename*=UTF-8''council-ar.vtt"]);
    expect(await vtt.text()).toContain('00:00:01.000 --> 00:00:02.500\nصباح الخير &amp; أهلا\n');
    expect(await (await ask('/ar?format=ttml')).text()).toContain('xml:lang="ar"');
    expect(await (await ask('/ar?format=txt')).text()).toBe('صباح الخير & أهلا\n');
    expect(await (await ask('/ar?format=jsonl')).text()).toContain('"startMs":1000');
    expect(await (await ask('/ar?format=jsonl')).text()).toContain('"holes":[{"startMs":3000,"endMs":9000}]');
    const docx = await ask('/ar?format=docx');
    expect(docx.headers.get('Content-Type')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    const document = unzipped(Buffer.from(await docx.arrayBuffer()), 'word/document.xml');
    expect([...document.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual(['المجلس', 'S/1', expect.stringContaining('2026'), 'نص على الشاشة · العربية · راجعه أشخاص', '0:01  ', 'صباح الخير &amp; أهلا']);
    expect(await (await ask('/ar?format=podcast')).json()).toEqual({ version: '1.0.0', segments: [{ startTime: 1, endTime: 2.5, body: 'صباح الخير & أهلا' }] });
    expect(await (await ask('/ar?format=srt')).text()).toContain('1\n00:00:01,000 --> 00:00:02,500\n');
  });

  it.each([['/fr', 404], ['/zh', 404], ['/ar?kind=transcript', 404], ['/ar?language=fr', 404], ['/ar?format=doc', 422]])('%s: %i', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });

  it('are those of a meeting that can be seen', async () => {
    expect((await app.request('/meetings/secret/texts')).status).toBe(404);
    expect((await app.request('/meetings/secret/texts/ar')).status).toBe(404);
  });
});
