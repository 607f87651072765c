import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types, type CustomTypesConfig } from 'pg';
import type { Log } from '#platform/log/index.ts';
import type { Database, Isolation, Tx } from './db.ports.ts';
import { patientPool } from './patient-pool.ts';
import { PLANNED_CONNECTIONS, PLANNED_ONCE, plannedBy } from './planned.ts';

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
// Milliseconds and byte counts fit a double up to 2^53; a string would only move the conversion into every caller.
const toNumber = (text: string): number => Number(text);
const toNumbers = (text: string): number[] => text.slice(1, -1).split(',').filter((part) => part !== '').map(Number);
// A calendar date has no time zone: as a Date it would slip by a day.
const asText = (text: string): string => text;

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = { [INT8]: toNumber, [INT8_ARRAY]: toNumbers, [DATE]: asText };

const customTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS[oid]) ?? (types.getTypeParser(oid, format) as (text: string) => unknown)) as CustomTypesConfig['getTypeParser'],
};

type OpenOptions = {
  readonly url: string;
  readonly log: Log;
  /** Connections at most. */
  readonly max?: number;
  /** How long a call waits for a server that is away before it throws `database_away`. */
  readonly patienceMs?: number;
};

function withListeners(pool: Pool, log: Log): Pool {
  pool.on('error', (error) => log.debug({ error }, 'An idle database connection was lost'));
  // Without a listener of its own, a connection that breaks while it is lent out would end the process.
  pool.on('connect', (client) => client.on('error', (error) => log.debug({ error }, 'A database connection was lost')));
  return pool;
}

/**
 * Opens the database. Nothing is connected yet; a server that is away shows at the first call. A
 * lost connection never ends the process: the call that used it throws, the next one connects anew.
 */
export function openDatabase({ url, log, max = 10, patienceMs = 5000 }: OpenOptions): Database {
  const open = (most: number, settings?: string): Pool => withListeners(new Pool({
    connectionString: url,
    max: most,
    types: customTypes,
    application_name: 'openfloor',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    ...(settings !== undefined && { options: settings }),
  }), log);
  const pool = open(max);
  const planned = open(Math.min(max, PLANNED_CONNECTIONS), PLANNED_ONCE);
  const db = new Kysely<object>({ dialect: new PostgresDialect({ pool: patientPool(pool, patienceMs) }) });

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= Promise.all([pool.end(), planned.end()]).then(() => undefined));
  return {
    db,
    pool,
    planned: plannedBy(planned, patienceMs),
    url,
    transaction: <T>(work: (tx: Tx) => Promise<T>, options: { readonly isolation?: Isolation } = {}) => {
      const builder = db.transaction();
      return (options.isolation === undefined ? builder : builder.setIsolationLevel(options.isolation)).execute(work);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
