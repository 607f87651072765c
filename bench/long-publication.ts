import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { levelDisk } from './measure/page-cache.ts';
import { cpuOfTree, memoryOf } from './measure/processes.ts';
import { publish, type Publication } from './server/publish.ts';
import { startServer, type Server } from './server/start.ts';
import { untilDone } from './server/until.ts';
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
  if (following) await untilDone(server.url, accepted.recordingId, FOLLOWING);
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
