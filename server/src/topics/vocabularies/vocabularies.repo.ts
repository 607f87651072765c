import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { Scheme } from '../skos/skos.domain.ts';
import type { TopicTables } from '../topics.tables.ts';
import { writeConcepts } from './concepts.repo.ts';
import type { KeptConcept, KeptScheme, PlacedConcept, TakenAddress, VocabularyStore } from './vocabularies.ports.ts';

// "tpcs": any number will do that nothing else locks by.
const LOCK = 0x74706373;

/** Vocabularies on Kysely. */
export class VocabularyRepo implements VocabularyStore {
  readonly #db;

  constructor(db: Db) {
    this.#db = db.$extendTables<TopicTables>();
  }

  async lock(): Promise<void> {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(this.#db);
  }

  addresses(): Promise<readonly TakenAddress[]> {
    return this.#db.selectFrom('topics').select(['slug', 'uri']).execute();
  }

  async putSchemes(schemes: readonly Scheme[], made_from: string, changed_at: Date): Promise<void> {
    const rows = schemes.map(({ uri, titles }) => ({ uri, titles: JSON.stringify(titles), made_from, changed_at }));
    await this.#db.insertInto('topic_schemes').values(rows).onConflict((conflict) => conflict.column('uri').doUpdateSet((eb) => ({
      titles: eb.ref('excluded.titles'), made_from: eb.ref('excluded.made_from'), changed_at: eb.ref('excluded.changed_at'),
    }))).execute();
  }

  putConcepts(concepts: readonly PlacedConcept[]): Promise<void> {
    return writeConcepts(this.#db, concepts);
  }

  async withdrawOthers(schemes: readonly string[], uris: readonly string[]): Promise<number> {
    const { numAffectedRows = 0n } = await sql`
      update topics t set deprecated = true where not t.deprecated and t.uri is not null
        and exists (select from topics_of_schemes o join topic_schemes s on s.id = o.scheme_id where o.topic_id = t.id and s.uri = any(${schemes}))
        and not exists (select from unnest(${uris}::text[]) u where u = t.uri)`.execute(this.#db);
    return Number(numAffectedRows);
  }

  async schemes(): Promise<readonly KeptScheme[]> {
    const rows = await this.#db.selectFrom('topic_schemes as s').select((eb) => ['s.uri', 's.titles', 's.used', 's.changed_at',
      eb.selectFrom('topics_of_schemes as o').whereRef('o.scheme_id', '=', 's.id').select(eb.fn.countAll<string>().as('n')).as('concepts')])
      .orderBy('s.uri').execute();
    return rows.map(({ changed_at, concepts, ...scheme }) => ({ ...scheme, concepts: Number(concepts), changedAt: changed_at.toISOString() }));
  }

  async madeFrom(uri: string): Promise<string | null> {
    return (await this.#db.selectFrom('topic_schemes').select('made_from').where('uri', '=', uri).executeTakeFirst())?.made_from ?? null;
  }

  async use(uri: string, used: boolean, changed_at: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.updateTable('topic_schemes').set({ used, changed_at }).where('uri', '=', uri).executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async remove(uri: string): Promise<{ readonly removed: number; readonly kept: number; readonly meetings: readonly string[] } | null> {
    const scheme = await this.#db.deleteFrom('topic_schemes').where('uri', '=', uri)
      .returning((eb) => eb.selectFrom('topics_of_schemes as o').whereRef('o.scheme_id', '=', 'topic_schemes.id').select(sql<string[]>`array_agg(o.topic_id)`.as('ids')).as('ids')).executeTakeFirst();
    if (!scheme) return null;
    const ids = scheme.ids ?? [];
    const { rows: tagged } = await sql<{ id: string }>`select distinct meeting_id as id from moment_topics where state = 'suggested' and topic_id = any(${ids}::uuid[])`.execute(this.#db);
    const { numAffectedRows = 0n } = await sql`
      delete from topics t where t.id = any(${ids}::uuid[])
        and not exists (select from topics_of_schemes o where o.topic_id = t.id)
        and not exists (select from meeting_topics m where m.topic_id = t.id)
        and not exists (select from moment_topics m where m.topic_id = t.id and m.state <> 'suggested')`.execute(this.#db);
    // Those that stay belong to no vocabulary any more: nothing is tagged with them by itself.
    await sql`delete from moment_topics m where m.state = 'suggested' and m.topic_id = any(${ids}::uuid[])
      and not exists (select from topics_of_schemes o where o.topic_id = m.topic_id)`.execute(this.#db);
    return { removed: Number(numAffectedRows), kept: ids.length - Number(numAffectedRows), meetings: tagged.map(({ id }) => id) };
  }

  async concepts(scheme: string | null, after: string, limit: number): Promise<readonly KeptConcept[]> {
    const linked = (kind: string) => sql<string[]>`coalesce((select array_agg(b.uri order by b.uri) from topic_links l join topics b on b.id = l.other_id
      where l.topic_id = t.id and l.kind = ${kind} and b.uri is not null), '{}')`;
    const { rows } = await sql<KeptConcept>`
      select t.slug, t.uri, t.labels, t.other_labels as "otherLabels", t.hidden_labels as "hiddenLabels", t.everyday_labels as "everydayLabels",
        t.notes, t.notation, t.deprecated, t.replaced_by as "replacedBy", ${linked('broader')} as broader, ${linked('related')} as related,
        coalesce((select array_agg(s.uri order by s.uri) from topics_of_schemes o join topic_schemes s on s.id = o.scheme_id where o.topic_id = t.id), '{}') as schemes
      from topics t where t.uri is not null and t.slug collate "C" > ${after} and (${scheme}::text is null
        or exists (select from topics_of_schemes o join topic_schemes s on s.id = o.scheme_id where o.topic_id = t.id and s.uri = ${scheme}))
      order by t.slug collate "C" limit ${limit}`.execute(this.#db);
    return rows;
  }
}
