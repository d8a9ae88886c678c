import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { countJobs, countSums, type JobBlock } from '#lib/allocator/sim/index.ts';
import { scenarioWith } from './scenario.ts';

/** A scenario of jobs of one server each. */
export function poolScenario(jobs: JobBlock, servers: number): Scenario {
  const file = {
    cluster: { nodes: [{ name: 'pool', allocatable: { slots: servers } }] },
    jobs: [{ name: 'job', resources: { requests: { slots: 1 } } }]
  };
  return scenarioWith(file, jobs);
}

/** Runs jobs on some servers and keeps start and end of each; the sum of the ends. */
export function countFull(jobs: JobBlock, servers: number): () => number {
  const scenario = poolScenario(jobs, servers);
  return () => {
    const { end } = countJobs(scenario);
    let sum = 0;
    for (let job = 0; job < jobs.count; job++) sum += end[job]!;
    return sum;
  };
}

/** Jobs handed out some at a time, as a generator of workloads would. */
function* blocksOf({ count, arrival, service, kind }: JobBlock): Generator<JobBlock> {
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK);
    yield {
      count: to - from,
      arrival: arrival.subarray(from, to),
      service: service.subarray(from, to),
      kind: kind.subarray(from, to)
    };
  }
}

const BLOCK = 4096;

/** Runs jobs on some servers and keeps nothing of each; the sum of the waits. */
export function countLean(jobs: JobBlock, servers: number): () => number {
  const pool = { capacity: servers, demand: Float64Array.of(1), rejects: Uint8Array.of(0) };
  return () => countSums(pool, blocksOf(jobs)).totalWait;
}
