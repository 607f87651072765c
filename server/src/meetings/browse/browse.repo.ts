import type { Db } from '#platform/db/index.ts';
import { storable } from '../words.repo.ts';
import type { MeetingTables } from '../meetings.tables.ts';
import { countAddresses, readAddresses, readMonths } from './addresses.repo.ts';
import type { Browse, Turn } from './browse.ports.ts';
import { readDays, readDaysAround, readLanguages } from './days.repo.ts';
import { findNames, readNamed } from './names.repo.ts';
import { readRelated } from './related.repo.ts';

/** What people go by to find meetings, in PostgreSQL. */
export const browseOn = (db: Db): Browse => ({
  series: (slug) => readNamed(db, 'series', slug),
  topic: (slug) => readNamed(db, 'topics', slug),
  speaker: (slug) => readNamed(db, 'speakers', slug),
  turns: (speaker, meetingIds) => readTurns(db, speaker, meetingIds),
  days: (first, last) => readDays(db, first, last),
  daysAround: (first, last) => readDaysAround(db, first, last),
  languages: () => readLanguages(db),
  names: (q, limit) => findNames(db, q, limit),
  addresses: (kind, offset, limit) => readAddresses(db, kind, offset, limit),
  countAddresses: (kind) => countAddresses(db, kind),
  months: () => readMonths(db),
  related: (meetingId, limit) => readRelated(db, meetingId, limit),
});

async function readTurns(db: Db, speaker: string, meetingIds: readonly string[]): Promise<readonly Turn[]> {
  if (meetingIds.length === 0) return [];
  return db.$extendTables<MeetingTables>().selectFrom('interventions as i').innerJoin('speakers as p', 'p.id', 'i.speaker_id')
    .select(['i.meeting_id as meetingId', 'i.capacity', 'i.language', 'i.start_ms as startMs', 'i.end_ms as endMs'])
    .where('p.slug', '=', storable(speaker)).where('i.meeting_id', 'in', [...meetingIds]).orderBy('i.start_ms').execute();
}
