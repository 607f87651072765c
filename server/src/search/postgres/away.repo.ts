import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';

// No such table, no such schema.
const MISSING: ReadonlySet<string> = new Set(['42P01', '3F000']);
// Whoever reads while a new index takes the place of the old one may stand in its way.
const DEADLOCK = '40P01';

const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? '';

/** Whether an error of the driver says that a table of the index isn't there. */
export const isMissing = (error: unknown): boolean => MISSING.has(codeOf(error));

export const searchAway = (cause: unknown): AppError => new AppError('search_away', {}, { cause });

/** Whether the index's tables are there. */
export async function isIndexThere(db: Db): Promise<boolean> {
  const { rows: [found] } = await sql<{ there: boolean }>`select to_regclass('search.meetings') is not null as there`.execute(db);
  return found?.there ?? false;
}

/** Reads the index; once more where it is just replaced by another. Throws `search_away` where there is none. */
export async function askIndex<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isMissing(error) && codeOf(error) !== DEADLOCK) throw error;
  }
  try {
    return await ask();
  } catch (error) {
    throw isMissing(error) ? searchAway(error) : error;
  }
}
