import { readQueries, type JudgedQuery } from '../../../fixtures/judged/index.ts';
import type { Figure } from '../../report/figures.ts';
import type { Workplace } from '../../workplace.ts';
import { gainFigures, qualityFigures } from './figures.ts';
import { judgedMoments } from './judged-moments.ts';
export { learnTags } from './learn-tags.ts';
import { openfloorSearch, putJudged } from './ours.ts';
import { plainSearch } from './plain.ts';
import { scoreAll } from './score.ts';
import { tagFigures } from './tag-figures.ts';
import { tagJudged } from './tagging.ts';
import { openWorld } from './world.ts';

const measured = (): readonly JudgedQuery[] => readQueries().filter(({ half }) => half === 'test');

/** How well Openfloor's search answers the judged questions, beside what PostgreSQL does by itself. */
export async function searchQuality(context: Workplace): Promise<readonly Figure[]> {
  await using world = await openWorld(await context.folder('search-quality'));
  const judged = judgedMoments();
  await putJudged(world.database, world.index, judged);
  const plain = await plainSearch(world.database);
  const queries = measured();
  const ours = await scoreAll(openfloorSearch(world.index, judged, world.tagging), queries);
  return [...qualityFigures(ours, await scoreAll(plain.all, queries), plain.all.name), ...gainFigures(ours, await scoreAll(plain.any, queries), plain.any.name)];
}

/** How well topics are found in the judged moments. */
export async function tagQuality(context: Workplace): Promise<readonly Figure[]> {
  await using world = await openWorld(await context.folder('tag-quality'));
  return tagFigures(await tagJudged(world.database, world.tagging));
}
