import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { pageHeaders } from '#platform/http/index.ts';
import type { Assets } from '#web/index.ts';

/**
 * `/sw.js`, the service worker of the pages. Its address never changes and lies at the root, so that it may serve all
 * pages; browsers ask for it again with each visit and take the new one when a byte of it differs.
 */
export function workerRoute(assets: Assets): Hono {
  let script: Promise<string> | undefined;
  const routes = new Hono();
  routes.get('/sw.js', pageHeaders, compress(), async (c) => {
    script ??= readFile(join(assets.folder, assets.served('worker.js') ?? 'worker.js'), 'utf8');
    return c.body(await script, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' });
  });
  return routes;
}
