import { inFile, onTimeline } from '@openfloor/media';
import type { Kysely } from 'kysely';
import type { TopicTables } from '../topics.tables.ts';
import type { RecordingMove } from './tagging.ports.ts';

// PostgreSQL takes 65,535 parameters in one statement.
const ROWS_AT_ONCE = 4000;

/** `TagStore.move` on Kysely. */
export async function moveTags(db: Kysely<TopicTables>, meetingId: string, { from, to }: RecordingMove): Promise<void> {
  const rows = await db.deleteFrom('moment_topics').where('meeting_id', '=', meetingId).returningAll().execute();
  const before = await db.deleteFrom('moment_topics_outside').where('meeting_id', '=', meetingId).returningAll().execute();
  const files = [
    ...rows.map(({ start_ms: startMs, end_ms: endMs, ...tag }) => ({ tag, file: inFile(from, { startMs, endMs }) })),
    ...before.map(({ file, start_ms: startMs, end_ms: endMs, ...tag }) => ({ tag: { ...tag, sureness: null, said: {} }, file: { file, startMs, endMs } })),
  ];
  const placed = files.flatMap(({ tag, file }) => {
    const at = file && onTimeline(to, file);
    return at ? [{ ...tag, said: JSON.stringify(tag.said), start_ms: at.startMs, end_ms: at.endMs }] : [];
  });
  // Two that are cut alike begin together; what people have decided counts.
  const inside = new Map(placed.toSorted((a, b) => Number(a.state !== 'suggested') - Number(b.state !== 'suggested')).map((one) => [`${one.topic_id} ${one.start_ms}`, one]));
  const outside = files.flatMap(({ tag: { sureness: _sureness, said: _said, state, ...tag }, file }) =>
    (file && state !== 'suggested' && !onTimeline(to, file) ? [{ ...tag, state, file: file.file, start_ms: file.startMs, end_ms: file.endMs }] : []));
  const all = [...inside.values()];
  for (let n = 0; n < all.length; n += ROWS_AT_ONCE) await db.insertInto('moment_topics').values(all.slice(n, n + ROWS_AT_ONCE)).execute();
  if (outside.length > 0) await db.insertInto('moment_topics_outside').values(outside).onConflict((conflict) => conflict.doNothing()).execute();
}
