import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { publicActor, type Actor } from '#access/index.ts';
import type { MeetingDetail, Meetings } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { AppEvent, Events } from '#platform/events/index.ts';
import type { Exporter } from './exporter.service.ts';
import { recordingTopic } from './recording-steps.service.ts';
import { ExportRequest, SubmissionRequest } from './recordings.schema.ts';
import type { Recordings } from './recordings.service.ts';

export interface RecordingRoutesDeps {
  readonly recordings: Recordings;
  readonly exporter: Exporter;
  readonly events: Events;
  readonly meetings: Pick<Meetings, 'get'>;
  /** What caches have to forget of a meeting that is removed. */
  readonly purge: (meeting: MeetingDetail) => Promise<object>;
  /** Who asks: by the loopback token, else the public. */
  readonly actorOf: (c: Context) => Actor;
}

const KEEP_ALIVE_MS = 15_000;

/** `/api/v1`: recordings, their progress, and what is done with whole meetings and their media. */
export function recordingRoutes({ recordings, exporter, events, meetings, purge, actorOf }: RecordingRoutesDeps): Hono {
  const routes = new Hono();

  routes.post('/recordings', async (c) => {
    const accepted = await recordings.publish(actorOf(c), SubmissionRequest.parse(await json(c)));
    return c.json(accepted, 202, accepted.recordingId === null ? {} : { Location: `/api/v1/recordings/${accepted.recordingId}` });
  });

  routes.get('/recordings/:id', async (c) => c.json(await recordings.media(actorOf(c), c.req.param('id'))));

  routes.get('/recordings/:id/events', async (c) => {
    const id = c.req.param('id');
    const watched = await recordings.watched(id);
    if (!watched && actorOf(c).name === publicActor().name) throw new AppError('recording_not_found', { id });
    return streamSSE(c, async (stream) => {
      const pending: AppEvent[] = [];
      let wake: () => void = () => undefined;
      const stop = events.subscribe(recordingTopic(id), (event) => { pending.push(event); wake(); });
      stream.onAbort(() => { stop(); wake(); });
      // What was news before the subscription is in the state now.
      const snapshot = await recordings.snapshot(id);
      await stream.writeSSE({ event: 'state', data: JSON.stringify(snapshot) });
      while (!stream.aborted) {
        for (const event of pending.splice(0)) await stream.writeSSE({ event: eventName(event), data: JSON.stringify(event) });
        const timer = setTimeout(() => wake(), KEEP_ALIVE_MS);
        await new Promise<void>((resolve) => { wake = resolve; if (pending.length > 0 || stream.aborted) resolve(); });
        clearTimeout(timer);
        if (pending.length === 0 && !stream.aborted) await stream.writeSSE({ event: 'alive', data: '{}' });
      }
      stop();
    });
  });

  routes.delete('/meetings/:slug', async (c) => {
    const actor = actorOf(c);
    actor.require('recording:remove');
    // Before it is gone: nobody knows its files afterwards.
    const forget = await purge(await meetings.get(actor, c.req.param('slug')));
    return c.json({ ...await recordings.remove(actor, c.req.param('slug')), purge: forget });
  });

  routes.post('/meetings/:slug/export', async (c) => {
    const { path } = ExportRequest.parse(await json(c));
    return c.json(await exporter.toFolder(actorOf(c), c.req.param('slug'), path));
  });

  return routes;
}

/** `progress` while a step runs, `waiting` when it can't go on for now, `renditions` when it has added something to play, `failed` when it failed for good. */
function eventName(event: AppEvent): string {
  if (event['stepState'] === 'done') return 'renditions';
  const state = event['stepState'];
  return state === 'failed' || state === 'waiting' ? state : 'progress';
}

async function json(c: Context): Promise<unknown> {
  return c.req.json().catch(() => { throw new AppError('bad_request', { problem: 'the body is not JSON' }); });
}
