import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { MergedMoment } from '../rank/merge.domain.ts';
import type { Frequencies, LanguageFacts, Reading } from '../rank/reading.domain.ts';
import { setsQuery } from './literals.ts';

/** What must not be said in a language. */
export interface Exclusion {
  readonly facts: LanguageFacts;
  readonly reading: Reading;
  readonly frequencies: Frequencies;
}

/**
 * Those moments that have nothing of what was excluded in any of these languages: a moment is found by the words of one language,
 * and what is not wanted may be said in another.
 */
export async function withoutExcluded(db: Db, merged: readonly MergedMoment[], exclusions: readonly Exclusion[]): Promise<readonly MergedMoment[]> {
  const gone = new Set<number>();
  for (const { facts: { language }, reading, frequencies } of exclusions) {
    const excluded = reading.excluded.filter(({ words, prefix }) => prefix || words.every(({ key }) => frequencies.has(key)));
    if (excluded.length === 0 || merged.length === 0) continue;
    const { rows } = await sql<{ moment: number }>`select moment from search.texts where language = ${language}
      and moment = any(${merged.map(({ moment }) => moment)}::bigint[]) and words @@ ${setsQuery(excluded.map((part) => [part]), [])}::tsquery`.execute(db);
    for (const { moment } of rows) gone.add(moment);
  }
  return gone.size === 0 ? merged : merged.filter(({ moment }) => !gone.has(moment));
}
