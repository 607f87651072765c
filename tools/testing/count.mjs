/**
 * @typedef {object} Report the part of vitest's JSON report that is counted
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {readonly { status: string, assertionResults: readonly { status: string }[] }[]} testResults
 */

const LAST_LINE = /^(\d+) passed, (\d+) failed$/m;

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts a run of vitest. A file that doesn't load has no failed test but is a failure, and so is an end with an
 * error that no test owns.
 * @param {Report | undefined} report @param {number} code vitest's exit code
 * @returns {Counts}
 */
export function count(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(({ status, assertionResults }) =>
    status === 'failed' && assertionResults.every((result) => result.status !== 'failed')).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: report.numPendingTests };
}

/** Counts a check that ends with a line such as "6 passed, 0 failed". @param {string} output @param {number} code @returns {Counts} */
export function countLastLine(output, code) {
  const [, passed, failed] = (LAST_LINE.exec(output.trim().split('\n').at(-1) ?? '') ?? []).map(Number);
  if (passed === undefined || failed === undefined) return { passed: 0, failed: 1, skipped: 0 };
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: 0 };
}
