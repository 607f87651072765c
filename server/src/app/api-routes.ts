import { Hono, type Context } from 'hono';
import type { Actor } from '#access/index.ts';
import { descriptionRoutes } from '#api/index.ts';
import { Bulk, bulkRoutes } from '#bulk/index.ts';
import { meetingRoutes, type MeetingDetail } from '#meetings/index.ts';
import { answerCache, jsonHeaders, machineErrors, openToAll } from '#platform/http/index.ts';
import { purgeList } from '#purge/index.ts';
import { recordingRoutes } from '#recordings/index.ts';
import type { Container } from './container.ts';
import { operationRoutes } from './operation.routes.ts';

/** Everything below `/api/v1`; each route is described in `#api`. */
export function apiRoutes(container: Container, actorOf: (c: Context) => Actor, version: () => Promise<string>): Hono {
  const { log, meetings, recordings } = container;
  const purge = (meeting: MeetingDetail) => purgeList(meeting, container.blobs);
  const api = new Hono();
  api.onError(machineErrors(log));
  api.use(openToAll({ methods: ['GET', 'HEAD'], sends: ['If-None-Match'], reads: ['ETag', 'Retry-After'] }), answerCache({ version }), jsonHeaders);
  api.route('/', recordingRoutes({ ...container, purge, actorOf }));
  api.route('/', meetingRoutes({ meetings, media: (id) => recordings.mediaOf(id), purge, actorOf }));
  api.route('/', bulkRoutes({ bulk: new Bulk({ meetings, media: (ids) => recordings.mediaOfAll(ids) }), actorOf }));
  api.route('/', operationRoutes(container, actorOf));
  api.route('/', descriptionRoutes());
  return api;
}
