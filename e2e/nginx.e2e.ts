import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClient } from '@openfloor/client';
import { makeTestMeeting } from '../fixtures/meeting/index.ts';
import { nginxPath } from '../tools/setup/nginx.mjs';
import { startOpenfloor, type Openfloor } from './openfloor.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
let openfloor: Openfloor;
let nginx: ChildProcess | undefined;
let port: number;
let file: string;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return free;
}

/** The shipped file with what an operator changes in it; plain HTTP, as there is no certificate here. */
async function configuration(data: string, upstream: string): Promise<string> {
  const shipped = await readFile(join(ROOT, 'docs/operate/nginx.conf'), 'utf8');
  const withoutTls = shipped.slice(0, shipped.indexOf('server {\n    listen 80;')) + shipped.slice(shipped.lastIndexOf('server {\n    listen 443'));
  return withoutTls
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port};`).replace(/ +listen \[::\]:443.*\n/, '').replaceAll(/ +ssl_certificate.*\n/g, '')
    .replaceAll('/var/lib/openfloor', data).replace('127.0.0.1:8080', new URL(upstream).host);
}

beforeAll(async () => {
  openfloor = await startOpenfloor({ settings: { OPENFLOOR_SEND_MEDIA: 'nginx' } });
  const { file: recording } = await makeTestMeeting({ file: join(openfloor.folder, 'hearing.mka'), durationSeconds: 4, channels: [{ id: 'floor', language: 'en' }, { id: 'fr', language: 'fr' }] });
  await openfloor.must('publish', recording, '--title', 'Hearing', '--wait');
  const program = nginxPath(ROOT, process.env);
  if (program === undefined) throw new Error('nginx is missing: apt-get install nginx, or set NGINX_PATH');
  port = await freePort();
  const folder = join(openfloor.folder, 'nginx');
  await mkdir(folder);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  await writeFile(join(folder, 'site.conf'), await configuration(join(openfloor.folder, 'data'), openfloor.url));
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  await writeFile(join(folder, 'nginx.conf'), `${user} worker_processes 1; pid ${folder}/pid; error_log stderr warn; daemon off; events {} http { access_log off; ${temporary} include ${folder}/site.conf; }`);
  nginx = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] });
  await vi.waitFor(async () => { if (!(await get('/health')).ok) throw new Error('nginx does not answer yet'); }, { timeout: 10_000, interval: 100 });
  const { data } = await createClient({ url: openfloor.url }).GET('/meetings/{slug}', { params: { path: { slug: 'hearing' } } });
  file = data?.media?.channels.find(({ key }) => key === 'fr')?.sound[0] ?? '';
});

afterAll(async () => {
  if (nginx) {
    nginx.kill('SIGTERM');
    await once(nginx, 'exit');
  }
  await openfloor?.[Symbol.asyncDispose]();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', headers: headers });

describe('the shipped nginx configuration', () => {
  it('shows pages under the address that the reader used', async () => {
    const page = await get('/en/meetings/hearing', { Accept: 'text/html' });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`<link rel="canonical" href="http://127.0.0.1:${port}/en/meetings/hearing"/>`);
  });

  it('sends the bytes of media itself: whole, in ranges, and not again to those who have them', async () => {
    const onDisk = await readFile(join(openfloor.folder, 'data', 'blobs', file.slice(1)));
    const whole = await get(file);
    expect([whole.status, whole.headers.get('Content-Type'), whole.headers.get('Cache-Control'), whole.headers.get('Access-Control-Allow-Origin'), whole.headers.get('X-Accel-Redirect')])
      .toEqual([200, 'audio/mp4', 'public, max-age=31536000, immutable', '*', null]);
    expect(Buffer.from(await whole.arrayBuffer()).equals(onDisk)).toBe(true);
    const part = await get(file, { Range: 'bytes=1000-1999' });
    expect([part.status, part.headers.get('Content-Range'), Buffer.from(await part.arrayBuffer()).equals(onDisk.subarray(1000, 2000))]).toEqual([206, `bytes 1000-1999/${onDisk.length}`, true]);
    expect((await get(file, { 'If-None-Match': whole.headers.get('ETag') ?? '' })).status).toBe(304);
    expect((await get(file, { Range: `bytes=${onDisk.length}-` })).status).toBe(416);
    // Nothing but nginx can answer this: to others Openfloor only says where the file is.
    const direct = await fetch(new URL(file, openfloor.url));
    expect([direct.headers.get('X-Accel-Redirect'), (await direct.arrayBuffer()).byteLength]).toEqual([`/_openfloor${file}`, 0]);
  });

  it('sends what was put together on demand', async () => {
    const download = await get(`${file.split('/').slice(0, 3).join('/')}/download.m4a?ch=fr`);
    expect([download.status, download.headers.get('Content-Disposition')?.startsWith('attachment; filename="hearing-fr.m4a"')]).toEqual([200, true]);
    expect(Buffer.from(await download.arrayBuffer()).subarray(4, 8).toString()).toBe('ftyp');
  });

  it('lets nobody in by the back door, and nobody hear what was withdrawn', async () => {
    expect((await get(`/_openfloor${file}`)).status).toBe(404);
    expect((await get(`/_openfloor/media/..%2f..%2fpostgres/PG_VERSION`)).status).toBe(404);
    await openfloor.must('withdraw', 'hearing');
    await expect.poll(async () => (await get(file)).status, { timeout: 10_000 }).toBe(410);
  });
});
