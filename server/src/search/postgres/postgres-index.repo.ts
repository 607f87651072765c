import { dataVersion, type Database, type Tx } from '#platform/db/index.ts';
import type { MeetingMoments } from '../moment.domain.ts';
import type { IndexAnswer, IndexQuery, SearchIndex, WordsOfNames } from '../search.ports.ts';
import { askIndex, isIndexThere, isMissing, searchAway } from './away.repo.ts';
import { Finder } from './find.repo.ts';
import { isBuilt, lockIndex } from './layout.repo.ts';
import { rebuildIndex } from './load/rebuild.repo.ts';
import { putMeeting, removeMeeting } from './put.repo.ts';
import { completeWord, correctWords } from './spelling.repo.ts';

// What is built once stays so, but for a new layout.
const BUILT_FOR_MS = 5000;

/** The index in PostgreSQL: a table for each language and year, in a schema of its own. */
export class PostgresIndex implements SearchIndex {
  readonly #database;
  readonly #finder;
  #builtUntil = 0;

  /** @param version changes whenever anything in the database may have changed */
  constructor(database: Database, version: () => Promise<string> = () => dataVersion(database)) {
    this.#database = database;
    this.#finder = new Finder(database, version);
  }

  async put(tx: Tx, meeting: MeetingMoments): Promise<void> {
    try {
      await putMeeting(tx, meeting);
    } catch (error) {
      throw isMissing(error) ? searchAway(error) : error;
    }
  }

  async remove(tx: Tx, meetingId: string): Promise<void> {
    await lockIndex(tx);
    // An index that is away must not keep a meeting from being withdrawn.
    if (await isIndexThere(tx)) await removeMeeting(tx, meetingId);
  }

  rebuild(meetings: AsyncIterable<MeetingMoments>, swapped: (tx: Tx) => Promise<void>) {
    return rebuildIndex(this.#database, meetings, swapped);
  }

  async find(query: IndexQuery): Promise<IndexAnswer> {
    const [answer, building] = await askIndex(() => Promise.all([this.#finder.find(query), this.#isBuilding()]));
    return { ...answer, building };
  }

  complete(beginning: string, language: string, limit: number) {
    return askIndex(() => completeWord(this.#database.db, beginning, language, limit));
  }

  correct(text: string, language: string, names?: WordsOfNames): Promise<string | null> {
    return askIndex(() => correctWords(this.#database.db, text, language, names));
  }

  async #isBuilding(): Promise<boolean> {
    if (performance.now() < this.#builtUntil) return false;
    const built = await isBuilt(this.#database);
    if (built) this.#builtUntil = performance.now() + BUILT_FOR_MS;
    return !built;
  }
}
