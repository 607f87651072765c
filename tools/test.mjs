// Runs the checks and the tests one after the other and ends with one line: how many passed, how many failed.
// `node tools/test.mjs` runs all but the corpus; names of steps or groups (checks, unit, e2e, ...) run only these.
import { STEPS, chooseSteps } from './testing/steps.mjs';
import { runStep } from './testing/run-step.mjs';

const names = process.argv.slice(2);
const chosen = chooseSteps(names);
if (chosen.length === 0) {
  const known = [...new Set(STEPS.flatMap(({ name, group }) => [group, name]))];
  console.error(`There is no step ${names.join(', ')}. Steps and groups: ${known.join(', ')}.`);
  process.exit(1);
}

/** @type {(import('./testing/run-step.mjs').Outcome & { step: import('./testing/steps.mjs').Step, took: string })[]} */
const results = [];
for (const step of chosen) results.push({ step, ...(await runStep(step)) });

console.log('');
for (const { step, passed, failed, skipped, took } of results) {
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  console.log(`${failed > 0 ? 'FAIL' : 'ok  '} ${step.name.padEnd(12)} ${took.padStart(7)}   ${counts}`);
}
for (const line of results.flatMap(({ failures }) => failures)) console.log(`FAILED ${line}`);
const total = (/** @type {'passed' | 'failed'} */ which) => results.reduce((sum, result) => sum + result[which], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') > 0 ? 1 : 0;
