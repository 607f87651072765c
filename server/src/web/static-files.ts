import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono } from 'hono';
import { AppError } from '#platform/errors/index.ts';
import { compressed, encodingFor, type Bytes } from '#platform/http/index.ts';
import type { Assets } from './assets.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.map': 'application/json', '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSIBLE = new Set(['.js', '.css', '.svg', '.map', '.txt']);
const HASHED = /-[A-Z0-9]{8}\.\w+(\.map)?$/;
const SAFE_NAME = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

interface StaticFile {
  readonly type: string;
  readonly tag: string;
  readonly plain: Buffer;
  readonly br: Bytes | null;
  readonly gzip: Bytes | null;
}

/**
 * Serves the built files below `/assets/`. Each is read and compressed once and kept: they are few, and don't change
 * while the server runs. A name with a hash is cached for ever; a plain name such as `player.js` leads to it.
 */
export function staticFiles(assets: Assets): Hono {
  const files = new Map<string, Promise<StaticFile>>();
  return new Hono().get('/assets/:name{.+}', async (c) => {
    const name = c.req.param('name');
    if (!SAFE_NAME.test(name)) throw new AppError('not_found', { what: 'file', id: name });
    // Pages of other sites bring in the player as a module, which a browser fetches with CORS.
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    const served = assets.served(name);
    if (served !== undefined && served !== name) {
      // The one address that other sites can write down; it leads to the build of the day.
      c.header('Cache-Control', 'public, max-age=300');
      return c.redirect(`/assets/${served}`, 302);
    }
    const file = await kept(files, name, () => load(join(assets.folder, name)));
    c.header('Cache-Control', HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    c.header('Vary', 'Accept-Encoding');
    c.header('ETag', file.tag);
    if (c.req.header('If-None-Match')?.includes(file.tag)) return c.body(null, 304);
    const encoding = file.br ? encodingFor(c.req.header('Accept-Encoding')) : null;
    if (encoding) c.header('Content-Encoding', encoding);
    c.header('Content-Type', file.type);
    return c.body(new Uint8Array((encoding && file[encoding]) ?? file.plain));
  });
}

/** Keeps what was loaded; a failure is not kept. */
async function kept(files: Map<string, Promise<StaticFile>>, name: string, make: () => Promise<StaticFile>): Promise<StaticFile> {
  const known = files.get(name) ?? make();
  files.set(name, known);
  try {
    return await known;
  } catch (cause) {
    files.delete(name);
    throw new AppError('not_found', { what: 'file', id: name }, { cause });
  }
}

async function load(path: string): Promise<StaticFile> {
  const plain = await readFile(path);
  const extension = extname(path);
  const small = !COMPRESSIBLE.has(extension) || plain.length < 512;
  const [br, gz] = small ? [null, null] : await Promise.all([compressed(plain, 'br', 'small'), compressed(plain, 'gzip', 'small')]);
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}"`;
  return { type: TYPES[extension] ?? 'application/octet-stream', tag, plain, br, gzip: gz };
}
