import { jobFailure, retryDelay as delaySeconds } from '#lib/allocator/rules/index.ts';
import { ticksOf } from './clock.ts';
import type { Sim } from './sim.ts';

/** Whether a job that just failed has used up its retries. One that is always restarted, as a replica is, never has. */
export function jobFailed(sim: Sim, job: number): boolean {
  const { backoffLimit, restartPolicy } = sim.kindOf(job);
  if (restartPolicy === 'Always') return false;
  const failed = sim.jobs.failures[job] as number;
  const restarts = sim.jobs.restarts[job] as number;
  const spec = { parallelism: 1, completions: 1, backoffLimit, activeDeadline: null, restartPolicy };
  return jobFailure(spec, { active: 0, succeeded: 0, failed, restarts }, 0) !== null;
}

/** Ticks before the next attempt of a job that just failed, rounded up to a whole tick. */
export const retryDelay = (sim: Sim, job: number): number =>
  ticksOf(sim, delaySeconds(sim.jobs.failures[job] as number));
