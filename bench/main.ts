import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clips } from './clips.ts';
import { openContext, RESULTS, type Bench } from './context.ts';
import { copy } from './copy.ts';
import { fresh } from './fresh.ts';
import { full } from './full.ts';
import { lighthouseBench } from './lighthouse.ts';
import { memory } from './memory.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { pages } from './pages.ts';
import { player } from './player.ts';
import { ranges } from './ranges.ts';
import { holds, ratioOf, type Figure } from './report/figures.ts';
import { inWords, lookAtMachine } from './report/machine.ts';
import { table } from './report/table.ts';
import { robustness } from './robustness.ts';
import { search } from './search.ts';
import { sync } from './sync.ts';
import { words } from './words.ts';

/** In the order in which they run: what measures times first, before the machine gets warm. */
const BENCHES: readonly Bench[] = [copy, memory, sync, full, robustness, pages, ranges, player, words, search, clips, lighthouseBench, fresh];
/** Installs everything anew over the network, so it runs only when it is asked for. */
const ON_REQUEST = new Set(['fresh']);

interface Result {
  readonly bench: string;
  readonly seconds: number;
  readonly figures: readonly Figure[];
  /** Why it could not be measured. */
  readonly failure?: string;
}

const chosen = ({ names }: Options): Bench[] => {
  const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown.length > 0) throw new RangeError(`There is no bench ${unknown.join(', ')}.`);
  return BENCHES.filter(({ name }) => (names.length === 0 ? !ON_REQUEST.has(name) : names.includes(name)));
};

async function runAll(options: Options): Promise<boolean> {
  const benches = chosen(options);
  const machine = await lookAtMachine();
  process.stdout.write(`${inWords(machine)}\n`);
  await using context = await openContext(options);
  const results: Result[] = [];
  for (const bench of benches) {
    process.stdout.write(`\n${bench.name}: ${bench.about}\n`);
    const result = await runOne(bench, context);
    results.push(result);
    process.stdout.write(`${result.failure ?? table(result.figures)}\n(${result.seconds.toFixed(0)} s)\n`);
    await save({ machine, options, results });
  }
  const figures = results.flatMap((result) => result.figures);
  const missed = figures.filter((figure) => holds(figure) === false).length + results.filter(({ failure }) => failure !== undefined).length;
  process.stdout.write(`\n${figures.filter((figure) => holds(figure)).length} figures hold, ${missed} do not. ${join('bench-results', 'latest.json')}\n`);
  return missed === 0;
}

async function runOne(bench: Bench, context: Parameters<Bench['run']>[0]): Promise<Result> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  try {
    const figures = await bench.run(context);
    return { bench: bench.name, seconds: seconds(), figures };
  } catch (error) {
    return { bench: bench.name, seconds: seconds(), figures: [], failure: `could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` };
  }
}

async function save(report: { readonly machine: object; readonly options: Options; readonly results: readonly Result[] }): Promise<void> {
  const results = report.results.map((result) => ({ ...result, figures: result.figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), holds: holds(figure) })) }));
  const file = join(RESULTS, 'latest.json');
  await mkdir(RESULTS, { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify({ ...report, results }, undefined, 2)}\n`);
  await rename(`${file}.new`, file);
}

// Ends what was started too; what was written goes with the next run.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  process.exitCode = await runAll(readOptions(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 2;
}
