import { alignmentTables } from './words/alignment/index.ts';
import { lagFigures } from './words/lag.ts';
import { recognitionFigures } from './words/recognition.ts';
import { recordFigures } from './words/records/index.ts';
import { tableBench, type FigureTable } from './table-bench.ts';

/** In the order in which they are measured; each has a folder or file of its own. */
const TABLES: readonly FigureTable[] = [
  { name: 'lag', about: 'how far interpretation runs behind the floor', run: async () => lagFigures() },
  ...alignmentTables,
  { name: 'records', about: 'where official records stand on the channels of their languages', run: recordFigures },
  { name: 'recognition', about: 'what recognition takes, with a model of yours where one is set up', run: recognitionFigures },
];

/** Words in time. */
export const words = tableBench({ name: 'words', about: 'words in time', tables: TABLES });
