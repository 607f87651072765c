import { readQueries } from '../../../fixtures/judged/index.ts';
import type { MeetingMoments } from '../../../server/src/search/index.ts';
import type { Context } from '../../context.ts';
import type { Figure } from '../../report/figures.ts';
import { archive } from '../speed/archive.ts';
import { readPools } from '../speed/pools.ts';
import { judgedMoments } from './judged-moments.ts';
import { mean, recall10 } from './metrics.ts';
import { openfloorSearch } from './ours.ts';
import { scoreAll } from './score.ts';
import { openWorld } from './world.ts';

/** The known moments once more, looked for among all those of a large archive of real texts, judged meetings being as old as they say. */
export async function knownInArchive(context: Context): Promise<readonly Figure[]> {
  const { rows } = context.options;
  await using world = await openWorld(await context.folder('search-in-archive'));
  const judged = judgedMoments();
  const pools = await readPools();
  context.say(`an archive of ${rows} texts is made and indexed`);
  async function* meetings(): AsyncGenerator<MeetingMoments> {
    yield* judged.meetings;
    yield* archive(pools, rows);
  }
  const { texts } = await world.index.rebuild(meetings(), async () => undefined);
  const scored = await scoreAll(openfloorSearch(world.index, judged, world.tagging), readQueries().filter(({ half, kind }) => half === 'test' && kind === 'known'));
  const lost = scored.filter(({ reciprocalRank }) => reciprocalRank < 0.5);
  for (const { query } of lost) context.say(`not among the first two: ${query.language} ${query.text}`);
  const what = `${scored.length} known moments among ${texts} texts`;
  return [
    { what: `${what}: MRR`, measured: mean(scored.map(({ reciprocalRank }) => reciprocalRank)), unit: '', must: { of: 'value', least: 0.85 } },
    { what: `${what}: found among the first ten`, measured: mean(scored.map(({ ranking, query }) => recall10(ranking, new Set(query.grades.keys())))), unit: '' },
  ];
}
