import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { levelDisk } from './measure/page-cache.ts';
import { cpuOfTree, memoryOf } from './measure/processes.ts';
import { follow } from './server/api.ts';
import { publish, type Publication } from './server/publish.ts';
import { startServer, type Server } from './server/start.ts';
import type { Workplace } from './workplace.ts';

/** Steps that follow a copy before the sizes of the picture: what makes listening good. */
const FOLLOWING = ['stills', 'measure', 'voices'] as const;
const IDLE_SECONDS = 8;

/** The long meeting published on a server of its own, and what that took. */
export interface LongPublication {
  readonly data: string;
  readonly server: Server;
  readonly watchableSeconds: number;
  readonly command: Pick<Publication, 'commandPeakMb' | 'commandCpuSeconds'>;
  readonly meetingId: string;
  readonly recordingId: string;
  /** Of the server's process before anything was published, MB. */
  readonly idleMb: number;
  /** The highest of the server's process until the end of what was followed, MB. */
  readonly peakMb: number;
  /** CPU of the server with all its children from `published` until loudness, voices and stills were done, without what it takes idle. */
  readonly followingCpuSeconds: number;
  readonly followingWallSeconds: number;
}

/**
 * Publishes the long meeting on a new server. With `following`, it waits until the loudness is measured and voice
 * renditions and stills are made, and then starts the server anew without its worker: nothing is left running behind
 * other measurements. Without, the server is stopped as soon as the meeting can be watched.
 */
export async function publishLong(place: Workplace, name: string, following = true): Promise<LongPublication> {
  const { file } = await place.meeting();
  const data = join(await place.folder(name), 'data');
  await using stack = new AsyncDisposableStack();
  const server = stack.use(await startServer(data));
  await sleep(following ? 1000 : 0);
  const before = cpuOfTree(server.pid);
  await sleep(following ? IDLE_SECONDS * 1000 : 0);
  const idleCpuPerSecond = (cpuOfTree(server.pid) - before) / IDLE_SECONDS;
  const idleMb = memoryOf(server.pid)?.nowMb ?? Number.NaN;

  await levelDisk(file);
  let [cpuAtPublished, publishedAt] = [0, 0];
  const publication = await publish({
    data, file, title: 'Long meeting', more: ['--starts', '2026-03-12T10:00:00-04:00'],
    onPublished: () => { [cpuAtPublished, publishedAt] = [cpuOfTree(server.pid), performance.now()]; },
  });
  const { accepted, watchableSeconds } = publication;
  if (!accepted || watchableSeconds === undefined) throw new Error(`The long meeting could not be published: ${publication.failure ?? 'no reason given'}; see ${data}.log`);
  place.say(`watchable after ${watchableSeconds.toFixed(1)} s`);
  if (following) await followed(server.url, accepted.recordingId, place);
  const followingWallSeconds = (performance.now() - publishedAt) / 1000;
  const followingCpuSeconds = cpuOfTree(server.pid) - cpuAtPublished - idleCpuPerSecond * followingWallSeconds;
  const peakMb = memoryOf(server.pid)?.peakMb ?? Number.NaN;
  await server.stop();
  const readOnly = following ? await startServer(data, { settings: { OPENFLOOR_ROLES: 'serve' } }) : server;
  return {
    data, server: readOnly, watchableSeconds, command: publication, meetingId: accepted.meetingId, recordingId: accepted.recordingId,
    idleMb, peakMb, followingCpuSeconds, followingWallSeconds,
  };
}

async function followed(url: string, recordingId: string, place: Workplace): Promise<void> {
  const left = new Set<string>(FOLLOWING);
  const listening = new AbortController();
  const done = (step: unknown) => {
    if (left.delete(String(step))) place.say(`${String(step)} done`);
    if (left.size === 0) listening.abort();
  };
  try {
    for await (const { event, data } of follow(url, recordingId, listening.signal)) {
      if (event === 'failed') throw new Error(`the step ${String(data['step'])} failed: ${String(data['failure'])}`);
      if (event === 'state') (data['steps'] as { step: string; state: string }[]).forEach(({ step, state }) => { if (state === 'done') done(step); });
      else if (data['stepState'] === 'done') done(data['step']);
    }
  } catch (error) {
    if (!listening.signal.aborted) throw error;
  }
  if (left.size > 0) throw new Error(`the server went away before these were done: ${[...left].join(', ')}`);
}
