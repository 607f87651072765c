import { availableParallelism } from 'node:os';
import type { Pool } from 'pg';
import { isAway, translate } from './away.ts';
import type { Database } from './db.ports.ts';
import { connectPatiently } from './patient-pool.ts';

/** Few, as each has to plan each statement once; more than twice the cores would only wait for one another. */
export const PLANNED_CONNECTIONS = Math.max(4, 2 * availableParallelism());
/** Of these connections: without it, each makes five plans of each statement before it keeps one. */
export const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan';

/** Asks by named statements over a pool, as patiently as everything else. */
export function plannedBy(pool: Pool, patienceMs: number): Database['planned'] {
  return async <Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<readonly Row[]> => {
    const client = await connectPatiently(pool, patienceMs);
    let broken = false;
    try {
      return (await client.query<Row>({ name, text, values: [...values] })).rows;
    } catch (error) {
      broken = isAway(error);
      throw translate(error);
    } finally {
      client.release(broken);
    }
  };
}
