import { sql } from 'kysely';
import type { Browse } from '#meetings/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { NameSource } from './search.ports.ts';

interface Row {
  readonly kind: 'bodies' | 'series' | 'topics';
  readonly slug: string;
  readonly names: LocalizedText;
}

/** Names as the catalogue has them. */
export const catalogueNames = (db: Db, browse: Pick<Browse, 'names'>): NameSource => ({
  find: (text, limit) => browse.names(text, limit),
  names: async ({ bodies, series, topics }) => {
    const none = bodies.length + series.length + topics.length === 0;
    const { rows } = none ? { rows: [] } : await sql<Row>`
      select 'bodies' as kind, slug, names from bodies where slug = any(${[...bodies]}::text[])
      union all select 'series', slug, titles from series where slug = any(${[...series]}::text[])
      union all select 'topics', slug, labels from topics where slug = any(${[...topics]}::text[])`.execute(db);
    const of = (wanted: Row['kind']) => new Map(rows.filter(({ kind }) => kind === wanted).map(({ slug, names }) => [slug, Object.keys(names).length > 0 ? names : { und: slug }]));
    return { bodies: of('bodies'), series: of('series'), topics: of('topics') };
  },
});
