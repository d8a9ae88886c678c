import { jobTimes } from '#lib/allocator/metrics/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import type { Trace } from '#lib/allocator/trace/index.ts';

/**
 * What a run costs more than another of the same scenario: the sum over all jobs of the difference in turnaround, in
 * ticks, each weighted by its priority (1 for the lowest of the scenario, 2 for the next …). Below 0 where the run does
 * better; Infinity where a job is never done that the other gets done.
 */
export function regret(trace: Trace, against: Trace): number {
  const { scenario } = trace;
  const mine = turnarounds(trace);
  const theirs = turnarounds(against);
  let sum = 0;
  for (let job = 0; job < scenario.jobs.count; job++) {
    const [a, b] = [mine.get(job), theirs.get(job)];
    if (a === undefined && b !== undefined) return Infinity;
    if (a !== undefined) sum += weightOf(scenario, job) * (a - (b ?? a));
  }
  return sum;
}

const turnarounds = (trace: Trace): Map<number, number> =>
  new Map(
    jobTimes(trace).flatMap(({ job, arrival, end, finished }) =>
      finished === 'released' && end !== undefined ? [[job, end - arrival] as const] : []
    )
  );

function weightOf({ kinds, jobs }: Scenario, job: number): number {
  const mine = kinds[jobs.kind[job] as number]?.priority ?? 0;
  return 1 + new Set(kinds.map((k) => k.priority).filter((p) => p < mine)).size;
}
