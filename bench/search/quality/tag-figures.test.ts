import { expect, it } from 'vitest';
import { tagFigures } from './tag-figures.ts';
import type { TaggedMoment } from './tagging.ts';

const tagged = (half: TaggedMoment['half'], language: TaggedMoment['language'], given: number, right: number, wanted: number): TaggedMoment => ({ half, language, given, right, wanted });

it('counts topics, not moments, and measures on the unseen ones alone', () => {
  const figures = new Map(tagFigures([
    tagged('unseen', 'fr', 3, 2, 4), tagged('unseen', 'es', 1, 1, 1), tagged('unseen', 'fr', 1, 0, 0), tagged('unseen', 'fr', 0, 0, 0), tagged('fresh', 'es', 5, 1, 2),
    tagged('test', 'fr', 2, 0, 1), tagged('tune', 'fr', 2, 2, 3),
  ]).map((figure) => [figure.what, figure]));
  expect(figures.get('topics given to moments: precision')).toMatchObject({ measured: 3 / 5, must: { least: 0.9 }, note: '4 moments that nothing is tuned on' });
  expect(figures.get('topics given to moments: recall')).toMatchObject({ measured: 3 / 5, must: { least: 0.6 } });
  expect(figures.get('topics, French: precision')?.measured).toBe(0.5);
  expect(figures.get('topics, Spanish: recall')?.measured).toBe(1);
  expect(figures.get('topics, Russian: recall')?.measured).toBeNaN();
  expect(figures.get('moments that the vocabulary has nothing for: share that got no topic')?.measured).toBe(0.5);
  expect(figures.get('while tuning: precision')).toMatchObject({ measured: 0.5, note: '2 moments that tagging was tuned on: it flatters' });
  expect(figures.get('while tuning, fresh moments: precision')).toMatchObject({ measured: 0.2, note: '1 moments that tagging was tuned on: it flatters' });
  expect(figures.get('while tuning, French: recall')?.measured).toBe(0.5);
});
