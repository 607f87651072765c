import type { Database } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import { giveBackUnknown, heartbeat, leave, reclaim, SILENCE_SECONDS, workersElsewhere } from './membership.repo.ts';

const HEARTBEAT_MS = 2000;
const RECLAIM_EVERY_BEATS = 2;
// Others take our jobs after 15 s of silence; by then ours must have stopped.
const GIVE_UP_MS = (SILENCE_SECONDS - 3) * 1000;
// After a break in our own line, others get the time to be heard again before we judge them.
const STEADY_MS = (SILENCE_SECONDS + 5) * 1000;

export type Membership = { leave(): Promise<void> };

type JoinOptions = {
  readonly database: Database;
  readonly workerId: string;
  readonly log: Log;
  readonly runIds: () => readonly string[];
  /** Jobs came back into the queue. */
  readonly onReturned: () => void;
  /** Others may have taken our jobs: what runs here must end. */
  readonly onLost: () => void;
};

/**
 * Enters a worker into the list and keeps it there: says every two seconds that it lives, takes the
 * jobs of workers that are gone back. Never two at once on one job: where workers of other machines
 * are there, one that cannot be heard ends its runs before they take them; alone, it works on
 * through an absence of the database.
 */
export async function joinWorkers({ database, workerId, log, runIds, onReturned, onLost }: JoinOptions): Promise<Membership> {
  let heardAt = performance.now();
  let steadySince = heardAt;
  let elsewhere = 0;
  let beats = 0;
  let timer: NodeJS.Timeout | undefined;
  let beating: Promise<void> | undefined;
  let left = false;

  const takeBack = async (): Promise<void> => {
    await giveBackUnknown(database, workerId, runIds());
    const returned = await reclaim(database, performance.now() - steadySince > STEADY_MS);
    if (returned === 0) return;
    log.warn({ jobs: returned }, 'Took up the jobs of a worker that is gone');
    onReturned();
  };

  const nextBeat = (): void => {
    beating = beat();
  };

  const beat = async (): Promise<void> => {
    try {
      const known = await heartbeat(database, workerId);
      const now = performance.now();
      if (now - heardAt > 2.5 * HEARTBEAT_MS) steadySince = now;
      heardAt = now;
      if (!known && beats > 0) onLost();
      if (beats % RECLAIM_EVERY_BEATS === 0) {
        elsewhere = await workersElsewhere(database);
        await takeBack();
      }
      beats += 1;
    } catch (error) {
      log.debug({ error }, 'A sign of life could not be given');
      if (elsewhere > 0 && performance.now() - heardAt > GIVE_UP_MS) onLost();
    }
    if (!left) timer = setTimeout(nextBeat, HEARTBEAT_MS);
  };

  await heartbeat(database, workerId);
  beats = 1;
  elsewhere = await workersElsewhere(database);
  await takeBack();
  timer = setTimeout(nextBeat, HEARTBEAT_MS);
  return {
    leave: async () => {
      left = true;
      clearTimeout(timer);
      await beating;
      // A database that is away finds out by our silence.
      await leave(database, workerId).catch(() => undefined);
    },
  };
}
