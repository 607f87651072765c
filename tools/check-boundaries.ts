// Holds the layers of docs/architecture.md: reads every import with dependency-cruiser, by the rules in checks/layers.ts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { LAYER_RULES } from './checks/layers.ts';
import { teachUsing } from './checks/using.ts';

const FOLDERS = ['packages', 'server/src', 'server/migrations', 'fixtures', 'tools', 'bench', 'e2e'];

const REASONS = new Map(LAYER_RULES.map(({ name, comment }) => [name, comment]));

const OPTIONS: ICruiseOptions = {
  // TypeScript 7 has no programming interface that dependency-cruiser knows; swc reads the same syntax.
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: ['node_modules'] },
  exclude: { path: ['(^|/)dist/'] },
  validate: true,
  ruleSet: { forbidden: [...LAYER_RULES] },
};

const RESOLVING = {
  exportsFields: ['exports'],
  conditionNames: ['import', 'node', 'default', 'types'],
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
};

teachUsing();

/** Lists the imports that break a layer, each with the rule's reason. */
export async function checkBoundaries(root: string): Promise<string[]> {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(folders, { ...OPTIONS, baseDir: root }, RESOLVING);
  const { summary } = output as ICruiseResult;
  return summary.violations.map(({ from, to, rule, cycle }) => {
    const path = cycle === undefined ? to : cycle.map(({ name }) => name).join(' -> ');
    return `${from} -> ${path}\n     ${rule.name}: ${REASONS.get(rule.name) ?? ''}`;
  });
}

/** What is wrong, line by line; a source that can't be read is one of the things that can be wrong. */
async function report(): Promise<string[]> {
  try {
    return await checkBoundaries(fileURLToPath(new URL('..', import.meta.url)));
  } catch (error) {
    return [(error instanceof Error ? error.message : String(error)).split('Caused by:')[0] ?? ''];
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const broken = await report();
  broken.forEach((line) => console.log(line));
  console.log(broken.length === 0 ? 'Every import keeps its layer.' : `${broken.length} imports break a layer.`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}
