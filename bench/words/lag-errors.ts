import type { JudgedLag } from '../../fixtures/lag/index.ts';
import { quantile } from '../measure/statistics.ts';
import type { Figure, Limit } from '../report/figures.ts';

/** How far off lags are, in the median and at 95 %. */
export function errors(what: string, judged: readonly JudgedLag[], note: string, middle?: Limit, most?: Limit): Figure[] {
  const seconds = judged.map(({ offMs }) => offMs / 1000);
  return [
    { what: `lag, ${what}: off by (median)`, measured: quantile(seconds, 0.5), unit: 's', ...(middle && { must: middle }), note },
    { what: `lag, ${what}: off by (95 %)`, measured: quantile(seconds, 0.95), unit: 's', ...(most && { must: most }), note },
  ];
}
