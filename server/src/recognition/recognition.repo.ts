import type { Segment } from '@openfloor/words';
import type { Selectable } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { Recognition } from './recognition.domain.ts';
import type { RecognisedPassage, RecognitionPatch, RecognitionStore } from './recognition.ports.ts';
import type { RecognitionTables } from './recognition.tables.ts';

/** Recognitions in PostgreSQL. */
export class RecognitionRepo implements RecognitionStore {
  readonly #db;

  constructor(db: Db) {
    this.#db = db.$extendTables<RecognitionTables>();
  }

  async find(id: string): Promise<Recognition | null> {
    const row = await this.#db.selectFrom('recognitions').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toRecognition(row) : null;
  }

  async lock(id: string): Promise<Recognition | null> {
    const row = await this.#db.selectFrom('recognitions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    return row ? toRecognition(row) : null;
  }

  async ofMeeting(meetingId: string): Promise<readonly Recognition[]> {
    return (await this.#db.selectFrom('recognitions').selectAll().where('meeting_id', '=', meetingId).orderBy('channel').execute()).map(toRecognition);
  }

  async put(recognition: Recognition, keep: boolean, now: Date): Promise<void> {
    const { id, meetingId, channel } = recognition;
    await this.#db.deleteFrom('recognitions').where('meeting_id', '=', meetingId).where('channel', '=', channel).where('id', '!=', id).execute();
    if (!keep) await this.forgetPassages(id);
    const row = fromRecognition(recognition);
    await this.#db.insertInto('recognitions').values({ ...row, created_at: now, updated_at: now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...row, updated_at: now })).execute();
  }

  async patch(id: string, patch: RecognitionPatch, now: Date): Promise<void> {
    const { positionMs, ...rest } = patch;
    await this.#db.updateTable('recognitions').set({ ...rest, ...(positionMs !== undefined && { position_ms: positionMs }), updated_at: now }).where('id', '=', id).execute();
  }

  async moveTo(id: string, recordingId: string): Promise<void> {
    await this.#db.updateTable('recognitions').set({ recording_id: recordingId }).where('id', '=', id).execute();
  }

  async addPassages(id: string, passages: readonly RecognisedPassage[]): Promise<void> {
    if (passages.length === 0) return;
    await this.#db.insertInto('recognised_passages')
      .values(passages.map(({ startMs, segments }) => ({ recognition_id: id, start_ms: startMs, segments: JSON.stringify(segments) })))
      .onConflict((conflict) => conflict.columns(['recognition_id', 'start_ms']).doUpdateSet((eb) => ({ segments: eb.ref('excluded.segments') }))).execute();
  }

  async segments(id: string): Promise<readonly Segment[]> {
    const rows = await this.#db.selectFrom('recognised_passages').select('segments').where('recognition_id', '=', id).orderBy('start_ms').execute();
    return rows.flatMap(({ segments }) => segments);
  }

  async forgetPassages(id: string): Promise<void> {
    await this.#db.deleteFrom('recognised_passages').where('recognition_id', '=', id).execute();
  }
}

type Row = Omit<Selectable<RecognitionTables['recognitions']>, 'created_at' | 'updated_at'>;

const fromRecognition = (one: Recognition): Row => ({
  id: one.id, meeting_id: one.meetingId, recording_id: one.recordingId, channel: one.channel, language: one.language, state: one.state,
  wanted_model: one.wantedModel, any_language: one.anyLanguage, engine: one.engine, model: one.model, hints: one.hints,
  position_ms: one.positionMs, duration_ms: one.durationMs, failure: one.failure,
});

const toRecognition = (row: Row): Recognition => ({
  id: row.id, meetingId: row.meeting_id, recordingId: row.recording_id, channel: row.channel, language: row.language, state: row.state,
  wantedModel: row.wanted_model, anyLanguage: row.any_language, engine: row.engine, model: row.model, hints: row.hints,
  positionMs: row.position_ms, durationMs: row.duration_ms, failure: row.failure,
});
