import type { Kysely, Transaction } from 'kysely';
import type { Pool } from 'pg';

/** The query builder without tables; a capability adds its own: `db.$extendTables<MeetingTables>()`. */
export type Db = Kysely<object>;
/** An open transaction; `tx.$extendTables<T>()` as with `Db`. A `Tx` fits wherever a `Db` is wanted. */
export type Tx = Transaction<object>;

export type Isolation = 'read committed' | 'repeatable read' | 'serializable';

/**
 * The database. int8 reads as number, timestamptz as Date, jsonb as its value. When the server is
 * away, every call waits a few seconds for it, then throws `database_away`.
 */
export interface Database extends AsyncDisposable {
  readonly db: Db;
  /** The pool under it, for COPY and for the queue. */
  readonly pool: Pool;
  /** Asks what is asked again and again: a connection plans it once by its name, which always stands for the same text, whatever the values. */
  planned<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<readonly Row[]>;
  readonly url: string;
  /** Runs `work` in one transaction: commits when it resolves, rolls back when it throws. */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: { readonly isolation?: Isolation }): Promise<T>;
  close(): Promise<void>;
}

/** One forward step of the schema; runs inside a transaction with all steps that are due. */
export interface Migration {
  up(tx: Tx): Promise<void>;
}

/** A PostgreSQL of our own, kept running until `stop`. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Of the postmaster; changes when it had to be started again. */
  readonly pid: number;
  stop(): Promise<void>;
}
