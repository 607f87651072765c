import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { nginxPath } from '../tools/setup/nginx.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LONGEST_START_MS = 10_000;

/** A running nginx of its own. */
export interface Nginx extends AsyncDisposable {
  readonly url: string;
}

/** The shipped configuration with what an operator changes in it; plain HTTP, as there is no certificate here. */
export async function shippedSite(port: number, data: string, upstream: string): Promise<string> {
  const shipped = await readFile(join(ROOT, 'docs/operate/nginx.conf'), 'utf8');
  const withoutTls = shipped.slice(0, shipped.indexOf('server {\n    listen 80;')) + shipped.slice(shipped.lastIndexOf('server {\n    listen 443'));
  return withoutTls
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port};`).replace(/ +listen \[::\]:443.*\n/, '').replaceAll(/ +ssl_certificate.*\n/g, '')
    .replaceAll('/var/lib/openfloor', data).replace('/var/lib/nginx/openfloor', `${data}/../nginx-may-${port}`).replace('127.0.0.1:8080', new URL(upstream).host);
}

/** Starts nginx with what stands inside `http`, made for the port it gets; its files go into `folder`, which must not exist. */
export async function startNginx(folder: string, site: (port: number) => string | Promise<string>): Promise<Nginx> {
  const program = nginxPath(ROOT, process.env);
  if (program === undefined) throw new Error('nginx is missing: apt-get install nginx, or set NGINX_PATH');
  const port = await freePort();
  await mkdir(folder);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  await writeFile(join(folder, 'site.conf'), await site(port));
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  await writeFile(join(folder, 'nginx.conf'), `${user} worker_processes 1; pid ${folder}/pid; error_log stderr crit; daemon off; events {} http { access_log off; ${temporary} include ${folder}/site.conf; }`);
  const nginx = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const gone = once(nginx, 'exit');
  const end = (): void => void nginx.kill('SIGTERM');
  process.once('exit', end);
  const url = `http://127.0.0.1:${port}`;
  const since = performance.now();
  while (!await fetch(url, { redirect: 'manual' }).then(() => true, () => false)) {
    if (nginx.exitCode !== null || performance.now() - since > LONGEST_START_MS) throw new Error('nginx does not answer');
    await sleep(50);
  }
  return {
    url,
    async [Symbol.asyncDispose]() {
      process.off('exit', end);
      end();
      await gone;
    },
  };
}

/** A port of this machine that nobody listens to now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}
