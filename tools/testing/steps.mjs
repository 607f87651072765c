import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(ROOT, 'node_modules');
/** Tests run on the Node that Openfloor brings, also when this file was started by another. */
const NODE = join(BIN, 'node', 'bin', 'node');

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {'checks' | 'tests' | 'corpus'} group
 * @property {readonly [string, ...string[]]} command
 * @property {'exit' | 'last-line' | 'vitest'} counts how its results are counted: as one, by its last line, by vitest's report
 */

/** @param {string} name @param {readonly [string, ...string[]]} command @param {'exit' | 'last-line'} [counts] @returns {Step} */
const check = (name, command, counts = 'exit') => ({ name, group: 'checks', command, counts });

/** @param {string} name @param {'tests' | 'corpus'} [group] @returns {Step} */
const tests = (name, group = 'tests') => ({
  name, group, counts: 'vitest', command: [NODE, join(BIN, 'vitest', 'vitest.mjs'), 'run', '--project', name],
});

/** In the order in which they fail fastest. @type {readonly Step[]} */
export const STEPS = [
  check('lint', [NODE, join(BIN, 'oxlint', 'bin', 'oxlint'), '.']),
  check('types', [NODE, join(BIN, 'typescript', 'bin', 'tsc'), '-p', '.']),
  check('boundaries', [NODE, 'tools/check-boundaries.ts']),
  check('unused', [NODE, join(BIN, 'knip', 'bin', 'knip.js'), '--no-progress']),
  check('house', [NODE, 'tools/check-house.ts'], 'last-line'),
  check('build', [NODE, 'tools/build.mjs']),
  tests('unit'),
  tests('database'),
  tests('media'),
  tests('e2e'),
  tests('listening'),
  tests('corpus', 'corpus'),
];

/** Without names: everything but the corpus, which is not part of the project. @param {readonly string[]} names */
export const chooseSteps = (names) =>
  STEPS.filter(({ name, group }) => (names.length === 0 ? group !== 'corpus' : names.includes(name) || names.includes(group)));
