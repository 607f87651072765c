export { translate } from './away.ts';
export { dataVersion } from './data-version.ts';
export { openDatabase } from './database.ts';
export type { Database, Db, EmbeddedPostgres, Isolation, Migration, Tx } from './db.ports.ts';
export { trustVersion, type TrustedVersion, type TrustOptions } from './trusted-version.ts';
export { rememberReads, type Remember, type RememberOptions } from './remember-reads.ts';
export { startEmbeddedPostgres } from './embedded.ts';
export { migrate, migrationLevel } from './migrate.ts';
export { connectPatiently } from './patient-pool.ts';
