import { JUDGED_LANGUAGES, type QueryKind } from '../../../fixtures/judged/index.ts';
import type { Figure } from '../../report/figures.ts';
import { bootstrapDifference, mean } from './metrics.ts';
import type { Scored } from './score.ts';

const SEED = 20_260_312;
const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language' });
const KINDS: Readonly<Record<QueryKind, string>> = { known: 'known moments', topic: 'subjects', concept: 'subjects, some of it without words in the language asked' };
const NOTE = 'on the half of the judged questions that nothing is tuned on';

type Measure = (scored: Scored) => number;
const ndcg: Measure = (one) => one.ndcg;
const meanOf = (scored: readonly Scored[], measure: Measure): number => mean(scored.map((one) => measure(one)).filter((value) => !Number.isNaN(value)));

/** How much better one search is than another in nDCG@10 over the same questions, with what chance leaves open. */
export function gainFigures(ours: readonly Scored[], plain: readonly Scored[], comparedWith: string): readonly Figure[] {
  const gain = bootstrapDifference(ours.map(ndcg), plain.map(ndcg), SEED);
  return [
    { what: `nDCG@10: how much above ${comparedWith}`, measured: gain.mean, unit: '', must: { of: 'value', least: 0.1 }, note: NOTE },
    { what: 'the same: lower end of the interval that holds 95 of 100 bootstrap draws', measured: gain.low, unit: '', must: { of: 'value', least: 0 }, note: NOTE },
    { what: 'the same: upper end', measured: gain.high, unit: '', note: NOTE },
  ];
}

/** What one search reaches beside another, over the same questions in the same order. */
export function qualityFigures(ours: readonly Scored[], plain: readonly Scored[], comparedWith: string): readonly Figure[] {
  const beside = (what: string, measure: Measure, of: (scored: Scored) => boolean, least?: number): Figure => ({
    what, measured: meanOf(ours.filter((one) => of(one)), measure), unit: '', note: NOTE, compared: { with: comparedWith, value: meanOf(plain.filter((one) => of(one)), measure) },
    ...(least === undefined ? {} : { must: { of: 'value', least } }),
  });
  const isKind = (kind: QueryKind) => ({ query }: Scored) => query.kind === kind;
  const each = (name: string, measure: Measure, of: (scored: Scored) => boolean, least?: number): Figure[] =>
    JUDGED_LANGUAGES.map((language) => beside(`${name}, ${LANGUAGE_NAMES.of(language) ?? language}`, measure, (one) => of(one) && one.query.language === language, least));
  const reciprocal: Measure = ({ reciprocalRank }) => reciprocalRank;
  const any = (): boolean => true;
  return [
    beside(`${ours.filter(isKind('known')).length} known moments: MRR`, reciprocal, isKind('known'), 0.85),
    ...each('known moments: MRR', reciprocal, isKind('known')),
    beside(`all ${ours.length} questions: nDCG@10`, ndcg, any),
    ...gainFigures(ours, plain, comparedWith),
    ...Object.entries(KINDS).map(([kind, name]) => beside(`${name}: nDCG@10`, ndcg, isKind(kind as QueryKind))),
    ...each('subjects: nDCG@10', ndcg, ({ query }) => query.kind !== 'known'),
    beside('said in another language, with a channel in the language asked: recall@10', ({ recallByChannel }) => recallByChannel, any, 0.9),
    ...each('by channel: recall@10', ({ recallByChannel }) => recallByChannel, any, 0.9),
    beside('by concept only, no words in the language asked: recall@10', ({ recallByConcept }) => recallByConcept, any, 0.6),
    ...each('by concept: recall@10', ({ recallByConcept }) => recallByConcept, any, 0.6),
  ];
}
