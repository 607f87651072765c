import { randomUUID } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { Change } from './correct/change.domain.ts';
import type { Hole, KeptSegment, TextState } from './correct/text-state.domain.ts';
import type { LockedText, TextPlace, TextSave, TextStore } from './text-store.ports.ts';
import type { NewText } from './new-text.domain.ts';
import type { ChannelText, PageOfWords } from './words.domain.ts';
import type { WordsTables } from './words.tables.ts';

// PostgreSQL takes 65,535 parameters in one statement; a row has twelve.
const ROWS_AT_ONCE = 4000;
const TEXT = ['id', 'meeting_id', 'kind', 'channel', 'language', 'status', 'provenance', 'version', 'former_sound'] as const;

/** Texts in PostgreSQL. */
export class TextRepo implements TextStore {
  readonly #db;

  constructor(db: Db) {
    this.#db = db.$extendTables<WordsTables>();
  }

  async ofMeeting(meetingId: string): Promise<readonly ChannelText[]> {
    const rows = await this.#db.selectFrom('texts').select(TEXT).where('meeting_id', '=', meetingId).orderBy('channel').orderBy('kind').orderBy('language').execute();
    return rows.map(toText);
  }

  async find(id: string): Promise<ChannelText | null> {
    const row = await this.#db.selectFrom('texts').select(TEXT).where('id', '=', id).executeTakeFirst();
    return row ? toText(row) : null;
  }

  async pagesOf(meetingIds: readonly string[]): Promise<readonly PageOfWords[]> {
    const { rows } = await sql<PageOfWords>`
      select meeting_id as "meetingId", channel, kind = 'record' as record, min(language) as language, max(updated_at) as "updatedAt"
      from texts where meeting_id = any(${[...meetingIds]}::uuid[]) group by 1, 2, 3 order by 1, 3, 2`.execute(this.#db);
    return rows;
  }

  async create(meetingId: string, { kind, channel, language, status, provenance }: Omit<NewText, 'segments'>, now: Date): Promise<ChannelText> {
    const id = randomUUID();
    const row = await this.#db.insertInto('texts')
      .values({ id, meeting_id: meetingId, kind, channel, language, status, provenance: asJson(provenance), version: 1, next_segment: 1, created_at: now, updated_at: now })
      .returning(TEXT).executeTakeFirstOrThrow();
    await this.#db.insertInto('text_sources').values({ text_id: id, segments: '[]', outside: '[]', holes: '[]' }).execute();
    // What is written into it makes the first version.
    return { ...toText(row), version: 0 };
  }

  async lock(where: { readonly id: string } | (TextPlace & { readonly meetingId: string })): Promise<LockedText | null> {
    const query = this.#db.selectFrom('texts').select(TEXT).forUpdate();
    const row = await ('id' in where ? query.where('id', '=', where.id)
      : query.where('meeting_id', '=', where.meetingId).where('channel', '=', where.channel).where('kind', '=', where.kind).where('language', '=', where.language)).executeTakeFirst();
    if (!row) return null;
    return { text: toText(row), state: await this.state(row.id) };
  }

  async state(textId: string): Promise<TextState> {
    const { status, next_segment: nextId } = await this.#db.selectFrom('texts').select(['status', 'next_segment']).where('id', '=', textId).executeTakeFirstOrThrow();
    const { segments: source = [], outside = [], holes = [] } = await this.#db.selectFrom('text_sources').select(['segments', 'outside', 'holes']).where('text_id', '=', textId).executeTakeFirst() ?? {};
    return { status, segments: await this.segments(textId), source, outside, holes, nextId };
  }

  async save(text: ChannelText, { status, provenance, gone, come, source, outside, holes, nextId }: TextSave, now: Date): Promise<ChannelText> {
    const { id } = text;
    const version = text.version + 1;
    await this.#db.updateTable('texts').set({ status, provenance: asJson(provenance), version, next_segment: nextId, updated_at: now }).where('id', '=', id).execute();
    const old = [...gone, ...come.map((one) => one.id)];
    await this.#db.deleteFrom('segments').where('text_id', '=', id).where(sql<boolean>`number = any(${old}::integer[])`).execute();
    for (let from = 0; from < come.length; from += ROWS_AT_ONCE) {
      await this.#db.insertInto('segments').values(come.slice(from, from + ROWS_AT_ONCE).map((one) => toRow(id, one))).execute();
    }
    if (source || outside || holes) {
      const kept = { ...(source && { segments: JSON.stringify(source) }), ...(outside && { outside: JSON.stringify(outside) }), ...(holes && { holes: JSON.stringify(holes) }) };
      await this.#db.updateTable('text_sources').set(kept).where('text_id', '=', id).execute();
    }
    return { ...text, status, provenance, version };
  }

  async keepOnly(meetingId: string, ids: readonly string[]): Promise<void> {
    await this.#db.deleteFrom('texts').where('meeting_id', '=', meetingId).where(sql<boolean>`id <> all(${[...ids]}::uuid[])`)
      .where(sql<boolean>`provenance ? 'file'`)
      .where((is) => is.not(is.exists(is.selectFrom('text_changes').select('number')
        .whereRef('text_changes.text_id', '=', 'texts.id').where('deed', '=', 'correct').where('undone_by', 'is', null))))
      .execute();
  }

  async formerSound(textId: string): Promise<string | null> {
    return (await this.#db.selectFrom('texts').select('former_sound').where('id', '=', textId).executeTakeFirst())?.former_sound ?? null;
  }

  async setFormerSound(textId: string, sound: string | null): Promise<void> {
    await this.#db.updateTable('texts').set({ former_sound: sound }).where('id', '=', textId).execute();
  }

  async segments(textId: string): Promise<readonly KeptSegment[]> {
    const rows = await this.#db.selectFrom('segments').select(['number', 'start_ms', 'end_ms', 'text', 'words', 'speaker', 'language', 'edited', 'origins', 'confidence', 'unspoken'])
      .where('text_id', '=', textId).orderBy('start_ms').orderBy('end_ms').orderBy('number').execute();
    return rows.map(({ number: id, start_ms: startMs, end_ms: endMs, ...rest }) => ({ id, startMs, endMs, ...rest }));
  }

  async holes(textId: string): Promise<readonly Hole[]> {
    return (await this.#db.selectFrom('text_sources').select('holes').where('text_id', '=', textId).executeTakeFirst())?.holes ?? [];
  }

  async addChange(textId: string, { number, version, at, by, deed, before, after, undoes, undoneBy }: Change): Promise<void> {
    await this.#db.insertInto('text_changes').values({
      text_id: textId, number, version, at: new Date(at), actor: by, deed, before: JSON.stringify(before), after: JSON.stringify(after), undoes, undone_by: undoneBy,
    }).execute();
  }

  async lastChange(textId: string): Promise<number> {
    const { last } = await this.#db.selectFrom('text_changes').select(({ fn }) => fn.max('number').as('last')).where('text_id', '=', textId).executeTakeFirstOrThrow();
    return last ?? 0;
  }

  async markUndone(textId: string, number: number, by: number): Promise<void> {
    await this.#db.updateTable('text_changes').set({ undone_by: by }).where('text_id', '=', textId).where('number', '=', number).execute();
  }

  async changes(textId: string, { limit, before, since, deed }: Parameters<TextStore['changes']>[1] = {}): Promise<readonly Change[]> {
    const rows = await this.#db.selectFrom('text_changes').selectAll().where('text_id', '=', textId).orderBy('number', 'desc')
      .$if(before !== undefined, (query) => query.where('number', '<', before ?? 0))
      .$if(since !== undefined, (query) => query.where('version', '>', since ?? 0))
      .$if(deed !== undefined, (query) => query.where('deed', '=', deed ?? 'move'))
      .$if(limit !== undefined, (query) => query.limit(limit ?? 1))
      .execute();
    return rows.map(({ text_id: _id, actor: by, at, undone_by: undoneBy, ...rest }) => ({ ...rest, at: at.toISOString(), by, undoneBy }));
  }
}

const asJson = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

const toText = (row: Pick<Selectable<WordsTables['texts']>, (typeof TEXT)[number]>): ChannelText => ({
  id: row.id, meetingId: row.meeting_id, kind: row.kind, channel: row.channel, language: row.language,
  status: row.status, provenance: row.provenance, version: row.version, formerSound: row.former_sound !== null,
});

const toRow = (textId: string, { id, startMs, endMs, text, words, speaker, language, edited, origins, confidence, unspoken }: KeptSegment) => ({
  text_id: textId, number: id, start_ms: startMs, end_ms: endMs, text, words: asJson(words), speaker, language, edited: [...edited], origins: [...origins], confidence, unspoken,
});
