import { sql } from 'kysely';
import type { Tx } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { FolderBody, FolderCategory } from './folder/folder.domain.ts';
import type { MeetingTables } from './meetings.tables.ts';

const tables = (tx: Tx) => tx.$extendTables<MeetingTables>();
const bySlug = <T extends { readonly slug: string }>(list: readonly T[]): readonly T[] => list.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));

/**
 * The id of the body; it and the bodies above it are made on first use, names that are given are added or replaced.
 * A body moves only when a parent is named; throws `validation_failed` when it would come under itself.
 */
export async function ensureBody(tx: Tx, body: FolderBody): Promise<string> {
  const parentId = body.parent === null ? undefined : await ensureBody(tx, body.parent);
  const { id, parent_id: present } = await tables(tx).insertInto('bodies')
    .values({ slug: body.slug, names: JSON.stringify(body.name), parent_id: parentId ?? null })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ names: sql`bodies.names || excluded.names` }))
    .returning(['id', 'parent_id']).executeTakeFirstOrThrow();
  if (parentId !== undefined && parentId !== present) {
    if (await isAtOrBelow(tx, parentId, id)) {
      throw new AppError('validation_failed', { problems: `the body ${body.slug} cannot be part of ${body.parent?.slug ?? ''}, which is part of it` });
    }
    await tables(tx).updateTable('bodies').set({ parent_id: parentId }).where('id', '=', id).execute();
  }
  return id;
}

async function isAtOrBelow(tx: Tx, bodyId: string, topId: string): Promise<boolean> {
  const above = await tables(tx).withRecursive('above', (db) => db
    .selectFrom('bodies').select(['id', 'parent_id']).where('id', '=', bodyId)
    .union((up) => up.selectFrom('bodies').innerJoin('above', 'above.parent_id', 'bodies.id').select(['bodies.id', 'bodies.parent_id'])))
    .selectFrom('above').select('id').where('id', '=', topId).execute();
  return above.length > 0;
}

/** The ids of the categories in their order; they and the categories above them are made on first use. */
export async function ensureCategories(tx: Tx, categories: readonly FolderCategory[]): Promise<readonly string[]> {
  const names = new Map<string, LocalizedText>();
  for (const category of categories) {
    const steps = category.path.split('/');
    for (const [depth, name] of category.names.entries()) {
      const path = steps.slice(0, depth + 1).join('/');
      names.set(path, { ...names.get(path), ...name });
    }
  }
  const ids = new Map<string, string>();
  // A path sorts after the paths it begins with, so parents come first, and every transaction locks in the same order.
  for (const path of [...names.keys()].sort()) {
    const above = path.includes('/') ? ids.get(path.slice(0, path.lastIndexOf('/'))) : undefined;
    const { id } = await tables(tx).insertInto('categories')
      .values({ path, parent_id: above ?? null, names: JSON.stringify(names.get(path)) })
      .onConflict((conflict) => conflict.column('path').doUpdateSet({ names: sql`categories.names || excluded.names` }))
      .returning('id').executeTakeFirstOrThrow();
    ids.set(path, id);
  }
  return categories.flatMap(({ path }) => ids.get(path) ?? []);
}

/** The id of the series, made on first use. */
export async function ensureSeries(tx: Tx, { slug, title }: { readonly slug: string; readonly title: LocalizedText }): Promise<string> {
  const { id } = await tables(tx).insertInto('series').values({ slug, titles: JSON.stringify(title) })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ titles: sql`series.titles || excluded.titles` }))
    .returning('id').executeTakeFirstOrThrow();
  return id;
}

/** The ids of the speakers by slug; made on first use. Names given twice are one person's in more languages. */
export async function ensureSpeakers(
  tx: Tx, speakers: readonly { readonly slug: string; readonly name: LocalizedText }[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, LocalizedText>();
  for (const { slug, name } of speakers) names.set(slug, { ...names.get(slug), ...name });
  if (names.size === 0) return new Map();
  const rows = bySlug([...names].map(([slug, name]) => ({ slug, names: JSON.stringify(name) })));
  const known = await tables(tx).insertInto('speakers').values(rows)
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ names: sql`speakers.names || excluded.names` }))
    .returning(['id', 'slug']).execute();
  return new Map(known.map(({ slug, id }) => [slug, id]));
}

/**
 * Takes away those of the speakers who took the floor nowhere any more: a name that was misspelt, or a person whose
 * only meeting was removed. Those somebody else is working with right now are left alone.
 */
export async function pruneSpeakers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const idle = await tables(tx).selectFrom('speakers').select('id').where('id', 'in', [...ids])
    .where((eb) => eb.not(eb.exists(
      eb.selectFrom('interventions').select('interventions.id').whereRef('interventions.speaker_id', '=', 'speakers.id'))))
    .forUpdate().skipLocked().execute();
  if (idle.length > 0) await tables(tx).deleteFrom('speakers').where('id', 'in', idle.map(({ id }) => id)).execute();
}
