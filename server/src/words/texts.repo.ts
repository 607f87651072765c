import { randomUUID } from 'node:crypto';
import type { Segment } from '@openfloor/words';
import { sql, type Selectable } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { TextStore } from './text-store.ports.ts';
import type { ChannelText, NewText } from './words.domain.ts';
import type { WordsTables } from './words.tables.ts';

// PostgreSQL takes 65,535 parameters in one statement; a row has eight.
const ROWS_AT_ONCE = 4000;

/** Texts in PostgreSQL. */
export class TextRepo implements TextStore {
  readonly #db;

  constructor(db: Db) {
    this.#db = db.$extendTables<WordsTables>();
  }

  async ofMeeting(meetingId: string): Promise<readonly ChannelText[]> {
    const rows = await this.#db.selectFrom('texts').selectAll().where('meeting_id', '=', meetingId).orderBy('channel').orderBy('kind').orderBy('language').execute();
    return rows.map(toText);
  }

  async put(meetingId: string, text: NewText, now: Date): Promise<ChannelText> {
    const { segments, kind, channel, language, status } = text;
    const provenance = text.provenance === null ? null : JSON.stringify(text.provenance);
    const row = await this.#db.insertInto('texts')
      .values({ id: randomUUID(), meeting_id: meetingId, kind, channel, language, status, provenance, version: 1, created_at: now, updated_at: now })
      .onConflict((conflict) => conflict.columns(['meeting_id', 'channel', 'kind', 'language'])
        .doUpdateSet({ status, provenance, updated_at: now, version: sql`texts.version + 1` }))
      .returningAll().executeTakeFirstOrThrow();
    await this.#db.deleteFrom('segments').where('text_id', '=', row.id).execute();
    for (let from = 0; from < segments.length; from += ROWS_AT_ONCE) {
      await this.#db.insertInto('segments').values(segments.slice(from, from + ROWS_AT_ONCE).map((segment, n) => ({
        text_id: row.id, position: from + n, start_ms: segment.startMs, end_ms: segment.endMs, text: segment.text,
        words: segment.words === null ? null : JSON.stringify(segment.words), speaker: segment.speaker, language: segment.language,
      }))).execute();
    }
    return toText(row);
  }

  async keepOnly(meetingId: string, ids: readonly string[]): Promise<void> {
    await this.#db.deleteFrom('texts').where('meeting_id', '=', meetingId).where(sql<boolean>`id <> all(${[...ids]}::uuid[])`).execute();
  }

  async segments(textId: string): Promise<readonly Segment[]> {
    const rows = await this.#db.selectFrom('segments').select(['start_ms', 'end_ms', 'text', 'words', 'speaker', 'language'])
      .where('text_id', '=', textId).orderBy('position').execute();
    return rows.map(({ start_ms: startMs, end_ms: endMs, ...rest }) => ({ startMs, endMs, ...rest }));
  }
}

const toText = (row: Selectable<WordsTables['texts']>): ChannelText => ({
  id: row.id, meetingId: row.meeting_id, kind: row.kind, channel: row.channel, language: row.language,
  status: row.status, provenance: row.provenance, version: row.version,
});
