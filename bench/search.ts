import type { Bench } from './context.ts';
import type { Figure } from './report/figures.ts';
import { table } from './report/table.ts';
import { knownInArchive } from './search/quality/in-archive.ts';
import { searchQuality, tagQuality } from './search/quality/index.ts';
import { tagSpeed } from './search/tag-speed.ts';
import { searchSpeed } from './search/speed/index.ts';
import type { WordsTable } from './words/table.ts';

/** In the order in which they are measured. */
const TABLES: readonly WordsTable[] = [
  { name: 'quality', about: 'how well judged questions are answered, beside plain PostgreSQL', run: searchQuality },
  { name: 'known', about: 'how well known moments are found again among all those of a large archive', run: knownInArchive },
  { name: 'speed', about: 'how fast it answers over a large archive, and how fast that is indexed, beside plain PostgreSQL', run: searchSpeed },
  { name: 'tags', about: 'how well topics are found in judged moments', run: tagQuality },
  { name: 'topics', about: 'how fast a long meeting is tagged by a large vocabulary', run: tagSpeed },
];

/** Finding the moment at which something was said. */
export const search: Bench = {
  name: 'search',
  about: `search: ${TABLES.map(({ name }) => name).join(', ')}`,
  async run(context) {
    const { tables } = context.options;
    const figures: Figure[] = [];
    for (const one of TABLES.filter(({ name }) => tables.length === 0 || tables.includes(name))) {
      context.say(`${one.name}: ${one.about}`);
      const own = await one.run(context);
      process.stdout.write(`\n${one.name}\n${table(own)}\n\n`);
      figures.push(...own);
    }
    return figures;
  },
};
