import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { isAway, translate } from './away.ts';

const FIRST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 500;

/**
 * A connection of the pool. A server that is away is waited for up to `patienceMs`, because one
 * that was killed is back within two seconds and no page needs to fail for that; then `database_away`.
 */
export async function connectPatiently(pool: Pool, patienceMs: number): Promise<PoolClient> {
  const giveUpAt = Date.now() + patienceMs;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await pool.connect();
    } catch (error) {
      if (!isAway(error) || Date.now() + pause > giveUpAt) throw translate(error);
      await sleep(pause);
    }
  }
}

/** The pool as the query builder sees it: patient, and with errors of ours. */
export function patientPool(pool: Pool, patienceMs: number): PostgresPool {
  // The builder keeps what it knows of a connection by this object, so it must stay the same one.
  const guards = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await connectPatiently(pool, patienceMs);
      const guard = guards.get(client) ?? guardClient(client);
      guards.set(client, guard);
      return guard;
    },
    end: () => pool.end(),
  };
}

function guardClient(client: PoolClient): PostgresPoolClient {
  let broken = false;
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    try {
      return await client.query(sql, [...parameters]);
    } catch (error) {
      // The server says goodbye before the socket closes; lent out again in between, the connection would fail the next caller.
      broken ||= isAway(error);
      throw translate(error);
    }
  };
  return { query: query as PostgresPoolClient['query'], release: (destroy) => client.release(destroy === true || broken) };
}
