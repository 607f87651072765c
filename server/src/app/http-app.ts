import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { publicActor } from '#access/index.ts';
import { apiPages } from '#api/pages/index.ts';
import { clipMediaRoutes } from '#clips/index.ts';
import { Feeds, feedRoutes, Sitemaps } from '#feeds/index.ts';
import { followPages } from '#follows/pages/index.ts';
import { iiifRoutes, oaiRoutes } from '#interchange/index.ts';
import { createBrowse } from '#meetings/index.ts';
import { browsePages, clipPages, embedRoutes, meetingPages, searchPages, topicPages } from '#meetings/pages/index.ts';
import { workerRoute } from '#offline/index.ts';
import { offlinePages } from '#offline/pages/index.ts';
import { dataVersion } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { machineErrors, rateLimit } from '#platform/http/index.ts';
import { mediaRoutes, openDownloads } from '#recordings/index.ts';
import { recordingPages } from '#recordings/pages/index.ts';
import { topicReader } from '#topics/index.ts';
import { createPages, messages, readAssets, readerErrors } from '#web/index.ts';
import { captionRoutes } from '#words/index.ts';
import { apiRoutes } from './api-routes.ts';
import { createCallers } from './callers.ts';
import { createClipLimits } from './clip-limits.ts';
import type { Container } from './container.ts';
import { interchangeDeps } from './interchange.ts';
import { pageReads } from './page-reads.ts';

// A player asks for a segment every few seconds, and for many at once after a jump.
const MEDIA_SHARE = 20;

// Each wish to follow a search sends a mail to somebody.
const WISHES = { perMinute: 1, burst: 10 };

/** Everything the server answers: the machine's addresses first, then the pages. */
export async function createHttpApp(container: Container, token: string): Promise<Hono> {
  const { captions, clock, config, log, meetings, recordings, version } = container;
  const askVersion = () => dataVersion(container.database);
  const byNginx = config.sendMedia === 'nginx';
  const site = { assets: await readAssets(join(dirname(fileURLToPath(import.meta.url)))), clock, log, publicUrl: config.publicUrl };
  const forPrograms = machineErrors(log);
  const forReaders = readerErrors(site, forPrograms);
  const browse = createBrowse(container);
  const media = new Hono();
  media.onError(forReaders);
  const mediaLimit = limitTo(config.rateLimit * MEDIA_SHARE);
  const clipLimits = createClipLimits(config.rateLimit);
  media.route('/', clipMediaRoutes({ ...container, ...clipLimits, store: container.clipCache.store, byNginx, limit: mediaLimit }));
  // Before the files: `captions` stands where theirs have the recording.
  media.route('/', captionRoutes({ ...container, version: askVersion, limit: mediaLimit }));
  media.route('/', mediaRoutes({ ...container, version: askVersion, byNginx, limit: mediaLimit }));
  media.route('/', await openDownloads({ ...container, browse, siteWords: (language) => messages(language).site, dataFolder: config.dataFolder, maxBytes: config.downloadsBytes - container.clipCache.maxBytes, byNginx }));

  const mediaSource = { forMeeting: (id: string) => recordings.mediaOf(id), forMeetings: (ids: readonly string[]) => recordings.mediaOfAll(ids) };
  const app = new Hono();
  app.onError((error, c) => (c.req.path.startsWith('/api/v1/') ? forPrograms : forReaders)(error, c));
  const limit = limitTo(config.rateLimit);
  // The API and media see to it themselves. Styles and scripts are left out: they are kept in memory, and the page that says
  // "too many" needs them.
  app.use((c, next) => (/^\/(api|media|assets)\//.test(c.req.path) || c.req.path === '/health' ? next() : limit(c, next)));
  app.get('/health', (c) => c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' }));
  app.route('/api/v1', apiRoutes(container, { callers: createCallers(token, container.tokens), version, limit, clipLimits }));
  app.all('/api/v1/*', (c) => { throw new AppError('not_found', { what: 'address', id: c.req.path }); });
  app.route('/media', media);
  const feeds = new Feeds({ meetings, searches: container.searches, words: container.words, media: { forMeetings: mediaSource.forMeetings, sizeOf: (path) => container.blobs.size(path.slice(1)) } });
  app.route('/', new Hono().onError(forReaders).route('/', feedRoutes({ feeds, sitemaps: new Sitemaps({ meetings, browse, words: container.words }), publicUrl: config.publicUrl })));
  app.route('/', new Hono().onError(machineErrors(log)).route('/', oaiRoutes(interchangeDeps(container))).route('/', iiifRoutes({ ...interchangeDeps(container), version })));
  app.route('/', new Hono().onError(forReaders).route('/', embedRoutes({ site, meetings, media: mediaSource, words: { captionsOf: (id) => captions.of(id), channelsWithTexts: (id) => container.words.channelsWithTexts(id) }, clips: container.clips })));
  app.route('/', new Hono().onError(machineErrors(log)).route('/', workerRoute(site.assets)));
  const reads = pageReads(container, browse, version);
  app.route('/', createPages({
    ...site, version,
    sets: [browsePages({ meetings, browse, media: mediaSource, clock }), topicPages({ meetings, media: mediaSource, clock, topics: topicReader(container.database.db), moments: { find: (question) => container.search.find(publicActor(), question) } }), searchPages({ meetings, browse, media: mediaSource, moments: { find: (question) => container.search.find(publicActor(), question) } }), meetingPages(reads), clipPages({ ...container, ...reads, ...clipLimits, files: container.clipFiles }), recordingPages({ meetings, media: mediaSource }), followPages({ ...container, delivers: container.mailer.delivers, limit: rateLimit(WISHES) }), offlinePages(), apiPages()],
  }));
  return app;
}

const limitTo = (perMinute: number) => rateLimit({ perMinute, burst: perMinute });
