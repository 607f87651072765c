import { localOperator } from '../../../server/src/access/index.ts';
import { createAuditLog } from '../../../server/src/audit/index.ts';
import { systemClock } from '../../../server/src/platform/clock/index.ts';
import { migrate, openDatabase, startEmbeddedPostgres, type Database } from '../../../server/src/platform/db/index.ts';
import { silentLog } from '../../../server/src/platform/log/index.ts';
import { openSearchIndex, type SearchIndex } from '../../../server/src/search/index.ts';
import { bringOwnVocabulary, createTagging, createVocabularies, type Tagging } from '../../../server/src/topics/index.ts';
import { MIGRATIONS } from '../../../server/migrations/index.ts';

/** What a search is judged on: an index of its own, and Openfloor's vocabulary to understand questions and to tag by. */
export interface World extends AsyncDisposable {
  readonly database: Database;
  readonly index: SearchIndex;
  readonly tagging: Tagging;
}

/** Opens an empty world in a folder of its own. */
export async function openWorld(folder: string): Promise<World> {
  const server = await startEmbeddedPostgres({ folder, log: silentLog });
  const database = openDatabase({ url: server.url, log: silentLog });
  await migrate(database, MIGRATIONS);
  const shared = { database, clock: systemClock, audit: createAuditLog(database) };
  const nothingElse = async (): Promise<void> => undefined;
  // The slug of a concept of the own vocabulary is the end of its URI.
  const vocabularies = createVocabularies({ ...shared, slugOf: ({ en = 'topic' }) => en.toLowerCase().replaceAll(/[^a-z]+/g, '-'), changed: nothingElse });
  await bringOwnVocabulary(vocabularies, localOperator());
  return {
    database, index: await openSearchIndex(database), tagging: createTagging({ ...shared, changed: nothingElse }),
    async [Symbol.asyncDispose]() {
      await database.close();
      await server.stop();
    },
  };
}
