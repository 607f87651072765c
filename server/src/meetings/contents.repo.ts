import type { Tx } from '#platform/db/index.ts';
import { ensureTopics } from '#topics/index.ts';
import { ensureBody, ensureCategories, ensureSeries, ensureSpeakers, pruneSpeakers } from './catalogue.repo.ts';
import type { FolderChannel, FolderDocument, FolderIntervention, MeetingFolder } from './folder/folder.domain.ts';
import type { MeetingTables } from './meetings.tables.ts';

const tables = (tx: Tx) => tx.$extendTables<MeetingTables>();
const jsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

// PostgreSQL takes 65,535 parameters in one statement; a row has ten at most.
const ROWS_AT_ONCE = 2000;
const batches = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, n) => rows.slice(n * ROWS_AT_ONCE, (n + 1) * ROWS_AT_ONCE));

/**
 * Brings all that belongs to a meeting in line with the folder. What stays in its place keeps its id (links and
 * citations hold it): channels by their key, agenda items, interventions and documents by their position.
 */
export async function writeContents(tx: Tx, id: string, folder: MeetingFolder): Promise<void> {
  const bodyId = folder.body === null ? null : await ensureBody(tx, folder.body);
  const seriesId = folder.series === null ? null : await ensureSeries(tx, folder.series);
  await tables(tx).updateTable('meetings').set({ body_id: bodyId, series_id: seriesId }).where('id', '=', id).execute();
  await writeCategories(tx, id, await ensureCategories(tx, folder.categories));
  await writeTopics(tx, id, await ensureTopics(tx, folder.topics));
  const agendaIds = await writeAgenda(tx, id, folder.agenda);
  await writeInterventions(tx, id, folder.interventions, agendaIds);
  await dropFrom(tx, 'agenda_items', id, folder.agenda.length);
  await writeDocuments(tx, id, folder.documents);
  if (folder.recording !== null) await writeChannels(tx, id, folder.recording.channels);
}

async function dropFrom(tx: Tx, table: 'agenda_items' | 'interventions' | 'documents', meetingId: string, position: number): Promise<void> {
  await tables(tx).deleteFrom(table).where('meeting_id', '=', meetingId).where('position', '>=', position).execute();
}

async function writeCategories(tx: Tx, meetingId: string, ids: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('meeting_categories').where('meeting_id', '=', meetingId).execute();
  if (ids.length === 0) return;
  await tables(tx).insertInto('meeting_categories')
    .values(ids.map((category_id, position) => ({ meeting_id: meetingId, category_id, position }))).execute();
}

async function writeTopics(tx: Tx, meetingId: string, ids: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('meeting_topics').where('meeting_id', '=', meetingId).execute();
  if (ids.length === 0) return;
  await tables(tx).insertInto('meeting_topics')
    .values(ids.map((topic_id, position) => ({ meeting_id: meetingId, topic_id, position }))).execute();
}

/** Returns the ids in the order of the agenda; items too many stay until no intervention points at them. */
async function writeAgenda(tx: Tx, meetingId: string, agenda: MeetingFolder['agenda']): Promise<readonly string[]> {
  if (agenda.length === 0) return [];
  const rows = agenda.map(({ title, symbol, startMs, endMs }, position) =>
    ({ meeting_id: meetingId, position, titles: JSON.stringify(title), symbol, start_ms: startMs, end_ms: endMs }));
  const written = await tables(tx).insertInto('agenda_items').values(rows)
    .onConflict((conflict) => conflict.columns(['meeting_id', 'position']).doUpdateSet((eb) => ({
      titles: eb.ref('excluded.titles'), symbol: eb.ref('excluded.symbol'), start_ms: eb.ref('excluded.start_ms'), end_ms: eb.ref('excluded.end_ms'),
    })))
    .returning(['id', 'position']).execute();
  return written.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
}

async function writeInterventions(tx: Tx, meetingId: string, turns: readonly FolderIntervention[], agendaIds: readonly string[]): Promise<void> {
  const before = await tables(tx).selectFrom('interventions').select('speaker_id').distinct().where('meeting_id', '=', meetingId).execute();
  const speakers = await ensureSpeakers(tx, turns.map(({ speaker }) => speaker));
  const rows = turns.flatMap(({ speaker, capacity, language, startMs, endMs, agendaItem }, position) => {
    const speakerId = speakers.get(speaker.slug);
    return speakerId === undefined ? [] : [{
      meeting_id: meetingId, position, speaker_id: speakerId, capacity: jsonOrNull(capacity), language, start_ms: startMs, end_ms: endMs,
      agenda_item_id: agendaItem === null ? null : agendaIds[agendaItem] ?? null,
    }];
  });
  for (const batch of batches(rows)) {
    await tables(tx).insertInto('interventions').values(batch)
      .onConflict((conflict) => conflict.columns(['meeting_id', 'position']).doUpdateSet((eb) => ({
        speaker_id: eb.ref('excluded.speaker_id'), capacity: eb.ref('excluded.capacity'), language: eb.ref('excluded.language'),
        start_ms: eb.ref('excluded.start_ms'), end_ms: eb.ref('excluded.end_ms'), agenda_item_id: eb.ref('excluded.agenda_item_id'),
      })))
      .execute();
  }
  await dropFrom(tx, 'interventions', meetingId, turns.length);
  const now = new Set(speakers.values());
  await pruneSpeakers(tx, before.map(({ speaker_id: id }) => id).filter((id) => !now.has(id)));
}

async function writeDocuments(tx: Tx, meetingId: string, documents: readonly FolderDocument[]): Promise<void> {
  const rows = documents.map(({ symbol, title, url }, position) => ({ meeting_id: meetingId, position, symbol, titles: JSON.stringify(title), url }));
  if (rows.length > 0) {
    await tables(tx).insertInto('documents').values(rows)
      .onConflict((conflict) => conflict.columns(['meeting_id', 'position']).doUpdateSet((eb) => ({
        symbol: eb.ref('excluded.symbol'), titles: eb.ref('excluded.titles'), url: eb.ref('excluded.url'),
      })))
      .execute();
  }
  await dropFrom(tx, 'documents', meetingId, rows.length);
}

async function writeChannels(tx: Tx, meetingId: string, channels: readonly FolderChannel[]): Promise<void> {
  const keys = channels.map(({ key }) => key);
  await tables(tx).deleteFrom('channels').where('meeting_id', '=', meetingId).where('key', 'not in', keys).execute();
  // The floor may pass from one channel to another; for a moment there must not be two, which the index would refuse.
  await tables(tx).updateTable('channels').set({ role: 'relay' }).where('meeting_id', '=', meetingId).where('role', '=', 'floor').execute();
  const rows = channels.map(({ key, role, language, label, provenance, gaps }, position) => ({
    meeting_id: meetingId, key, role, language, label: jsonOrNull(label), provenance: jsonOrNull(provenance), gaps: JSON.stringify(gaps), position,
  }));
  await tables(tx).insertInto('channels').values(rows)
    .onConflict((conflict) => conflict.columns(['meeting_id', 'key']).doUpdateSet((eb) => ({
      role: eb.ref('excluded.role'), language: eb.ref('excluded.language'), label: eb.ref('excluded.label'),
      provenance: eb.ref('excluded.provenance'), gaps: eb.ref('excluded.gaps'), position: eb.ref('excluded.position'),
    })))
    .execute();
}

/** Deletes a meeting with all that is only its own; what meetings share stays. */
export async function removeMeeting(tx: Tx, id: string): Promise<void> {
  const speakers = await tables(tx).selectFrom('interventions').select('speaker_id').distinct().where('meeting_id', '=', id).execute();
  await tables(tx).deleteFrom('meetings').where('id', '=', id).execute();
  await pruneSpeakers(tx, speakers.map(({ speaker_id: speaker }) => speaker));
}
