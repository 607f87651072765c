/**
 * @typedef {object} Report the part of vitest's JSON report that is counted
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {readonly FileResult[]} testResults
 */

/**
 * @typedef {object} FileResult
 * @property {string} name the file's path
 * @property {string} status
 * @property {string} [message] why the file didn't load
 * @property {readonly { status: string, fullName: string, failureMessages?: readonly string[] | null }[]} assertionResults
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

/**
 * What failed, a line each: file, test and the first line of why. Whoever reads only the end of a long run can go on from these.
 * @param {Report | undefined} report @returns {string[]}
 */
export function failures(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${name}: ${firstLine(message)}`] : [];
    return failed.map(({ fullName, failureMessages }) => `${name}: ${fullName}: ${firstLine(failureMessages?.[0])}`);
  });
}

/** @param {string | undefined} text */
const firstLine = (text) => text?.trim().split('\n')[0] ?? 'no reason given';
