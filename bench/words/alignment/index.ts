import type { FigureTable } from '../../table-bench.ts';
import { cost } from './cost.ts';
import { human, sonnets } from './human.ts';
import { exactText, gaps } from './synthetic.ts';

/** Texts laid along the sound of their channels. */
export const alignmentTables: readonly FigureTable[] = [human, sonnets, exactText, gaps, cost];
