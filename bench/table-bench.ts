import type { Bench, Context } from './context.ts';
import type { Figure } from './report/figures.ts';
import { table } from './report/table.ts';

/** Figures on one question, measured by themselves. */
export interface FigureTable {
  /** As the command line names it. */
  readonly name: string;
  readonly about: string;
  run(context: Context): Promise<readonly Figure[]>;
}

/** A bench of several tables, measured in their order: all, or those that `--tables` names. Rejects with a RangeError for a name that isn't among them. */
export function tableBench({ name, about, tables }: { readonly name: string; readonly about: string; readonly tables: readonly FigureTable[] }): Bench {
  const known = tables.map((one) => one.name);
  return {
    name,
    about: `${about}: ${known.join(', ')}`,
    async run(context) {
      const wanted = context.options.tables;
      const unknown = wanted.filter((one) => !known.includes(one));
      if (unknown.length > 0) throw new RangeError(`There is no table ${unknown.join(', ')}; there are ${known.join(', ')}.`);
      const figures: Figure[] = [];
      for (const one of tables.filter((each) => wanted.length === 0 || wanted.includes(each.name))) {
        context.say(`${one.name}: ${one.about}`);
        const own = await one.run(context);
        // They take long, so each is shown as soon as it is there.
        process.stdout.write(`\n${one.name}\n${table(own)}\n\n`);
        figures.push(...own);
      }
      return figures;
    },
  };
}
