/** What a stage gave: checks that passed and failed, and what a reader should see of it, such as why they failed. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly detail: string;
}

/** A single check. */
export const checked = (ok: boolean, detail: string): Outcome => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, detail });

/** A run of many tests. A run that failed without a failed test (it did not start, or ran none) counts as one failure. */
export function counted(passed: number, failed: number, ok: boolean, detail: string): Outcome {
  const ran = passed + failed;
  const unexplained = failed === 0 && (!ok || ran === 0);
  return {
    passed,
    failed: unexplained ? 1 : failed,
    detail: failed > 0 || unexplained ? (ran === 0 ? `no test ran\n${detail}` : detail) : ''
  };
}
