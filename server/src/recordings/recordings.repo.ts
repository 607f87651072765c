import type { Db } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { NewRecording, RecordingPatch, RecordingStore } from './recording-store.ports.ts';
import {
  STEPS, type ChannelLevel, type PackagedPart, type Recording, type RecordingSources, type RecordingState, type Rendition, type SourceFile, type Step,
  type StepName, type StepState, type StoredSource, type Storyboard,
} from './recordings.domain.ts';
import type { RecordingTables } from './recordings.tables.ts';
import { fromRendition, toRendition } from './renditions.repo.ts';
import type { TimelineMove } from './timeline.domain.ts';

/** Recordings in the database. Every method runs in whatever transaction `db` is. */
export class RecordingRepo implements RecordingStore {
  readonly #db;

  constructor(db: Db) {
    this.#db = db.$extendTables<RecordingTables>();
  }

  async insert(recording: NewRecording, steps: readonly StepName[], files: readonly SourceFile[], now: Date): Promise<void> {
    await this.#db.insertInto('recordings').values({
      id: recording.id, meeting_id: recording.meetingId, state: 'packaging', brings_meeting: recording.bringsMeeting,
      sources: JSON.stringify(recording.sources), parts: '[]', duration_ms: recording.durationMs,
      target_seconds: null, storyboard: null, poster: null, created_at: now, updated_at: now,
    }).execute();
    await this.#db.insertInto('recording_steps').values(steps.map((step) => ({
      recording_id: recording.id, step, position: STEPS.indexOf(step), state: 'waiting' as const, failure: null, ended_at: null,
    }))).execute();
    await this.#db.insertInto('source_files').values(files.map((file) => ({
      recording_id: recording.id, path: file.path, name: file.name, bytes: file.bytes, sha256: null, blob_key: null,
    }))).execute();
  }

  async find(id: string): Promise<Recording | null> {
    const row = await this.#db.selectFrom('recordings').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toRecording(row) : null;
  }

  async lock(id: string): Promise<Recording> {
    const row = await this.#db.selectFrom('recordings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (!row) throw new AppError('recording_not_found', { id });
    return toRecording(row);
  }

  async ofMeetings(meetingIds: readonly string[]): Promise<Recording[]> {
    if (meetingIds.length === 0) return [];
    const rows = await this.#db.selectFrom('recordings').selectAll().where('meeting_id', 'in', meetingIds)
      .distinctOn('meeting_id').orderBy('meeting_id').orderBy((eb) => eb('state', '=', 'packaging')).orderBy('created_at', 'desc').execute();
    return rows.map(toRecording);
  }

  async allOfMeeting(meetingId: string): Promise<Recording[]> {
    const rows = await this.#db.selectFrom('recordings').selectAll().where('meeting_id', '=', meetingId).orderBy('created_at').execute();
    return rows.map(toRecording);
  }

  async save(recording: Recording, patch: RecordingPatch, now: Date): Promise<void> {
    const done = await this.#db.updateTable('recordings').set({
      ...(patch.state !== undefined && { state: patch.state }),
      ...(patch.parts !== undefined && { parts: JSON.stringify(patch.parts) }),
      ...(patch.durationMs !== undefined && { duration_ms: patch.durationMs }),
      ...(patch.targetSeconds !== undefined && { target_seconds: patch.targetSeconds }),
      ...(patch.storyboard !== undefined && { storyboard: JSON.stringify(patch.storyboard) }),
      ...(patch.poster !== undefined && { poster: patch.poster }),
      version: recording.version + 1, updated_at: now,
    }).where('id', '=', recording.id).where('version', '=', recording.version).executeTakeFirst();
    if (done.numUpdatedRows !== 1n) throw new AppError('stale_write', { what: 'recording' });
  }

  async saveSources(id: string, sources: RecordingSources): Promise<void> {
    await this.#db.updateTable('recordings').set({ sources: JSON.stringify(sources) }).where('id', '=', id).execute();
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('recordings').where('id', '=', id).execute();
  }

  async ids(): Promise<{ id: string; meetingId: string }[]> {
    const rows = await this.#db.selectFrom('recordings').select(['id', 'meeting_id']).execute();
    return rows.map((row) => ({ id: row.id, meetingId: row.meeting_id }));
  }

  async steps(recordingId: string): Promise<Step[]> {
    return (await this.stepsOf([recordingId])).get(recordingId) ?? [];
  }

  async stepsOf(recordingIds: readonly string[]): Promise<Map<string, Step[]>> {
    if (recordingIds.length === 0) return new Map();
    const rows = await this.#db.selectFrom('recording_steps').select(['recording_id', 'step', 'state', 'failure'])
      .where('recording_id', 'in', recordingIds).orderBy('position').execute();
    return byRecording(rows, ({ step, state, failure }): Step => ({ step, state, failure }));
  }

  async setStep(recordingId: string, step: StepName, state: StepState, now: Date, failure: string | null = null): Promise<void> {
    await this.#db.updateTable('recording_steps')
      .set({ state, failure, ended_at: state === 'done' || state === 'failed' ? now : null })
      .where('recording_id', '=', recordingId).where('step', '=', step).execute();
  }

  async files(recordingId: string): Promise<StoredSource[]> {
    const rows = await this.#db.selectFrom('source_files').selectAll().where('recording_id', '=', recordingId).orderBy('name').execute();
    return rows.map((row) => ({ id: row.id, name: row.name, path: row.path, bytes: row.bytes, sha256: row.sha256, blobKey: row.blob_key }));
  }

  async keptFile(id: string, sha256: string, blobKey: string | null): Promise<void> {
    await this.#db.updateTable('source_files').set({ sha256, blob_key: blobKey }).where('id', '=', id).execute();
  }

  async addTimeMap(sourceFileId: string, pieces: readonly object[], now: Date): Promise<void> {
    const last = await this.#db.selectFrom('time_maps').select(['version', 'pieces']).where('source_file_id', '=', sourceFileId)
      .orderBy('version', 'desc').executeTakeFirst();
    if (last && JSON.stringify(last.pieces) === JSON.stringify(pieces)) return;
    await this.#db.insertInto('time_maps').values({
      source_file_id: sourceFileId, version: (last?.version ?? 0) + 1, pieces: JSON.stringify(pieces), created_at: now,
    }).execute();
  }

  async addTimelineMove(meetingId: string, move: TimelineMove, now: Date): Promise<void> {
    const { count } = await this.#db.selectFrom('timeline_moves').select((eb) => eb.fn.countAll<string>().as('count')).where('meeting_id', '=', meetingId).executeTakeFirstOrThrow();
    await this.#db.insertInto('timeline_moves').values({ meeting_id: meetingId, number: Number(count) + 1, pieces: move && JSON.stringify(move), created_at: now }).execute();
  }

  async timelineMoves(meetingId: string): Promise<TimelineMove[]> {
    const rows = await this.#db.selectFrom('timeline_moves').select('pieces').where('meeting_id', '=', meetingId).orderBy('number').execute();
    return rows.map(({ pieces }) => pieces);
  }

  async putRenditions(recordingId: string, renditions: readonly Rendition[]): Promise<void> {
    for (const rendition of renditions) {
      const row = fromRendition(rendition);
      await this.#db.insertInto('renditions').values({ recording_id: recordingId, ...row })
        .onConflict((oc) => oc.columns(['recording_id', 'kind', 'name']).doUpdateSet(row)).execute();
    }
  }

  async renditions(recordingIds: readonly string[]): Promise<Map<string, Rendition[]>> {
    if (recordingIds.length === 0) return new Map();
    const rows = await this.#db.selectFrom('renditions').selectAll().where('recording_id', 'in', recordingIds)
      .orderBy('kind').orderBy('height', 'desc').orderBy('name').execute();
    return byRecording(rows, toRendition);
  }

  async putLevels(recordingId: string, levels: readonly ChannelLevel[]): Promise<void> {
    for (const level of levels) {
      const row = {
        integrated_lufs: level.integratedLufs, true_peak_dbtp: level.truePeakDbtp, gain_db: level.gainDb, findings: JSON.stringify(level.findings),
      };
      await this.#db.insertInto('channel_levels').values({ recording_id: recordingId, channel: level.channel, ...row })
        .onConflict((oc) => oc.columns(['recording_id', 'channel']).doUpdateSet(row)).execute();
    }
  }

  async levels(recordingId: string): Promise<ChannelLevel[]> {
    return (await this.levelsOf([recordingId])).get(recordingId) ?? [];
  }

  async levelsOf(recordingIds: readonly string[]): Promise<Map<string, ChannelLevel[]>> {
    if (recordingIds.length === 0) return new Map();
    const rows = await this.#db.selectFrom('channel_levels').selectAll().where('recording_id', 'in', recordingIds).execute();
    return byRecording(rows, (row): ChannelLevel => ({
      channel: row.channel, integratedLufs: row.integrated_lufs, truePeakDbtp: row.true_peak_dbtp, gainDb: row.gain_db, findings: row.findings,
    }));
  }
}

/** Rows in their order, by the recording that they belong to. */
function byRecording<R extends { readonly recording_id: string }, T>(rows: readonly R[], one: (row: R) => T): Map<string, T[]> {
  return new Map([...Map.groupBy(rows, (row) => row.recording_id)].map(([id, own]) => [id, own.map(one)]));
}

type Row = {
  id: string; meeting_id: string; state: RecordingState; brings_meeting: boolean; sources: RecordingSources; parts: readonly PackagedPart[];
  duration_ms: number; target_seconds: number | null; storyboard: Storyboard | null; poster: string | null; version: number;
};

function toRecording(row: Row): Recording {
  return {
    id: row.id, meetingId: row.meeting_id, state: row.state, bringsMeeting: row.brings_meeting, sources: row.sources, parts: row.parts,
    durationMs: row.duration_ms, targetSeconds: row.target_seconds, storyboard: row.storyboard, poster: row.poster, version: row.version,
  };
}
