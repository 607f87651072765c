import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Database } from '#platform/db/index.ts';
import { isAppError } from '#platform/errors/index.ts';
import type { Events } from '#platform/events/index.ts';
import type { Log } from '#platform/log/index.ts';
import { settle, writeProgress, type Claim, type Outcome } from './claims.repo.ts';
import { startLane, type Lane as LaneRunner } from './lane.ts';
import { joinWorkers, type Membership } from './membership.ts';
import { startRun, type Run } from './run-job.ts';
import { busyCount } from './states.repo.ts';
import type { AnyJob, Lane, Worker, WorkerOptions } from './queue.ports.ts';
import { QUEUE_ADDED, QUEUE_CANCEL } from './topics.ts';

const DEFAULT_CONCURRENCY: Readonly<Record<Lane, number>> = { media: 1, long: 1, clips: 1, quick: 2 };
const SETTLE_PAUSE_MS = 300;
/** After `stop`, a database that stays away is not waited for: the next worker finds what is left. */
const STOP_PATIENCE_MS = 5000;
const IDLE_LOOK_MS = 50;

type Parts = { readonly database: Database; readonly boss: PgBoss; readonly events: Events; readonly log: Log };

/** Works on jobs until it is stopped. */
export async function startWorker(parts: Parts, { registry, concurrency }: WorkerOptions): Promise<Worker> {
  const { database, boss, events, log } = parts;
  const workerId = randomUUID();
  const runs = new Map<string, Run>();
  const lanes: LaneRunner[] = [];
  let stopBy: number | undefined;

  const wakeAll = (): void => lanes.forEach((lane) => lane.wake());

  // What a run ended as is written as soon as the database can take it; until then the claim keeps others away.
  const settleSurely = async (claim: Claim, outcome: Outcome): Promise<void> => {
    for (;;) {
      try {
        if (!(await settle(database, claim, outcome))) log.warn({ job: claim.job, jobId: claim.jobId }, 'A job had been taken over; this run of it does not count');
        return;
      } catch (error) {
        if (!isAppError(error)) log.error({ error, job: claim.job }, 'The end of a job could not be written');
        if (stopBy !== undefined && Date.now() > stopBy) return;
        await sleep(SETTLE_PAUSE_MS);
      }
    }
  };

  const begin = (claim: Claim): void => {
    const run = startRun({
      claim,
      registry,
      log,
      saveProgress: (runId, done) => void writeProgress(database, runId, done).catch(() => undefined),
      settle: (outcome) => settleSurely(claim, outcome),
    });
    runs.set(claim.runId, run);
    void run.done.finally(() => {
      runs.delete(claim.runId);
      wakeAll();
    });
  };

  const membership: Membership = await joinWorkers({
    database,
    workerId,
    log,
    runIds: () => [...runs.keys()],
    onReturned: wakeAll,
    onLost: () => runs.forEach((run) => run.end('lost')),
  });
  for (const lane of ['media', 'long', 'clips', 'quick'] as const) {
    const jobs = registry.jobs.filter((job: AnyJob) => job.lane === lane).map(({ name }) => name);
    const places = concurrency?.[lane] ?? DEFAULT_CONCURRENCY[lane];
    const inLane = (): number => [...runs.values()].filter(({ claim }) => jobs.includes(claim.job)).length;
    if (jobs.length > 0) lanes.push(startLane({ database, boss, workerId, names: jobs, log, hasRoom: () => inLane() < places, start: begin }));
  }
  const stops = [
    events.subscribe(QUEUE_ADDED, wakeAll),
    events.onReconnect(wakeAll),
    events.subscribe(QUEUE_CANCEL, ({ ids }) => {
      for (const run of runs.values()) if ((ids as readonly string[]).includes(run.claim.jobId)) run.end('cancelled');
    }),
  ];

  const stop = async ({ graceMs = 0 }: { readonly graceMs?: number } = {}): Promise<void> => {
    if (stopBy !== undefined) return;
    stopBy = Date.now() + graceMs + STOP_PATIENCE_MS;
    for (const unsubscribe of stops) unsubscribe();
    await Promise.all(lanes.map((lane) => lane.stop()));
    const finished = Promise.allSettled([...runs.values()].map(({ done }) => done));
    await Promise.race([finished, sleep(graceMs, undefined, { ref: false })]);
    for (const run of runs.values()) run.end('stopping');
    await finished;
    await membership.leave();
  };

  const idle = async (): Promise<void> => {
    const names = registry.jobs.map(({ name }) => name);
    while (runs.size > 0 || (await busyCount(database, names)) > 0) await sleep(IDLE_LOOK_MS);
  };

  return { stop, idle };
}
