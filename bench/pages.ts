import { mkdir, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startNginx } from '../e2e/nginx.ts';
import type { Bench } from './context.ts';
import { load, type Load } from './measure/load.ts';
import { quantile } from './measure/statistics.ts';
import { fullCatalogue } from './pages/catalogue.ts';
import type { Figure } from './report/figures.ts';

const MEETINGS = 1000;
const CLIENTS = 16;
const WARM_UP_SECONDS = 3;
const SECONDS = 4;
/** As browsers ask. */
const BROWSER = { 'Accept-Encoding': 'gzip, deflate, br' };

interface Asked {
  readonly what: string;
  readonly path: string;
  readonly least: number;
  /** Every request is for another address, so that none finds an answer that was kept. */
  readonly anew?: true;
}

/** How fast pages and JSON come to many readers at once. */
export const pages: Bench = {
  name: 'pages',
  about: `pages and JSON as the server makes them, with ${MEETINGS} meetings in the catalogue, ${CLIENTS} connections`,
  async run(context) {
    const folder = await context.folder('pages');
    await using catalogue = await fullCatalogue(folder, MEETINGS);
    const { server, slug } = catalogue;
    const meeting = `/en/meetings/${slug}`;
    const asked: readonly Asked[] = [
      { what: 'page of a meeting of 3 h', path: meeting, least: 2000 },
      { what: 'page of a meeting of 3 h, made anew each time', path: meeting, least: 300, anew: true },
      { what: 'JSON of a meeting of 3 h', path: `/api/v1/meetings/${slug}`, least: 3000 },
      { what: 'list of 20 meetings as JSON', path: '/api/v1/meetings?limit=20', least: 2000 },
    ];
    const bodies = new Map(await Promise.all(asked.map(async ({ path }) => [path, await bodyOf(server.url, path)] as const)));
    const statics = join(folder, 'static');
    await mkdir(statics);
    await Promise.all([...bodies.values()].map((body, n) => writeFile(join(statics, `${n}.html`), body)));
    await using nginx = await startNginx(join(folder, 'nginx'), (port) => `server { listen 127.0.0.1:${port}; keepalive_requests 10000000; root ${statics}; }`);
    const figures: Figure[] = [];
    for (const { what, path, least, anew } of asked) {
      const file = `/${[...bodies.keys()].indexOf(path)}.html`;
      const other = (n: number): string => `${path}${path.includes('?') ? '&' : '?'}n=${begun + n}`;
      // What is made anew is asked for without compression, which a reader's line would pay for and nginx does not do.
      const ask = (seconds: number) => load({ origin: server.url, path: anew ? other : () => path, clients: CLIENTS, seconds, headers: () => (anew ? {} : BROWSER) });
      let begun = 0;
      begun = (await ask(WARM_UP_SECONDS)).milliseconds.length;
      const measured = await ask(SECONDS);
      await sleep(200);
      figures.push(...rates(what, measured, await load({ origin: nginx.url, path: () => file, clients: CLIENTS, seconds: SECONDS / 2 }), least));
    }
    const sizes = asked.filter(({ anew }) => !anew).map(({ what, path }): Figure => ({ what: `${what}: as it goes over the line`, measured: bodies.get(path)?.length ?? Number.NaN, unit: 'bytes' }));
    return [...figures, ...sizes];
  },
};

/** The bytes as they go over the line to a browser. */
async function bodyOf(origin: string, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(new URL(path, origin), { headers: BROWSER }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece)).on('error', reject);
      answer.on('end', () => (answer.statusCode === 200 ? resolve(Buffer.concat(pieces)) : reject(new Error(`${path}: ${String(answer.statusCode)}`))));
    }).on('error', reject);
  });
}

function rates(what: string, measured: Load, nginx: Load, least: number): Figure[] {
  const note = 'Reader, server and database share the cores. nginx sends the same bytes from a file.';
  return [
    { what: `${what}: answers a second`, measured: measured.perSecond, unit: '/s', compared: { with: 'nginx', value: nginx.perSecond }, must: { of: 'value', least }, note },
    { what: `${what}: 99 of 100 answers within`, measured: quantile(measured.milliseconds, 0.99), unit: 'ms', compared: { with: 'nginx', value: quantile(nginx.milliseconds, 0.99) }, note },
  ];
}
