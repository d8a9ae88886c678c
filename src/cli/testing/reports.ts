/** Counts from the reports of the two test runners. */

/** Tests that passed and failed; skipped ones are neither. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors: readonly unknown[];
}

/** Vitest's JSON report. A file that failed before its first test counts as one failure. */
export function vitestCount(report: string): Count {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as VitestReport;
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/** Playwright's JSON report. A test that passed only when repeated counts as failed, as does an error outside tests. */
export function playwrightCount(report: string): Count {
  const { stats, errors } = JSON.parse(report) as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** The last line of `npm run cases`; `undefined` if the command ended without one. */
export function casesCount(output: string): Count | undefined {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed(?:, \d+ skipped)?\s*$/m.exec(output) ?? [];
  return passed === undefined || failed === undefined ? undefined : { passed: Number(passed), failed: Number(failed) };
}
