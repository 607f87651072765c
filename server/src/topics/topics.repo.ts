import { sql } from 'kysely';
import type { Tx } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Topic } from './topics.ports.ts';
import type { TopicTables } from './topics.tables.ts';

/**
 * The ids of the topics in their order; those not known are made, known ones get the labels and the URI they lack or
 * that changed. Throws `name_taken` when a URI belongs to a topic of another slug.
 */
export async function ensureTopics(tx: Tx, topics: readonly Topic[]): Promise<readonly string[]> {
  if (topics.length === 0) return [];
  const db = tx.$extendTables<TopicTables>();
  await refuseTakenUris(tx, topics);
  // Always locked in one order, so that two meetings published at once can't wait for each other.
  const rows = topics.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
    .map(({ slug, label, uri }) => ({ slug, uri, labels: JSON.stringify(label) }));
  const known = await db.insertInto('topics').values(rows)
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({
      // What a vocabulary calls its concept, a meeting doesn't change.
      labels: sql`case when exists (select from topics_of_schemes o where o.topic_id = topics.id) then excluded.labels || topics.labels else topics.labels || excluded.labels end`,
      uri: sql`coalesce(excluded.uri, topics.uri)`,
    }))
    .returning(['id', 'slug']).execute();
  const ids = new Map(known.map(({ slug, id }) => [slug, id]));
  return topics.flatMap(({ slug }) => ids.get(slug) ?? []);
}

async function refuseTakenUris(tx: Tx, topics: readonly Topic[]): Promise<void> {
  const slugs = new Map(topics.flatMap(({ uri, slug }) => (uri === null ? [] : [[uri, slug] as const])));
  if (slugs.size === 0) return;
  const found = await tx.$extendTables<TopicTables>().selectFrom('topics').select(['uri', 'slug']).where('uri', 'in', [...slugs.keys()]).execute();
  const other = found.find(({ uri, slug }) => uri !== null && slugs.get(uri) !== slug);
  if (other?.uri != null) throw new AppError('name_taken', { name: `${other.uri} (topic ${other.slug})` });
}
