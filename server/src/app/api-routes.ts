import { Hono, type MiddlewareHandler } from 'hono';
import { alignmentRoutes } from '#alignment/index.ts';
import { clipRoutes } from '#clips/index.ts';
import { citeClip } from '#meetings/pages/index.ts';
import { descriptionRoutes } from '#api/index.ts';
import { Bulk, bulkRoutes } from '#bulk/index.ts';
import { archiveRoutes, interchangeRoutes } from '#interchange/index.ts';
import { lagRoutes } from '#lag/index.ts';
import { meetingRoutes, type MeetingDetail } from '#meetings/index.ts';
import { answerCache, jsonHeaders, machineErrors, openToAll } from '#platform/http/index.ts';
import { purgeList } from '#purge/index.ts';
import { recognitionRoutes } from '#recognition/index.ts';
import { recordingRoutes } from '#recordings/index.ts';
import { searchRoutes } from '#search/index.ts';
import { tokenRoutes } from '#tokens/index.ts';
import { tagRoutes, topicReader, topicRoutes, vocabularyRoutes } from '#topics/index.ts';
import { correctionRoutes, wordsRoutes } from '#words/index.ts';
import type { Callers } from './callers.ts';
import type { ClipLimits } from './clip-limits.ts';
import type { Container } from './container.ts';
import { interchangeDeps } from './interchange.ts';
import { operationRoutes } from './operation.routes.ts';

export interface ApiRoutesOptions {
  readonly callers: Callers;
  /** Changes whenever an answer may have changed. */
  readonly version: () => Promise<string>;
  /** Refuses who asks too often. */
  readonly limit: MiddlewareHandler;
  readonly clipLimits: ClipLimits;
}

/** Everything below `/api/v1`; each route is described in `#api`. */
export function apiRoutes(container: Container, { callers: { identify, actorOf }, version, limit, clipLimits }: ApiRoutesOptions): Hono {
  const { log, meetings, recordings } = container;
  const purge = (meeting: MeetingDetail) => purgeList(meeting, { blobs: container.blobs, clips: (id) => container.clips.idsOf(id) });
  const api = new Hono();
  api.onError(machineErrors(log));
  // The limit behind it: pages of other sites too must be able to read when to come again.
  api.use(openToAll({ methods: ['GET', 'HEAD'], sends: ['If-None-Match'], reads: ['ETag', 'Retry-After'] }), limit, identify, answerCache({ version }), jsonHeaders);
  api.route('/', recordingRoutes({ ...container, purge, actorOf }));
  api.route('/', meetingRoutes({ meetings, media: (id) => recordings.mediaOf(id), purge, actorOf }));
  api.route('/', wordsRoutes({ ...container, actorOf }));
  api.route('/', lagRoutes({ ...container, actorOf }));
  api.route('/', recognitionRoutes({ ...container, actorOf }));
  api.route('/', correctionRoutes({ ...container, actorOf }));
  api.route('/', searchRoutes({ ...container, actorOf }));
  api.route('/', tokenRoutes({ ...container, actorOf }));
  api.route('/', vocabularyRoutes({ ...container, actorOf }));
  api.route('/', topicRoutes({ topics: topicReader(container.database.db) }));
  api.route('/', tagRoutes({ ...container, actorOf }));
  api.route('/', alignmentRoutes({ ...container, actorOf }));
  api.route('/', bulkRoutes({ bulk: new Bulk({ meetings, media: (ids) => recordings.mediaOfAll(ids) }), actorOf }));
  const interchange = { ...interchangeDeps(container), actorOf };
  api.route('/', interchangeRoutes(interchange));
  api.route('/', archiveRoutes(interchange));
  api.route('/', clipRoutes({ ...container, ...clipLimits, publicUrl: container.config.publicUrl, citeClip: (view, language, origin) => citeClip(view, language, origin, container.clock.now()) }));
  api.route('/', operationRoutes(container, actorOf));
  api.route('/', descriptionRoutes());
  return api;
}
