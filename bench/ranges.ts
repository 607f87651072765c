import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { shippedSite, startNginx } from '../e2e/nginx.ts';
import { makeTestMeeting, SEVEN_CHANNELS } from '../fixtures/meeting/index.ts';
import type { Bench } from './context.ts';
import { load } from './measure/load.ts';
import type { Figure } from './report/figures.ts';
import { openApi } from './server/api.ts';
import { published } from './server/published.ts';
import { startServer } from './server/start.ts';

const RANGE_BYTES = 256 * 1024;
const CLIENTS = 16;
const SECONDS = 5;
const MEGABYTE = 1e6;

/** Parts of media files as players ask for them: from Openfloor itself, from nginx, and from nginx that asks Openfloor first. */
export const ranges: Bench = {
  name: 'ranges',
  about: `byte ranges of 256 KiB of a media file, ${CLIENTS} connections`,
  async run(context) {
    const folder = await context.folder('ranges');
    const data = join(folder, 'data');
    const { file } = await makeTestMeeting({ file: join(folder, 'meeting.mkv'), durationSeconds: 60, channels: SEVEN_CHANNELS.slice(0, 2), picture: { width: 1280, height: 720, kilobits: 6000 } });
    const { recordingId } = await published({ data, file, title: 'Ranges' });
    const path = (await rungsOf(data, recordingId)).toSorted((a, b) => b.height - a.height)[0]?.files[0];
    if (path === undefined) throw new Error('The meeting has no picture.');
    const { size } = await stat(join(data, 'blobs', path));

    const speed = async (origin: string, at = path): Promise<number> => {
      const ask = (seconds: number) => load({ origin, path: () => at, clients: CLIENTS, seconds, status: 206, headers: (n) => rangeHeader(n, size) });
      await ask(1);
      return (await ask(SECONDS)).bytesPerSecond / MEGABYTE;
    };
    const figures: Figure[] = [];
    await using statics = await startNginx(join(folder, 'static'), (port) => `types { video/mp4 mp4; } server { listen 127.0.0.1:${port}; root ${join(data, 'blobs')}; sendfile on; tcp_nopush on; keepalive_requests 10000000; }`);
    const nginx = await speed(statics.url);
    {
      await using server = await startServer(data, { settings: { OPENFLOOR_ROLES: 'serve' } });
      figures.push({
        what: 'ranges of 256 KiB from Openfloor', measured: await speed(server.url), unit: 'MB/s', compared: { with: 'nginx', value: nginx }, must: { of: 'ratio', least: 0.25 },
        note: 'The same file. The reader runs on the same machine and takes its share of it.',
      });
    }
    await using server = await startServer(data, { settings: { OPENFLOOR_ROLES: 'serve', OPENFLOOR_SEND_MEDIA: 'nginx' } });
    await using front = await startNginx(join(folder, 'front'), (port) => shippedSite(port, data, server.url));
    figures.push({
      what: 'ranges of 256 KiB from nginx in front, as shipped', measured: await speed(front.url), unit: 'MB/s', compared: { with: 'nginx alone', value: nginx }, must: { of: 'ratio', least: 0.8 },
      note: 'nginx sends the bytes, and asks Openfloor every other second whether it may.',
    });
    return figures;
  },
};

/** Another part each time, as many readers at many places ask. */
function rangeHeader(n: number, size: number): Record<string, string> {
  const parts = Math.max(1, Math.floor(size / RANGE_BYTES) - 1);
  const start = ((n * 7919) % parts) * RANGE_BYTES;
  return { Range: `bytes=${start}-${start + RANGE_BYTES - 1}` };
}

async function rungsOf(data: string, recordingId: string) {
  await using _server = await startServer(data);
  return (await (await openApi(data)).recording(recordingId)).rungs;
}
