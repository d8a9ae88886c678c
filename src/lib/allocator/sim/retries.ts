import { jobFailure, retryDelay as delaySeconds } from '#lib/allocator/rules/index.ts';
import type { Sim } from './sim.ts';

/** Whether a job that just failed has used up its retries. */
export function jobFailed(sim: Sim, job: number): boolean {
  const { backoffLimit } = sim.kindOf(job);
  const failed = sim.jobs.failures[job] as number;
  const spec = { parallelism: 1, completions: 1, backoffLimit, activeDeadline: null, restartPolicy: 'Never' } as const;
  return jobFailure(spec, { active: 0, succeeded: 0, failed, restarts: 0 }, 0) !== null;
}

/** Ticks before the next attempt of a job that just failed, rounded up to a whole tick. */
export function retryDelay(sim: Sim, job: number): number {
  return Math.ceil((delaySeconds(sim.jobs.failures[job] as number) * 1000) / sim.scenario.tickMillis);
}
