import { describe, expect, it } from 'vitest';
import { count, countLastLine, failures } from './count.mjs';

const file = (status: string, ...tests: string[]) => ({ name: 'a.test.ts', status, assertionResults: tests.map((test, n) => ({ status: test, fullName: `story ${n}` })) });
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

describe('what failed', () => {
  it('is a line for each test, with the first line of why', () => {
    const failed = { ...file('failed'), assertionResults: [{ status: 'failed', fullName: 'a story', failureMessages: ['expected 1 to be 2\n    at a.test.ts:3'] }, { status: 'passed', fullName: 'another' }] };
    expect(failures(report(1, 1, failed, file('passed', 'passed')))).toEqual(['a.test.ts: a story: expected 1 to be 2']);
  });

  it('names a file that does not load', () => {
    expect(failures(report(0, 0, { ...file('failed'), message: 'Cannot find module x\nmore' } as ReturnType<typeof file>))).toEqual(['a.test.ts: Cannot find module x']);
  });

  it('is nothing where there is no report', () => {
    expect(failures(undefined)).toEqual([]);
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
