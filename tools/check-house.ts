// Checks the rules of the house that no other tool knows. `node tools/check-house.ts` prints what is wrong.
import { fileURLToPath } from 'node:url';
import { checkDocs } from './checks/docs.ts';
import { checkLocales } from './checks/locales.ts';
import { checkNames, checkSize } from './checks/size.ts';
import { type Problem, readSources } from './checks/source.ts';
import { checkLeftovers, checkMachine } from './checks/text.ts';
import { checkSettingsPage } from './settings-page.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = readSources(root);

const checks: Readonly<Record<string, () => Problem[] | Promise<Problem[]>>> = {
  'file sizes': () => checkSize(sources),
  'file names': () => checkNames(sources),
  'doc comments': () => checkDocs(sources),
  'nothing of one machine': () => checkMachine(sources),
  'nothing left over': () => checkLeftovers(sources),
  'settings page': () => checkSettingsPage(root),
  'six languages': async () => checkLocales(root, sources.map(({ path }) => path)),
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const problems = await check();
  if (problems.length > 0) failed++;
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  for (const { path, line, message } of problems) console.log(`     ${path}${line === undefined ? '' : `:${line}`}: ${message}`);
}
console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
