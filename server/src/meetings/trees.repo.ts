import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { BodyNode, CategoryNode } from './meeting-detail.domain.ts';
import { named } from './meeting-reader.repo.ts';

interface Row {
  readonly id: string;
  readonly parent_id: string | null;
  readonly name: string;
  readonly names: LocalizedText;
  readonly meetings: number;
  readonly total: number;
}

/** All bodies as trees, by slug; a meeting has one body, so the totals add up. */
export async function readBodies(db: Db): Promise<readonly BodyNode[]> {
  const { rows } = await sql<Row>`
    with recursive at_or_below (top, id) as (
      select id, id from bodies
      union all select t.top, b.id from bodies b join at_or_below t on b.parent_id = t.id
    ),
    own as (select body_id as id, count(*) as meetings from meetings where state in ('published', 'scheduled') and body_id is not null group by body_id),
    totals as (select t.top, sum(own.meetings)::bigint as total from at_or_below t join own on own.id = t.id group by t.top)
    select b.id, b.parent_id, b.slug as name, b.names, coalesce(own.meetings, 0) as meetings, coalesce(totals.total, 0) as total
    from bodies b left join own on own.id = b.id left join totals on totals.top = b.id
    order by b.slug`.execute(db);
  const grow = (parent: string | null): readonly BodyNode[] => rows.filter((row) => row.parent_id === parent).map((row) => ({
    slug: row.name, name: named(row.names, row.name), meetings: row.meetings, total: row.total, children: grow(row.id),
  }));
  return grow(null);
}

/** All categories as trees, by path; a meeting in two places below one counts there once. */
export async function readCategories(db: Db): Promise<readonly CategoryNode[]> {
  const { rows } = await sql<Row>`
    with recursive placed (meeting_id, category_id) as (
      select mc.meeting_id, mc.category_id from meeting_categories mc join meetings m on m.id = mc.meeting_id where m.state in ('published', 'scheduled')
      union select p.meeting_id, c.parent_id from placed p join categories c on c.id = p.category_id where c.parent_id is not null
    ),
    totals as (select category_id, count(*) as total from placed group by category_id),
    own as (
      select mc.category_id, count(*) as meetings from meeting_categories mc join meetings m on m.id = mc.meeting_id
      where m.state in ('published', 'scheduled') group by mc.category_id
    )
    select c.id, c.parent_id, c.path as name, c.names, coalesce(own.meetings, 0) as meetings, coalesce(totals.total, 0) as total
    from categories c left join own on own.category_id = c.id left join totals on totals.category_id = c.id
    order by c.path`.execute(db);
  const grow = (parent: string | null): readonly CategoryNode[] => rows.filter((row) => row.parent_id === parent).map((row) => ({
    path: row.name, name: named(row.names, row.name.slice(row.name.lastIndexOf('/') + 1)), meetings: row.meetings, total: row.total,
    children: grow(row.id),
  }));
  return grow(null);
}
