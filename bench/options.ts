import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Options {
  /** Which benches; empty for all but `fresh`. */
  readonly names: readonly string[];
  /** Length of the long meeting. */
  readonly hours: number;
  /** How often times are measured whose median counts. */
  readonly runs: number;
  /** Kills in the robustness bench. */
  readonly kills: number;
  /** Where the random points of the kills come from. */
  readonly seed: number;
  /** Length of the channels whose words are aligned. */
  readonly minutes: number;
  /** How many texts of moments the archive of `search` has; a million unless told. */
  readonly rows: number;
  /** Which tables of `words` or `search`; empty for all. */
  readonly tables: readonly string[];
}

export const USAGE = 'npm run bench -- [copy] [memory] [sync] [full] [robustness] [pages] [ranges] [player] [words] [search] [clips] [lighthouse] [fresh] [--hours 3] [--runs 3] [--kills 20] [--seed 1] [--minutes 60] [--rows 1000000] [--tables lag,align-exact,...]';

/** Reads the command line; throws with a sentence when it makes no sense. */
export function readOptions(args: readonly string[]): Options {
  const { positionals, values } = parseArgs({
    args: [...args], allowPositionals: true,
    options: {
      hours: { type: 'string', default: '3' }, runs: { type: 'string', default: '3' }, kills: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '60' }, rows: { type: 'string', default: '1000000' }, tables: { type: 'string', default: '' },
    },
  });
  const number = (name: keyof typeof values, least: number): number => {
    const value = Number(values[name]);
    if (!(value >= least)) throw new RangeError(`--${name} must be a number from ${least} on.`);
    return value;
  };
  // The made meeting repeats itself each 64 s, and the places that are listened to must not be the same.
  return {
    names: positionals, hours: number('hours', 0.05), runs: number('runs', 1), kills: number('kills', 1), seed: number('seed', 0),
    minutes: number('minutes', 2), rows: Math.round(number('rows', 1000)), tables: values.tables.split(',').filter((name) => name !== ''),
  };
}
