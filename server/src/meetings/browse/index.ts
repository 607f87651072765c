import type { Database } from '#platform/db/index.ts';
import { browseOn } from './browse.repo.ts';
import type { Browse } from './browse.ports.ts';

/** What people go by to find meetings, on a database. */
export const createBrowse = ({ database }: { readonly database: Database }): Browse => browseOn(database.db);

export type { Browse, FoundNames, MeetingDay, NamedThing, RelatedIds, Turn } from './browse.ports.ts';
export { findPlace, flatten, type Place } from './tree.domain.ts';
