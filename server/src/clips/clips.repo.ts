import type { Selectable } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { ChosenClip, Clip } from './clip.domain.ts';
import type { ClipStore } from './clips.ports.ts';
import type { ClipTables } from './clips.tables.ts';

/** Clips in PostgreSQL. */
export class ClipRepo implements ClipStore {
  readonly #db;

  constructor(db: Db) {
    this.#db = db.$extendTables<ClipTables>();
  }

  async find(id: string): Promise<Clip | null> {
    const row = await this.#db.selectFrom('clips').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toClip(row) : null;
  }

  async ofMeeting(meetingId: string): Promise<readonly Clip[]> {
    return (await this.#db.selectFrom('clips').selectAll().where('meeting_id', '=', meetingId).orderBy('created_at').orderBy('id').execute()).map(toClip);
  }

  async bring(clip: Clip, sameness: string): Promise<void> {
    await this.#db.insertInto('clips').values(toRow(clip, sameness)).onConflict((conflict) => conflict.doNothing()).execute();
  }

  async keep(id: string, clip: ChosenClip, sameness: string, now: Date): Promise<Clip> {
    await this.#db.insertInto('clips').values(toRow({ ...clip, id, createdAt: now }, sameness))
      .onConflict((conflict) => conflict.column('sameness').doNothing()).execute();
    const row = await this.#db.selectFrom('clips').selectAll().where('sameness', '=', sameness).executeTakeFirst();
    if (!row) throw new AppError('stale_write', { what: 'the clip' });
    return toClip(row);
  }
}

const toRow = (clip: Clip, sameness: string) => ({
  id: clip.id, meeting_id: clip.meetingId, sameness, channel: clip.channel, start_ms: clip.startMs, end_ms: clip.endMs,
  quote: clip.quote && JSON.stringify(clip.quote), timeline: clip.timeline, created_at: clip.createdAt,
});

const toClip = (row: Selectable<ClipTables['clips']>): Clip => ({
  id: row.id, meetingId: row.meeting_id, channel: row.channel, startMs: row.start_ms, endMs: row.end_ms, quote: row.quote, timeline: row.timeline, createdAt: row.created_at,
});
