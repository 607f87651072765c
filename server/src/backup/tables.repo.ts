import type { PoolClient } from 'pg';
import type { ManifestSequence } from './manifest.domain.ts';

type Querying = Pick<PoolClient, 'query'>;

export type TableShape = { readonly schema: string; readonly name: string; readonly columns: readonly string[] };

/** The queue's tables belong to pg-boss and go as jobs, the index of search is made anew; the others say what is true of one running server only. */
const OTHERS_SCHEMAS = "n.nspname not in ('information_schema', 'queue', 'search') and n.nspname !~ '^pg_'";
const NOT_KEPT = "not (n.nspname = 'public' and c.relname in ('platform_migration', 'queue_worker', 'queue_claim'))";
const NOT_OF_AN_EXTENSION = "not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')";

/** Every table with what can be written into it; computed columns compute themselves. */
export async function readTables(client: Querying): Promise<readonly TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select n.nspname::text as schema, c.relname::text as name,
      coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attnum is not null), '{}') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and ${OTHERS_SCHEMAS} and ${NOT_KEPT} and ${NOT_OF_AN_EXTENSION}
    group by 1, 2 order by 1, 2`);
  return rows;
}

/** Where each sequence stands; one that was never used has no place here. */
export async function readSequences(client: Querying): Promise<readonly ManifestSequence[]> {
  // The function fails for whatever is no sequence, and a condition alone does not keep the planner from calling it.
  const { rows } = await client.query<Omit<ManifestSequence, 'value'> & { readonly value: number | null }>(`
    select n.nspname::text as schema, c.relname::text as name, case c.relkind when 'S' then pg_sequence_last_value(c.oid) end as value
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${OTHERS_SCHEMAS} and ${NOT_OF_AN_EXTENSION} order by 1, 2`);
  return rows.flatMap(({ value, ...sequence }) => (value === null ? [] : [{ ...sequence, value }]));
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const qualified = ({ schema, name }: { readonly schema: string; readonly name: string }): string => `${quote(schema)}.${quote(name)}`;

export async function setSequences(client: Querying, sequences: readonly ManifestSequence[]): Promise<void> {
  for (const sequence of sequences) await client.query('select setval($1::regclass, $2)', [qualified(sequence), sequence.value]);
}

/** The first table that has a row; undefined when all are empty. */
export async function firstFilled(client: Querying): Promise<string | undefined> {
  for (const table of await readTables(client)) {
    const { rows } = await client.query<{ filled: boolean }>(`select exists (select from ${qualified(table)}) as filled`);
    if (rows[0]?.filled === true) return table.name;
  }
  return undefined;
}

/**
 * Lets rows be written in any order: takes the foreign keys off and puts triggers to sleep. The
 * returned function puts both back, and every row is then checked against its foreign keys.
 */
export async function loosen(client: Querying): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(`
    select c.oid::regclass::text as table, k.conname::text as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${OTHERS_SCHEMAS}`);
  const tables = await readTables(client);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${quote(name)}`);
  for (const table of tables) await client.query(`alter table ${qualified(table)} disable trigger user`);
  return async () => {
    for (const table of tables) await client.query(`alter table ${qualified(table)} enable trigger user`);
    for (const { table, name, definition } of keys) await client.query(`alter table ${table} add constraint ${quote(name)} ${definition}`);
  };
}
