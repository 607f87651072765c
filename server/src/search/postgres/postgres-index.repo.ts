import type { Database, Tx } from '#platform/db/index.ts';
import type { MeetingMoments } from '../moment.domain.ts';
import type { IndexAnswer, IndexQuery, SearchIndex } from '../search.ports.ts';
import { Finder } from './find.repo.ts';
import { rebuildIndex } from './load/rebuild.repo.ts';
import { putMeeting, removeMeeting } from './put.repo.ts';
import { completeWord, correctWords } from './spelling.repo.ts';

/** The index in PostgreSQL: a table for each language and year, in a schema of its own. */
export class PostgresIndex implements SearchIndex {
  readonly #database;
  readonly #finder;

  constructor(database: Database) {
    this.#database = database;
    this.#finder = new Finder(database);
  }

  put(tx: Tx, meeting: MeetingMoments): Promise<void> {
    return putMeeting(tx, meeting);
  }

  remove(tx: Tx, meetingId: string): Promise<void> {
    return removeMeeting(tx, meetingId);
  }

  rebuild(meetings: AsyncIterable<MeetingMoments>, swapped: (tx: Tx) => Promise<void>) {
    return rebuildIndex(this.#database, meetings, swapped);
  }

  find(query: IndexQuery): Promise<IndexAnswer> {
    return this.#finder.find(query);
  }

  complete(beginning: string, language: string, limit: number) {
    return completeWord(this.#database.db, beginning, language, limit);
  }

  correct(text: string, language: string): Promise<string | null> {
    return correctWords(this.#database.db, text, language);
  }
}
