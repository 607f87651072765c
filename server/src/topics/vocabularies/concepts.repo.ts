import { type Kysely, sql } from 'kysely';
import type { TopicTables } from '../topics.tables.ts';
import type { PlacedConcept } from './vocabularies.ports.ts';

const AT_ONCE = 1000;

/** Writes concepts, then their links, which may lead to any of them. */
export async function writeConcepts(db: Kysely<TopicTables>, concepts: readonly PlacedConcept[]): Promise<void> {
  for (const some of portions(concepts)) await writeTopics(db, some);
  for (const some of portions(concepts)) await writeLinks(db, some);
}

function* portions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}

async function writeTopics(db: Kysely<TopicTables>, concepts: readonly PlacedConcept[]): Promise<void> {
  const rows = concepts.map((one) => ({
    slug: one.slug, uri: one.uri, labels: one.labels, other_labels: one.otherLabels, hidden_labels: one.hiddenLabels, everyday_labels: one.everydayLabels,
    notes: one.notes, notation: one.notation, deprecated: one.deprecated, replaced_by: one.replacedBy,
  }));
  await sql`
    insert into topics (slug, uri, labels, other_labels, hidden_labels, everyday_labels, notes, notation, deprecated, replaced_by)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (slug text, uri text, labels jsonb, other_labels jsonb, hidden_labels jsonb, everyday_labels jsonb,
      notes jsonb, notation text, deprecated boolean, replaced_by text)
    on conflict (slug) do update set uri = excluded.uri, labels = excluded.labels, other_labels = excluded.other_labels, hidden_labels = excluded.hidden_labels,
      everyday_labels = excluded.everyday_labels, notes = excluded.notes, notation = excluded.notation, deprecated = excluded.deprecated, replaced_by = excluded.replaced_by`.execute(db);
}

async function writeLinks(db: Kysely<TopicTables>, concepts: readonly PlacedConcept[]): Promise<void> {
  const uris = concepts.map(({ uri }) => uri);
  const links = concepts.flatMap(({ uri, broader, related }) => [...broader.map((other) => ({ uri, kind: 'broader', other })), ...related.map((other) => ({ uri, kind: 'related', other }))]);
  const places = concepts.flatMap(({ uri, schemes }) => schemes.map((other) => ({ uri, kind: 'in', other })));
  await sql`delete from topic_links l using topics t where t.id = l.topic_id and t.uri = any(${uris})`.execute(db);
  await sql`
    insert into topic_links (topic_id, kind, other_id)
    select distinct a.id, l.kind, b.id from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l (uri text, kind text, other text)
      join topics a on a.uri = l.uri join topics b on b.uri = l.other where a.id <> b.id`.execute(db);
  await sql`delete from topics_of_schemes o using topics t where t.id = o.topic_id and t.uri = any(${uris})`.execute(db);
  await sql`
    insert into topics_of_schemes (topic_id, scheme_id)
    select distinct t.id, s.id from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as l (uri text, kind text, other text)
      join topics t on t.uri = l.uri join topic_schemes s on s.uri = l.other`.execute(db);
}
