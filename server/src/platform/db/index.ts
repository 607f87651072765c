export type { Database, Db, EmbeddedPostgres, Isolation, Migration, Tx } from './db.ports.ts';
