import type { SearchAnswer, SearchQuestion } from '#search/index.ts';

/** Where the search page gets what was said from. */
export interface MomentSource {
  find(question: SearchQuestion): Promise<SearchAnswer>;
}
