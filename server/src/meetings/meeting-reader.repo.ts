import type { Db } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { meetingContents, type BodyRow, type MeetingContents } from './contents-query.repo.ts';
import type { FolderBody, FolderCategory, MeetingFolder } from './folder/folder.domain.ts';
import { toHead } from './heads.repo.ts';
import type { MeetingDetail } from './meeting-detail.domain.ts';
import type { MeetingTables } from './meetings.tables.ts';
import { humanised, looksLikeId } from './slug.domain.ts';

/** The names, or where nobody has given any, the slug as words in a language that isn't known. */
export const named = (names: LocalizedText, slug: string): LocalizedText => (Object.keys(names).length > 0 ? names : { und: humanised(slug) });

const lastStep = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const bodyLink = ({ slug, names }: BodyRow) => ({ slug, name: named(names, slug) });

export async function readDetail(db: Db, slugOrId: string): Promise<MeetingDetail | undefined> {
  if (slugOrId.includes('\u0000')) return undefined;
  const query = meetingContents(db);
  const row = await (looksLikeId(slugOrId) ? query.where('m.id', '=', slugOrId) : query.where('m.id', '=', (eb) =>
    eb.selectFrom('meeting_slugs as ms').select('ms.meeting_id').where('ms.slug', '=', slugOrId))).executeTakeFirst();
  return row === undefined ? undefined : toDetail(row);
}

/** A row with all that belongs to it as the meeting people read of. */
export function toDetail(row: MeetingContents): MeetingDetail {
  const own = row.bodies.at(-1);
  return {
    ...toHead(row),
    body: own === undefined ? null : { ...bodyLink(own), parents: row.bodies.slice(0, -1).map(bodyLink) },
    series: row.series === null ? null : { slug: row.series.slug, title: named(row.series.title, row.series.slug) },
    categories: row.categories.map(({ path, names }) => ({ path, name: named(names, lastStep(path)) })),
    topics: row.topics.map(({ slug, label }) => ({ slug, label: named(label, slug) })),
    documents: row.documents,
    agenda: row.agenda,
    interventions: row.interventions.map(({ slug, name, ...turn }) => ({ ...turn, speaker: { slug, name } })),
    channels: row.channels,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The meeting as a folder; `recording.parts` and `words` are not the catalogue's and stay empty. */
export async function readFolder(db: Db, id: string): Promise<MeetingFolder | undefined> {
  const row = await meetingContents(db).where('m.id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const [formerSlugs, categoryNames] = await Promise.all([readFormerSlugs(db, id, row.slug), readCategoryNames(db, row.categories.map(({ path }) => path))]);
  const { id: _id, state: _state, version: _version, durationMs: _durationMs, publishedAt, ...head } = toHead(row);
  const agendaIds = row.agenda.map((item) => item.id);
  return {
    ...head,
    published: publishedAt,
    formerSlugs,
    body: row.bodies.reduce<FolderBody | null>((parent, { slug, names }) => ({ slug, name: names, parent }), null),
    series: row.series,
    categories: row.categories.map(({ path }): FolderCategory => ({
      path, names: path.split('/').map((_, depth, steps) => categoryNames.get(steps.slice(0, depth + 1).join('/')) ?? {}),
    })),
    topics: row.topics,
    documents: row.documents,
    agenda: row.agenda.map(({ title, symbol, startMs, endMs }) => ({ title, symbol, startMs, endMs })),
    interventions: row.interventions.map(({ slug, name, capacity, language, startMs, endMs, agendaItemId }) => ({
      speaker: { slug, name }, capacity, language, startMs, endMs, agendaItem: agendaItemId === null ? null : agendaIds.indexOf(agendaItemId),
    })),
    recording: row.channels.length === 0 ? null : { channels: row.channels.map(({ id: _channel, ...channel }) => channel), parts: [] },
    words: [],
  };
}

async function readFormerSlugs(db: Db, id: string, slug: string): Promise<readonly string[]> {
  const rows = await db.$extendTables<MeetingTables>().selectFrom('meeting_slugs').select('slug')
    .where('meeting_id', '=', id).where('slug', '!=', slug).orderBy('slug').execute();
  return rows.map((row) => row.slug);
}

async function readCategoryNames(db: Db, paths: readonly string[]): Promise<ReadonlyMap<string, LocalizedText>> {
  const all = [...new Set(paths.flatMap((path) => path.split('/').map((_, depth, steps) => steps.slice(0, depth + 1).join('/'))))];
  if (all.length === 0) return new Map();
  const rows = await db.$extendTables<MeetingTables>().selectFrom('categories').select(['path', 'names']).where('path', 'in', all).execute();
  return new Map(rows.map(({ path, names }) => [path, names]));
}
