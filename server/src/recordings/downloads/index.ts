import { join } from 'node:path';
import type { Hono } from 'hono';
import { Artworks, type ArtworksDeps } from './artwork.service.ts';
import { Downloads, type DownloadsDeps } from './downloads.service.ts';
import { downloadRoutes } from './downloads.routes.ts';
import { FileCache } from './file-cache.ts';

const AT_ONCE = 2;

/** Opens the folder of files made on demand, inside the data folder, and gives the routes that make and serve them. */
export async function openDownloads(deps: Omit<DownloadsDeps & ArtworksDeps, 'cache'> & { readonly dataFolder: string; readonly maxBytes: number; readonly byNginx?: boolean }): Promise<Hono> {
  const cache = await FileCache.open({ folder: join(deps.dataFolder, 'cache'), maxBytes: deps.maxBytes, atOnce: AT_ONCE });
  return downloadRoutes({ downloads: new Downloads({ ...deps, cache }), artworks: new Artworks({ ...deps, cache }), store: cache.store, byNginx: deps.byNginx === true });
}
