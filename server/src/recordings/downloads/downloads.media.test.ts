import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createBrowse } from '#meetings/index.ts';
import { createTools } from '#platform/process/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { machineErrors } from '#platform/http/index.ts';
import { messages } from '#web/index.ts';
import { measurePilot } from '../../../../fixtures/measure/index.ts';
import { makeTestMeeting } from '../../../../fixtures/meeting/index.ts';
import { mediaRoutes } from '../media.routes.ts';
import { openTestRecordings, plainMeeting } from '../testing.ts';
import { openDownloads } from './index.ts';

const CHANNELS = [{ id: 'floor', language: 'mul' }, { id: 'fr', language: 'fr' }, { id: 'zh', language: 'zh' }];
const tools = createTools();

interface Probed {
  readonly streams: readonly { readonly codec_type: string; readonly tags: Readonly<Record<string, string>>; readonly disposition: { readonly default: number } }[];
  readonly format: { readonly duration: string; readonly tags: Readonly<Record<string, string>> };
}
async function probe(file: string): Promise<Probed> {
  const { stdout } = await tools.run({ tool: 'ffprobe', argv: ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', file], timeoutMs: 30_000 });
  return JSON.parse(stdout.toString()) as Probed;
}

type House = Awaited<ReturnType<typeof openTestRecordings>>;
const site = async (house: House, maxBytes = 1e9) => new Hono().onError(machineErrors(silentLog))
  .route('/', await openDownloads({ ...house, browse: createBrowse(house), siteWords: (language) => messages(language).site, tools, dataFolder: join(house.folder, 'data'), maxBytes }));

describe('downloads', () => {
  it('are one file, in one language or in all, that plays at once and goes on where it broke off', async () => {
    await using house = await openTestRecordings();
    const truth = await makeTestMeeting({ file: join(house.folder, 'hearing.mkv'), durationSeconds: 6, channels: CHANNELS });
    const { meetingId } = await house.publish({ path: truth.file, file: { title: 'Audience', slug: 'hearing' } });
    const app = await site(house);
    const get = async (query: string, headers: Record<string, string> = {}) => app.request(`/${meetingId}/download.${query}`, { headers });

    const french = await get('mp4?ch=fr');
    expect([french.status, french.headers.get('Content-Type'), french.headers.get('Content-Disposition'), french.headers.get('Cache-Control')])
      .toEqual([200, 'video/mp4', 'attachment; filename="hearing-fr.mp4"; filename*=UTF-8\'\'hearing-fr.mp4', 'no-cache']);
    const bytes = Buffer.from(await french.arrayBuffer());
    const file = join(house.folder, 'hearing-fr.mp4');
    await writeFile(file, bytes);
    const { streams, format } = await probe(file);
    expect(streams.map(({ codec_type, tags }) => [codec_type, tags['language'], tags['handler_name']])).toEqual([['video', 'und', 'VideoHandler'], ['audio', 'fra', 'Français']]);
    expect([format.tags['title'], Math.abs(Number(format.duration) - 6) < 0.1]).toEqual(['Audience', true]);
    expect(bytes.indexOf('moov') < bytes.indexOf('mdat'), 'the index comes first').toBe(true);
    expect((await measurePilot(file, { at: 2, seconds: 2 })).hz).toBe(truth.channels.find(({ id }) => id === 'fr')?.pilotHz);

    const etag = french.headers.get('ETag') ?? '';
    const rest = await get('mp4?ch=fr', { 'Range': 'bytes=1000-', 'If-Range': etag });
    expect([rest.status, Buffer.from(await rest.arrayBuffer()).equals(bytes.subarray(1000))]).toEqual([206, true]);
    expect((await get('mp4?ch=fr', { 'If-None-Match': etag })).status).toBe(304);

    const all = join(house.folder, 'all.mp4');
    await writeFile(all, Buffer.from(await (await get('mp4')).arrayBuffer()));
    expect((await probe(all)).streams.map(({ tags, disposition }) => [tags['language'], disposition.default])).toEqual([['und', 1], ['mul', 1], ['fra', 0], ['zho', 0]]);
    const sound = await get('m4a?ch=zh');
    expect([sound.headers.get('Content-Type'), sound.headers.get('Content-Disposition')?.includes('hearing-zh.m4a')]).toEqual(['audio/mp4', true]);
    await sound.body?.cancel();
    const [full, small] = await Promise.all(['sound', 'voice'].map(async (kind) => Buffer.from(await (await get(`m4a?ch=zh&sound=${kind}`)).arrayBuffer())));
    expect(small!.length).toBeLessThan(full!.length * 0.7);
    const voice = join(house.folder, 'hearing-zh.m4a');
    await writeFile(voice, small!);
    expect((await measurePilot(voice, { at: 2, seconds: 2 })).hz).toBe(truth.channels.find(({ id }) => id === 'zh')?.pilotHz);
    expect(await Promise.all(['mp4?ch=xx', 'mp4?picture=9p', 'm4a?ch=xx'].map(async (query) => (await get(query)).status))).toEqual([404, 404, 404]);
    await house.meetings.withdraw(house.operator, meetingId);
    expect((await get('mp4?ch=fr')).status).toBe(410);
  });

  it('come with a picture for links, with the title on it in each writing', async () => {
    await using house = await openTestRecordings();
    const { file } = await makeTestMeeting({ file: join(house.folder, 'hearing.mkv'), durationSeconds: 3, channels: CHANNELS });
    const { meetingId } = await house.publish({ path: file, file: { title: 'إصلاح قطاع {الأمن} \\N', titleLanguage: 'ar', slug: 'hearing' } });
    const app = await site(house);
    const take = async (language: string) => app.request(`/${meetingId}/card-${language}.jpg`);
    const first = await take('ar');
    const bytes = Buffer.from(await first.arrayBuffer());
    const picture = join(house.folder, 'card.jpg');
    await writeFile(picture, bytes);
    expect([first.status, first.headers.get('Content-Type'), bytes.subarray(0, 2).toString('hex')]).toEqual([200, 'image/jpeg', 'ffd8']);
    expect((await probe(picture)).streams[0]).toMatchObject({ width: 1200, height: 630 });
    const again = await app.request(`/${meetingId}/card-ar.jpg`, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } });
    expect([again.status, (await take('xx')).status]).toEqual([304, 404]);
  });

  it('have for podcasts a square picture per language and body, of what there is to hear', async () => {
    await using house = await openTestRecordings();
    const { file } = await makeTestMeeting({ file: join(house.folder, 'hearing.mka'), durationSeconds: 3, channels: CHANNELS });
    await house.publish({ path: file, file: { title: 'Hearing', body: 'council' } });
    // As the server has them: behind the files of recordings, whose addresses these must not be taken for.
    const app = new Hono().onError(machineErrors(silentLog)).route('/', mediaRoutes({ ...house, captions: { of: async () => [] } })).route('/', await site(house));
    const take = async (path: string) => app.request(`/artwork/${path}`);
    const tags: (string | null)[] = [];
    for (const path of ['ar-fr.jpg', 'en-fr.jpg', 'zh-floor.jpg', 'bodies/council/en-zh.jpg']) {
      const answer = await take(path);
      expect([answer.status, answer.headers.get('Content-Type')], path).toEqual([200, 'image/jpeg']);
      const picture = join(house.folder, 'artwork.jpg');
      await writeFile(picture, Buffer.from(await answer.arrayBuffer()));
      expect((await probe(picture)).streams[0]).toMatchObject({ codec_name: 'mjpeg', width: 1800, height: 1800 });
      tags.push(answer.headers.get('ETag'));
    }
    expect(new Set(tags).size).toBe(4);
    expect(await Promise.all(['en-sw.jpg', 'xx-fr.jpg', 'bodies/nowhere/en-fr.jpg', 'en-%2e%2e.jpg'].map(async (path) => (await take(path)).status))).toEqual([404, 404, 404, 404]);
  });

  it('are the same bytes when they had to be made again', async () => {
    await using house = await openTestRecordings();
    const { file } = await makeTestMeeting({ file: join(house.folder, 'hearing.mka'), durationSeconds: 4, channels: CHANNELS });
    const { meetingId } = await house.publish({ path: file, file: { title: 'Hearing' } });
    // Room for one: the second lets the first go.
    const app = await site(house, 40_000);
    const take = async (ch: string) => createHash('sha256').update(Buffer.from(await (await app.request(`/${meetingId}/download.m4a?ch=${ch}`)).arrayBuffer())).digest('hex');
    const first = await take('fr');
    await take('zh');
    expect(await take('fr')).toBe(first);
  });

  it('join the parts of a meeting where the clock says', async () => {
    await using house = await openTestRecordings();
    const spec = { durationSeconds: 5, channels: CHANNELS.slice(0, 2) };
    await makeTestMeeting({ ...spec, file: join(house.folder, 'morning.mkv') });
    const noon = await makeTestMeeting({ ...spec, file: join(house.folder, 'noon.mkv'), fromSeconds: 5 });
    const part = (file: string, startMs: number | null) => ({
      startMs, secondPicture: null, picture: { file, track: 0, offsetMs: 0 },
      sound: ['floor', 'fr'].map((channel, track) => ({ channel, file, track, offsetMs: 0, pick: 'all' as const })),
    });
    const channels = CHANNELS.slice(0, 2).map(({ id, language }) => ({ key: id, role: id === 'floor' ? 'floor' as const : 'interpretation' as const, language, label: null, provenance: null, gaps: [] }));
    await house.describe(house.folder, plainMeeting('day', { channels, parts: [part('morning.mkv', null), part('noon.mkv', 8000)] }));
    const { meetingId } = await house.publish({ path: house.folder });
    const answer = await (await site(house)).request(`/${meetingId}/download.mp4?ch=fr`);
    const file = join(house.folder, 'day.mp4');
    await writeFile(file, Buffer.from(await answer.arrayBuffer()));
    expect(Math.abs(Number((await probe(file)).format.duration) - 13)).toBeLessThan(0.15);
    expect((await measurePilot(file, { at: 10, seconds: 2 })).hz).toBe(noon.channels.find(({ id }) => id === 'fr')?.pilotHz);
  });
});
