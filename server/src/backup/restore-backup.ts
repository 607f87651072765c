import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '#access/index.ts';
import { openLocalBlobStore } from '#platform/blobs/index.ts';
import type { Config } from '#platform/config/index.ts';
import { openDatabase, startEmbeddedPostgres } from '#platform/db/index.ts';
import { acquireInstance } from '#platform/instance/index.ts';
import type { Log } from '#platform/log/index.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import { verifyArchive } from './archive-reader.ts';
import type { RestoreSummary } from './backup.ports.ts';
import { restore } from './restore.service.ts';

interface RestoreBackupDeps {
  readonly config: Pick<Config, 'dataFolder' | 'databaseUrl'>;
  readonly log: Log;
}

/**
 * Brings a backup back into the data folder and database of these settings, which must be empty and
 * not in use. The whole file is read and verified before anything is begun. A restore that was
 * killed is begun anew. Throws `already_running`, `backup_invalid`, `file_missing`,
 * `not_empty`, `disk_full`, `forbidden`.
 */
export async function restoreBackup({ config, log }: RestoreBackupDeps, actor: Actor, { file }: { readonly file: string }): Promise<RestoreSummary> {
  actor.require('system:restore');
  const manifest = await verifyArchive(file);
  await mkdir(config.dataFolder, { recursive: true });
  await using stack = new AsyncDisposableStack();
  stack.use(await acquireInstance(config.dataFolder, { role: 'restore' }));

  let url = config.databaseUrl;
  if (url === undefined) {
    const postgres = await startEmbeddedPostgres({ folder: join(config.dataFolder, 'postgres'), log });
    stack.defer(() => postgres.stop());
    url = postgres.url;
  }
  const database = stack.use(openDatabase({ url, log }));
  const blobs = await openLocalBlobStore({ folder: config.dataFolder });
  await blobs.sweepStaging();

  return await restore({ database, blobs, migrations: MIGRATIONS, log }, actor, { file, manifest });
}
