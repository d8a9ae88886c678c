import { describe, expect, it } from 'vitest';
import { counted } from '../../src/cli/testing/outcome.ts';
import { casesCount, playwrightCount, vitestCount } from '../../src/cli/testing/reports.ts';

describe('vitestCount()', () => {
  it('counts a file that broke before its first test as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] }
    ];
    const report = JSON.stringify({ numPassedTests: 7, numFailedTests: 1, testResults });
    expect(vitestCount(report)).toEqual({ passed: 7, failed: 2 });
  });
});

describe('playwrightCount()', () => {
  it('counts flaky tests and errors outside tests as failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 };
    expect(playwrightCount(JSON.stringify({ stats, errors: [{}] }))).toEqual({ passed: 5, failed: 3 });
  });
});

describe('casesCount()', () => {
  it('reads the last line of the command, whatever was printed before', () => {
    expect(casesCount('FAIL quota q-1\n3 passed, 1 failed\n')).toEqual({ passed: 3, failed: 1 });
  });

  it('gives nothing for a command that ended early', () => {
    expect(casesCount('cases/x.json:1:1 not a case file')).toBeUndefined();
  });
});

describe('counted()', () => {
  it('is a failure when no test ran, even if the runner was content', () => {
    expect(counted(0, 0, true, '')).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is a failure when all tests passed and the runner was not content', () => {
    expect(counted(9, 0, false, 'unhandled error')).toEqual({ passed: 9, failed: 1, detail: 'unhandled error' });
  });
});
