import { backfillPass, type Discipline } from '#lib/allocator/rules/backfill.ts';
import { poolClaim } from '#lib/allocator/rules/room.ts';
import { type Case, differences, near, UnknownKind } from '../case-kit.ts';

interface CaseJob {
  readonly id: string;
  readonly arrival: number;
  readonly nodes: number;
  readonly estimate: number;
  readonly runtime: number;
}

interface Workload {
  readonly nodes: number;
  readonly jobs: readonly CaseJob[];
}

/** Starts by job; at each tick ends come first, then arrivals, then one pass. */
function run({ nodes, jobs }: Workload, discipline: Discipline): Map<CaseJob, number> {
  const starts = new Map<CaseJob, number>();
  const endOf = (job: CaseJob): number => starts.get(job)! + job.runtime;
  let now = -Infinity;
  for (;;) {
    const changes = [...jobs.map((job) => job.arrival), ...[...starts.keys()].map(endOf)].filter((tick) => tick > now);
    if (changes.length === 0) return starts;
    now = Math.min(...changes);
    const running = [...starts.keys()].filter((job) => endOf(job) > now);
    const queue = jobs.filter((job) => job.arrival <= now && !starts.has(job)).sort((a, b) => a.arrival - b.arrival);
    const room = {
      now,
      free: [nodes - running.reduce((sum, job) => sum + job.nodes, 0)],
      running: running.map((job) => ({ end: starts.get(job)! + job.estimate, held: [job.nodes] }))
    };
    const waiting = queue.map((job) => ({ claim: poolClaim([job.nodes]), estimate: job.estimate }));
    for (const position of backfillPass(discipline, room, waiting)) starts.set(queue[position]!, now);
  }
}

function outcome(workload: Workload, discipline: Discipline) {
  const starts = run(workload, discipline);
  const waits = [...starts].map(([job, start]) => start - job.arrival);
  const ends = [...starts].map(([job, start]) => start + job.runtime);
  return {
    start: Object.fromEntries([...starts].map(([job, start]) => [job.id, start])),
    makespan: Math.max(...ends),
    meanWait: waits.reduce((sum, wait) => sum + wait, 0) / workload.jobs.length
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
