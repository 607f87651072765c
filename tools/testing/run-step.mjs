import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../setup/run.mjs';
import { seconds } from '../setup/say.mjs';
import { count, countLastLine, failures } from './count.mjs';
import { testEnvironment } from './environment.mjs';
import { ROOT } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {import('./count.mjs').Counts} Counts */
/** @typedef {Counts & { failures: readonly string[] }} Outcome counts, and a line for each test that failed */

/** Runs a step, shows what a person needs to see of it, and counts.
 * @param {Step} step @returns {Promise<Outcome & { took: string }>} */
export async function runStep(step) {
  const began = Date.now();
  console.log(`\n== ${step.name}`);
  const outcome = step.counts === 'vitest' ? await runVitest(step) : { ...await runCheck(step), failures: [] };
  const took = seconds(Date.now() - began);
  console.log(`== ${step.name}: ${outcome.failed === 0 ? 'ok' : 'FAILED'} in ${took}`);
  return { ...outcome, took };
}

/** A check speaks only when it fails. @param {Step} step @returns {Promise<Counts>} */
async function runCheck({ command: [program, ...args], counts }) {
  const { code, output } = await run(program, args, { cwd: ROOT, env: testEnvironment() });
  if (code !== 0) console.log(output);
  if (counts === 'last-line') return countLastLine(output, code);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** Tests are shown while they run; the figures come from vitest's report. @param {Step} step @returns {Promise<Outcome>} */
async function runVitest({ name, command: [program, ...args] }) {
  const folder = join(ROOT, 'node_modules', '.cache', 'openfloor');
  const report = join(folder, `${name}.report.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(program, [...args, ...reporters], { cwd: ROOT, env: testEnvironment(), stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = /** @type {[number | null]} */ (await once(child, 'close'));
  const told = readReport(report);
  return { ...count(told, code ?? 1), failures: failures(told).map((line) => line.replace(ROOT, '')) };
}

/** @param {string} file @returns {import('./count.mjs').Report | undefined} */
function readReport(file) {
  try {
    return /** @type {import('./count.mjs').Report} */ (JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
