import { describe, expect, it } from 'vitest';
import { count, countLastLine } from './count.mjs';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((test) => ({ status: test })) });
const report = (passed: number, failed: number, ...testResults: ReturnType<typeof file>[]) =>
  ({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 0, testResults });

describe('counting a run of vitest', () => {
  it('adds passed and failed tests', () => {
    expect(count(report(2, 1, file('failed', 'passed', 'failed'), file('passed', 'passed')), 1)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  it('counts a file that does not load as one failure', () => {
    expect(count(report(1, 0, file('failed'), file('passed', 'passed')), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts an error that no test owns', () => {
    expect(count(report(1, 0, file('passed', 'passed')), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts a run that left no report', () => {
    expect(count(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('counting a check by its last line', () => {
  it.each([
    ['FAIL names\n5 passed, 1 failed\n', 1, { passed: 5, failed: 1 }],
    ['6 passed, 0 failed', 0, { passed: 6, failed: 0 }],
    ['6 passed, 0 failed', 1, { passed: 6, failed: 1 }],
    ['3 passed, 0 failed\nError: out of memory', 1, { passed: 0, failed: 1 }],
  ])('%j', (output, code, counts) => {
    expect(countLastLine(output, code)).toMatchObject(counts);
  });
});
