import type { Db } from '#platform/db/index.ts';
import type { WordsTables } from '../words.tables.ts';
import type { KeptRecord } from './record.domain.ts';
import type { RecordStore } from './records.ports.ts';

/** Records in PostgreSQL. */
export class RecordRepo implements RecordStore {
  readonly #db;

  constructor(db: Db) {
    this.#db = db.$extendTables<WordsTables>();
  }

  async save(textId: string, { placedBy, ...record }: KeptRecord): Promise<void> {
    const row = {
      turns: JSON.stringify(record.turns), sentences: JSON.stringify(record.sentences), stages: JSON.stringify(record.stages),
      removed: JSON.stringify(record.removed), clues: JSON.stringify(record.clues), placed_by: placedBy,
    };
    await this.#db.insertInto('records').values({ text_id: textId, ...row }).onConflict((conflict) => conflict.column('text_id').doUpdateSet(row)).execute();
  }

  async of(textId: string): Promise<KeptRecord | null> {
    const row = await this.#db.selectFrom('records').selectAll().where('text_id', '=', textId).executeTakeFirst();
    if (!row) return null;
    const { turns, sentences, stages, removed, clues, placed_by: placedBy } = row;
    return { turns, sentences, stages, removed, clues, placedBy };
  }
}
