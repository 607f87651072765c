import type { Database } from '../../../server/src/platform/db/index.ts';
import type { QueryExpansion, SearchIndex } from '../../../server/src/search/index.ts';
import type { JudgedMoments } from './judged-moments.ts';
import { JUDGED_DEPTH, type Searcher } from './searcher.ts';

/** Puts the judged set into Openfloor's index; what it holds already stays. */
export async function putJudged(database: Database, index: SearchIndex, { meetings }: JudgedMoments): Promise<void> {
  await database.transaction(async (tx) => {
    for (const meeting of meetings) await index.put(tx, meeting);
  });
}

/** Openfloor's search, through the port that its pages use. */
export const openfloorSearch = (index: SearchIndex, { idOf }: JudgedMoments, expansion: QueryExpansion): Searcher => ({
  name: 'Openfloor',
  async rank({ text, language }) {
    const concepts = await expansion.expand(text, language);
    const { hits } = await index.find({ text, language, concepts, filters: {}, order: 'relevance', offset: 0, limit: JUDGED_DEPTH, complete: false });
    return hits.map((hit) => idOf(hit) ?? `${hit.meetingId} ${hit.startMs}`);
  },
});
