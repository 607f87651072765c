import { sql } from 'kysely';
import type { Browse } from '#meetings/index.ts';
import { rememberEach, type Db } from '#platform/db/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { NameSource } from './search.ports.ts';

interface Row {
  readonly kind: 'bodies' | 'series' | 'topics';
  readonly slug: string;
  readonly names: LocalizedText;
}

const MOST = 2000;

/** Names as the catalogue has them; `version` changes whenever anything in the database may have changed. */
export const catalogueNames = (db: Db, browse: Pick<Browse, 'names'>, version: () => Promise<string>): NameSource => {
  const names = rememberEach<string, LocalizedText | null>(MOST, async (keys) => {
    const of = (kind: Row['kind']): readonly string[] => keys.filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));
    const { rows } = await sql<Row>`
      select 'bodies' as kind, slug, names from bodies where slug = any(${of('bodies')}::text[])
      union all select 'series', slug, titles from series where slug = any(${of('series')}::text[])
      union all select 'topics', slug, labels from topics where slug = any(${of('topics')}::text[])`.execute(db);
    const found = new Map(rows.map(({ kind, slug, names: called }) => [`${kind} ${slug}`, Object.keys(called).length > 0 ? called : { und: slug }]));
    return keys.map((key) => [key, found.get(key) ?? null]);
  });
  return {
    find: (text, limit) => browse.names(text, limit),
    names: async (slugs) => {
      const kinds = ['bodies', 'series', 'topics'] as const;
      const asked = kinds.flatMap((kind) => slugs[kind].map((slug) => `${kind} ${slug}`));
      const known = asked.length === 0 ? new Map<string, LocalizedText | null>() : await names(await version(), asked);
      const of = (kind: Row['kind']) => new Map(slugs[kind].flatMap((slug) => {
        const called = known.get(`${kind} ${slug}`);
        return called == null ? [] : [[slug, called] as const];
      }));
      return { bodies: of('bodies'), series: of('series'), topics: of('topics') };
    },
  };
};
