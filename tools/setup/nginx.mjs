import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasApt } from './apt.mjs';
import { findProgram } from './ffmpeg.mjs';
import { run } from './run.mjs';
import { say, step } from './say.mjs';
import { looks } from './stamp.mjs';

/** @param {string} root */
const folder = (root) => join(root, '.cache', 'nginx');

// Images of containers come without the package lists. Running it at last shows that its libraries are there too.
const BRING = `cd "$1" && rm -f nginx_*.deb && { apt-get download -q nginx || { apt-get update -q && apt-get download -q nginx; }; } \
  && dpkg-deb -x nginx_*.deb . && rm nginx_*.deb && usr/sbin/nginx -v`;

/** The nginx that the shipped configuration is tested with: NGINX_PATH, the system's, or the one that set-up unpacked.
 * @param {string} root @param {NodeJS.ProcessEnv} env @returns {string | undefined} */
export const nginxPath = (root, env) =>
  env['NGINX_PATH'] ?? findProgram('nginx', env) ?? ['/usr/sbin/nginx', join(folder(root), 'usr/sbin/nginx')].find((path) => looks(path) !== '');

/**
 * Brings nginx for the tests. It is unpacked, not installed: installing would start a web server on this machine.
 * @param {string} root @param {NodeJS.ProcessEnv} [env]
 */
export async function ensureNginx(root, env = process.env) {
  if (nginxPath(root, env) !== undefined || !hasApt(env)) return;
  await step('Bringing nginx for the tests (once)', async () => {
    mkdirSync(folder(root), { recursive: true });
    const { code, tail } = await run('sh', ['-c', BRING, 'sh', folder(root)], { env });
    if (code !== 0) say(`nginx could not be brought; the test of its configuration needs it: ${tail.split('\n').at(-1) ?? ''}`);
  });
}
