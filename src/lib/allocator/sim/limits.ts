import type { Scenario } from '#lib/allocator/scenario/index.ts';
import type { Counts } from './counts.ts';

/** What a run may do before it is given up, so that none goes on for ever. */
export interface Limits {
  readonly steps: number;
  /** Operations: see `workOf`. */
  readonly work: number;
}

/** The limits of a scenario's run (SPEC.md 1.7): a few seconds of work, and more for one with many jobs. */
export function limitsOf({ jobs }: Scenario): Limits {
  return { steps: 5_000_000 + 10 * jobs.count, work: 1_000_000_000 + 1000 * jobs.count };
}

/** What a page may run while somebody waits for it: well under a second, and far beyond what anyone steps through. */
export const pageLimits: Limits = { steps: 20_000, work: 20_000_000 };

/** What a run may do that a worker makes for a page to step through: a few seconds of work, and some 40 MB of records. */
export const shownLimits: Limits = { steps: 1_500_000, work: 200_000_000 };

/** The operations of a run that grow with nodes times jobs, and so can take for ever in few steps. */
export const workOf = ({ nodeChecks, victimSearches, queueScans }: Counts): number =>
  nodeChecks + victimSearches + queueScans;
