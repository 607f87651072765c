import { readMeetings, type JudgedQuery } from '../../../fixtures/judged/index.ts';
import { ndcg10, recall10, reciprocalRank } from './metrics.ts';
import type { Searcher } from './searcher.ts';

/** How well a search answers one question. */
export interface Scored {
  readonly query: JudgedQuery;
  readonly ranking: readonly string[];
  readonly reciprocalRank: number;
  readonly ndcg: number;
  /** Of what is just right, what has words in the language of the query but was said in another; NaN where there is none. */
  readonly recallByChannel: number;
  /** Of what is just right, what has no words in the language of the query; NaN where there is none, or the query names no concept. */
  readonly recallByConcept: number;
}

const JUST_RIGHT = 3;

/** Asks all questions, one after the other. */
export async function scoreAll(searcher: Searcher, queries: readonly JudgedQuery[]): Promise<readonly Scored[]> {
  const moments = new Map(readMeetings().flatMap((meeting) => meeting.moments).map((moment) => [moment.id, moment]));
  const scored: Scored[] = [];
  for (const query of queries) {
    const ranking = await searcher.rank(query);
    const right = [...query.grades].filter(([, grade]) => grade === JUST_RIGHT).flatMap(([id]) => moments.get(id) ?? []);
    const hasWords = right.filter(({ words }) => words[query.language] !== undefined);
    const byChannel = new Set(hasWords.filter(({ floor }) => floor !== query.language).map(({ id }) => id));
    const byConcept = new Set(query.kind === 'concept' ? right.filter((moment) => !hasWords.includes(moment)).map(({ id }) => id) : []);
    scored.push({
      query, ranking, reciprocalRank: reciprocalRank(ranking, query.grades), ndcg: ndcg10(ranking, query.grades),
      recallByChannel: recall10(ranking, byChannel), recallByConcept: recall10(ranking, byConcept),
    });
  }
  return scored;
}
