import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { makeTestMeeting, SEVEN_CHANNELS } from '../fixtures/meeting/index.ts';
import type { Bench } from './context.ts';
import { quantile } from './measure/statistics.ts';
import type { Figure } from './report/figures.ts';
import { openApi } from './server/api.ts';
import { publish } from './server/publish.ts';
import { startServer } from './server/start.ts';
import { untilDone } from './server/until.ts';

const OTHER_MEETINGS = 60;
const WARM_UP_SECONDS = 1;
const SECONDS = 5;
const CLIENTS = [1, 16] as const;

/** How fast pages that the server renders come, to one reader and to several at once. */
export const pages: Bench = {
  name: 'pages',
  about: `pages as the server renders them, with ${OTHER_MEETINGS + 1} meetings in the catalogue`,
  async run(context) {
    const folder = await context.folder('pages');
    const data = join(folder, 'data');
    await using server = await startServer(data);
    const api = await openApi(data);
    for (let n = 0; n < OTHER_MEETINGS; n += 1) await api.submit({ path: await scheduled(folder, n) });
    const { file } = await makeTestMeeting({ file: join(folder, 'council.mkv'), durationSeconds: 20, channels: SEVEN_CHANNELS });
    const { accepted, failure } = await publish({ data, file, title: 'Security sector reform', more: ['--starts', '2026-03-12T10:00:00-04:00'] });
    if (!accepted) throw new Error(`The meeting could not be published: ${failure ?? 'no reason given'}`);
    await untilDone(server.url, accepted.recordingId);
    const figures: Figure[] = [];
    for (const [what, path] of [['the meeting page', `/en/meetings/${accepted.slug}`], ['the catalogue', '/en/']] as const) {
      const address = new URL(path, server.url).href;
      figures.push({ what: `${what}: HTML`, measured: await bytesOf(address), unit: 'bytes' });
      for (const clients of CLIENTS) {
        await load(address, clients, WARM_UP_SECONDS);
        figures.push(...latencies(`${what}, ${clients === 1 ? 'one reader' : `${clients} readers at once`}`, await load(address, clients, SECONDS)));
      }
    }
    return figures;
  },
};

/** A meeting without a recording. */
async function scheduled(folder: string, n: number): Promise<string> {
  const path = join(folder, `meeting-${n}`);
  const day = String(1 + (n % 28)).padStart(2, '0');
  await mkdir(path);
  await writeFile(join(path, 'meeting.yaml'), [
    'schema: openfloor/meeting/1', `title: { en: "Meeting ${n + 1} on a subject of the agenda", fr: "Séance ${n + 1} sur un point de l'ordre du jour" }`,
    'body: security-council', 'format: meeting', `starts: 2026-0${1 + (n % 3)}-${day}T10:00:00-05:00`, 'timezone: America/New_York', 'categories: [meetings-events/security-council]', '',
  ].join('\n'));
  return path;
}

async function bytesOf(address: string): Promise<number> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}

interface Load {
  readonly milliseconds: readonly number[];
  readonly perSecond: number;
}

/** Asks for a page again and again, each reader as soon as it has the last answer. */
async function load(address: string, clients: number, seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const milliseconds: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  const read = async () => {
    while (performance.now() < until) {
      const asked = performance.now();
      const [answer] = await once(get(address, { agent }), 'response') as [IncomingMessage];
      await text(answer);
      if (answer.statusCode !== 200) throw new Error(`${address}: ${String(answer.statusCode)}`);
      milliseconds.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, read));
  agent.destroy();
  return { milliseconds, perSecond: milliseconds.length / ((performance.now() - began) / 1000) };
}

function latencies(what: string, { milliseconds, perSecond }: Load): Figure[] {
  const note = 'The reader runs on the same machine and takes its share of it.';
  return [
    { what: `${what}: half of the answers within`, measured: quantile(milliseconds, 0.5), unit: 'ms', note },
    { what: `${what}: 99 of 100 answers within`, measured: quantile(milliseconds, 0.99), unit: 'ms', note },
    { what: `${what}: answers a second`, measured: perSecond, unit: '', note },
  ];
}
