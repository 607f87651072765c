import type { Bench } from './context.ts';
import type { Figure } from './report/figures.ts';
import { table } from './report/table.ts';
import { alignmentTables } from './words/alignment/index.ts';
import { lagFigures } from './words/lag.ts';
import { recognitionFigures } from './words/recognition.ts';
import { recordFigures } from './words/records/index.ts';
import type { WordsTable } from './words/table.ts';

/** In the order in which they are measured; each has a folder or file of its own. */
const TABLES: readonly WordsTable[] = [
  { name: 'lag', about: 'how far interpretation runs behind the floor', run: async () => lagFigures() },
  ...alignmentTables,
  { name: 'records', about: 'where official records stand on the channels of their languages', run: recordFigures },
  { name: 'recognition', about: 'what recognition takes, with a model of yours where one is set up', run: recognitionFigures },
];

/** Words in time. */
export const words: Bench = {
  name: 'words',
  about: `words in time: ${TABLES.map(({ name }) => name).join(', ')}`,
  async run(context) {
    const { tables } = context.options;
    const unknown = tables.filter((name) => !TABLES.some((one) => one.name === name));
    if (unknown.length > 0) throw new RangeError(`There is no table ${unknown.join(', ')}; there are ${TABLES.map(({ name }) => name).join(', ')}.`);
    const figures: Figure[] = [];
    for (const one of TABLES.filter(({ name }) => tables.length === 0 || tables.includes(name))) {
      context.say(`${one.name}: ${one.about}`);
      const own = await one.run(context);
      // They take long, so each is shown as soon as it is there.
      process.stdout.write(`\n${one.name}\n${table(own)}\n\n`);
      figures.push(...own);
    }
    return figures;
  },
};
