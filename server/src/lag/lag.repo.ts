import { sql, type Selectable } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { INTERPRETED, type ChannelLag } from './lag.domain.ts';
import type { LagStore, MeasuredLag, SpeechSpan } from './lag.ports.ts';
import type { LagTables } from './lag.tables.ts';

/** Lags in PostgreSQL. */
export class LagRepo implements LagStore {
  readonly #db;

  constructor(db: Db) {
    this.#db = db.$extendTables<LagTables>();
  }

  async ofMeeting(meetingId: string): Promise<readonly ChannelLag[]> {
    const rows = await this.#db.selectFrom('channel_lags').selectAll().where('meeting_id', '=', meetingId).orderBy('channel').execute();
    return rows.map(toLag);
  }

  async ofChannel(meetingId: string, channel: string): Promise<ChannelLag | null> {
    const row = await this.#db.selectFrom('channel_lags').selectAll().where('meeting_id', '=', meetingId).where('channel', '=', channel).executeTakeFirst();
    return row ? toLag(row) : null;
  }

  async unheard(): Promise<readonly string[]> {
    const { rows } = await sql<{ id: string }>`
      select m.id from meetings m where m.state = 'published'
        and exists (select from channels c where c.meeting_id = m.id and c.role = 'floor') and exists (select from channels c where c.meeting_id = m.id and c.role = any(${[...INTERPRETED]}))
        and exists (select from recordings r where r.meeting_id = m.id and r.state <> 'packaging' and not exists (select from channel_speech s where s.recording_id = r.id))
      order by m.published_at desc nulls last, m.id`.execute(this.#db);
    return rows.map(({ id }) => id);
  }

  async madeFrom(meetingId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#db.selectFrom('channel_lags').select(['channel', 'made_from']).where('meeting_id', '=', meetingId).execute();
    return new Map(rows.map(({ channel, made_from: madeFrom }) => [channel, madeFrom]));
  }

  async put(meetingId: string, { channel, points, withWords, madeFrom }: MeasuredLag, now: Date): Promise<void> {
    const kept = JSON.stringify(points.map(({ floorMs, lagMs, confidence, basis }) => [floorMs, lagMs, confidence, basis]));
    await this.#db.insertInto('channel_lags')
      .values({ meeting_id: meetingId, channel, points: kept, with_words: withWords, made_from: madeFrom, version: 1, measured_at: now })
      .onConflict((conflict) => conflict.columns(['meeting_id', 'channel']).doUpdateSet({
        points: kept, with_words: withWords, made_from: madeFrom, measured_at: now,
        version: sql`channel_lags.version + (channel_lags.points is distinct from excluded.points)::integer`,
      }))
      .execute();
  }

  async move(meetingId: string, at: (floorMs: number) => number | null, now: Date): Promise<void> {
    for (const { channel, points, withWords } of await this.ofMeeting(meetingId)) {
      const moved = points.flatMap((point) => {
        const floorMs = at(point.floorMs);
        return floorMs === null ? [] : [{ ...point, floorMs }];
      });
      // What it is measured from has moved as well, so that it is measured once more.
      if (moved.length > 1) await this.put(meetingId, { channel, withWords, points: moved, madeFrom: '' }, now);
      else await this.#db.deleteFrom('channel_lags').where('meeting_id', '=', meetingId).where('channel', '=', channel).execute();
    }
  }

  async keepOnly(meetingId: string, channels: readonly string[]): Promise<void> {
    await this.#db.deleteFrom('channel_lags').where('meeting_id', '=', meetingId).where(sql<boolean>`channel <> all(${[...channels]}::text[])`).execute();
  }

  async speech(recordingId: string, channel: string): Promise<readonly SpeechSpan[] | null> {
    const row = await this.#db.selectFrom('channel_speech').select('edges').where('recording_id', '=', recordingId).where('channel', '=', channel).executeTakeFirst();
    return row ? Array.from({ length: Math.floor(row.edges.length / 2) }, (_, n) => ({ startMs: row.edges[2 * n] ?? 0, endMs: row.edges[2 * n + 1] ?? 0 })) : null;
  }

  async putSpeech(recordingId: string, channel: string, speech: readonly SpeechSpan[]): Promise<void> {
    const edges = JSON.stringify(speech.flatMap(({ startMs, endMs }) => [startMs, endMs]));
    await this.#db.insertInto('channel_speech').values({ recording_id: recordingId, channel, edges })
      .onConflict((conflict) => conflict.columns(['recording_id', 'channel']).doUpdateSet({ edges })).execute();
  }
}

const toLag = ({ channel, points, with_words: withWords, version, measured_at: measuredAt }: Selectable<LagTables['channel_lags']>): ChannelLag => ({
  channel, withWords, version, measuredAt, points: points.map(([floorMs, lagMs, confidence, basis]) => ({ floorMs, lagMs, confidence, basis })),
});
