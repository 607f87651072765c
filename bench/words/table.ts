import type { Context } from '../context.ts';
import type { Figure } from '../report/figures.ts';

/** Figures on one question about words in time. */
export interface WordsTable {
  /** As the command line names it. */
  readonly name: string;
  readonly about: string;
  run(context: Context): Promise<readonly Figure[]>;
}
