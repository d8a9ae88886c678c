import type { Blocked } from '#lib/allocator/scenario/index.ts';
import { type Case, differences, near, UnknownKind } from '../case-kit.ts';
import { byId, mean, simulate, type CaseJob } from '../case-simulator.ts';

interface Workload {
  readonly nodes: number;
  readonly jobs: readonly {
    readonly id: string;
    readonly arrival: number;
    readonly nodes: number;
    readonly estimate: number;
    readonly runtime: number;
  }[];
}

/** Identical nodes of one job each are one pool with as many places. */
function outcome({ nodes, jobs }: Workload, blocked: Blocked) {
  const asked = jobs.map(({ id, arrival, estimate, runtime, ...job }): CaseJob => ({
    id,
    arrival,
    estimate,
    service: runtime,
    request: { nodes: job.nodes }
  }));
  const { times } = simulate({ nodes }, asked, { preset: 'textbook', blocked });
  return {
    start: byId(
      asked,
      times.map(({ start }) => start)
    ),
    // The cases count it from tick 0.
    makespan: Math.max(...times.map(({ end }) => end ?? NaN)),
    meanWait: mean(times.map(({ arrival, start }) => (start ?? NaN) - arrival))
  };
}

/** Topic `backfill`: whole workloads under the three disciplines; mean waits to the 6 decimals given. */
export function check(c: Case) {
  if (c.kind !== 'workload') throw new UnknownKind(c.kind);
  const workload = c as unknown as Workload;
  const actual = {
    fcfs: outcome(workload, 'block'),
    easy: outcome(workload, 'easy'),
    conservative: outcome(workload, 'conservative')
  };
  return differences(c.expect, actual, near(1e-6));
}
