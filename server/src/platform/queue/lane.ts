import type { PgBoss } from 'pg-boss';
import type { Database } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import { claimNext, dueJobs, nextDueMs, type Claim } from './claims.repo.ts';

/**
 * A job added in any process is begun within a few milliseconds: `add` sends news that arrive with
 * its commit and wake the lane (measured: 6 ms from commit to handler in the median, 12 at most). Jobs that become due
 * later have a timer. This look is only for news that were lost with a connection.
 */
const LOOK_EVERY_MS = 2000;
const AFTER_TROUBLE_MS = 500;

export type Lane = {
  /** Looks for work now. */
  wake(): void;
  /** Takes no more; resolves when a claim that was under way has come to something. */
  stop(): Promise<void>;
};

type LaneOptions = {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly workerId: string;
  readonly names: readonly string[];
  readonly log: Log;
  readonly hasRoom: () => boolean;
  readonly start: (claim: Claim) => void;
};

/** Fills the free places of a lane with the most urgent jobs that are due. */
export function startLane({ database, boss, workerId, names, log, hasRoom, start }: LaneOptions): Lane {
  let stopped = false;
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let timer: NodeJS.Timeout | undefined;

  const takeOne = async (): Promise<boolean> => {
    for (const name of await dueJobs(database, names)) {
      const claim = await claimNext(database, boss, workerId, name);
      if (claim !== undefined) {
        start(claim);
        return true;
      }
    }
    return false;
  };

  const look = async (): Promise<void> => {
    let nextLookMs = LOOK_EVERY_MS;
    try {
      do {
        lookAgain = false;
        while (!stopped && hasRoom() && (await takeOne()));
      } while (lookAgain && !stopped);
      if (hasRoom()) nextLookMs = Math.min(LOOK_EVERY_MS, Math.max(10, (await nextDueMs(database, names)) ?? LOOK_EVERY_MS));
    } catch (error) {
      log.debug({ error }, 'Looking for jobs failed');
      lookAgain = false;
      nextLookMs = AFTER_TROUBLE_MS;
    }
    if (!stopped) timer = setTimeout(wake, nextLookMs);
  };

  const wake = (): void => {
    if (stopped) return;
    lookAgain = true;
    if (looking !== undefined) return;
    clearTimeout(timer);
    looking = look().finally(() => {
      looking = undefined;
      if (lookAgain) wake();
    });
  };

  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
