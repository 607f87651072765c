import { describe, expect, it } from 'vitest';
import { readQueries } from '../../../fixtures/judged/index.ts';
import { gainFigures, qualityFigures } from './figures.ts';
import { judgedMoments } from './judged-moments.ts';
import { mean } from './metrics.ts';
import { scoreAll } from './score.ts';
import type { Searcher } from './searcher.ts';

const queries = readQueries().filter(({ half }) => half === 'test');
const bestFirst = (text: string, language: string) =>
  [...queries.find((query) => query.text === text && query.language === language)?.grades ?? []].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
const perfect: Searcher = { name: 'knows all', rank: async ({ text, language }) => bestFirst(text, language) };
const late: Searcher = { name: 'comes fourth', rank: async ({ text, language }) => ['x', 'y', 'z', ...bestFirst(text, language)] };
const blind: Searcher = { name: 'finds nothing', rank: async () => [] };

describe('the judged moments as an index takes them', () => {
  it('are known again by where they stand in their meeting', () => {
    const { meetings, idOf } = judgedMoments();
    const ids = meetings.flatMap(({ meetingId, moments }) => moments.map(({ startMs }) => idOf({ meetingId, startMs })));
    expect(ids.every((id) => id !== undefined)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(idOf({ meetingId: meetings[0]?.meetingId ?? '', startMs: 1 })).toBeUndefined();
  });
});

describe('the score of a search', () => {
  it('is full for one that knows all, nothing for one that finds nothing, and less for one that is late', async () => {
    const [full, less, nothing] = await Promise.all([perfect, late, blind].map((searcher) => scoreAll(searcher, queries)));
    const ndcg = (scored: typeof full) => mean((scored ?? []).map((one) => one.ndcg));
    expect([ndcg(full), ndcg(nothing)]).toEqual([1, 0]);
    expect(ndcg(less)).toBeLessThan(0.7);
    const known = less?.filter(({ query }) => query.kind === 'known') ?? [];
    expect(new Set(known.map(({ reciprocalRank }) => reciprocalRank))).toEqual(new Set([1 / 4]));
    const recalls = (full ?? []).flatMap(({ recallByChannel, recallByConcept }) => [recallByChannel, recallByConcept]);
    expect(new Set(recalls.filter((recall) => !Number.isNaN(recall)))).toEqual(new Set([1]));
  });

  it('is shown beside another search, with all that must be reached', async () => {
    const [full, less] = await Promise.all([scoreAll(perfect, queries), scoreAll(late, queries)]);
    const figures = qualityFigures(full, less, late.name);
    expect(figures.filter(({ must }) => must).length).toBeGreaterThanOrEqual(17);
    expect(figures.every(({ measured }) => Number.isFinite(measured))).toBe(true);
    const [gain, low, high] = gainFigures(full, less, late.name).map(({ measured }) => measured);
    expect(low).toBeLessThan(gain ?? 0);
    expect(high).toBeGreaterThan(gain ?? 1);
    expect(gainFigures(less, full, perfect.name)[0]?.measured).toBeCloseTo(-(gain ?? 0), 10);
  });
});
