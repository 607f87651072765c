import type { JudgedQuery } from '../../../fixtures/judged/index.ts';

/** A search that is judged. */
export interface Searcher {
  readonly name: string;
  /** Ids of what answers, the best first; what isn't of the judged set counts with a name of its own. */
  readonly rank: (query: Pick<JudgedQuery, 'text' | 'language'>) => Promise<readonly string[]>;
}

/** How many answers of each search are judged. */
export const JUDGED_DEPTH = 50;
