import { stateId, table } from '#lib/allocator/lifecycle/index.ts';
import { readScenarioData } from '#lib/allocator/scenario/index.ts';
import { run, type FinishedRun } from '#lib/allocator/sim/index.ts';
import { isTransition } from '#lib/allocator/trace/index.ts';
import { asks, oneNode, scenarioNamed } from './family.ts';
import { HeapQueue, ListQueue, type ComparedQueue } from './queues.ts';

/** What one queue of a run cost in two data structures, in comparisons of two jobs. */
export interface QueueCosts {
  readonly n: number;
  readonly list: number;
  readonly heap: number;
}

/** The most jobs that a page may ask for where it runs them itself: a list this long is searched in a moment. */
export const MOST_QUEUED = 1280;

/**
 * Runs n jobs of different lengths on one GPU, the shortest first, and plays what happened in the queue once more with a
 * list that is searched for the shortest job each time, and with a heap that keeps it on top.
 *
 * @param n jobs, all submitted together; at most `MOST_QUEUED`
 * @throws {RangeError} for an n that makes no scenario
 */
export function queueCosts(n: number): QueueCosts {
  const read = readScenarioData(
    scenarioNamed('queue', {
      cluster: oneNode(1),
      policy: { preset: 'textbook', order: 'shortest-first' },
      jobs: [{ name: 'job', count: 0, ...asks(1) }],
      workload: { n, arrival: { constant: 0 }, service: { lognormal: { mean: '10m', cv: 1 } }, like: 'job' }
    })
  );
  if (!read.ok) throw new RangeError(read.problems.map(({ message }) => message).join('; '));
  const finished = run(read.scenario);
  return { n, list: replayed(finished, new ListQueue()), heap: replayed(finished, new HeapQueue()) };
}

/** Comparisons that a queue makes while it gives out the jobs of a run as the run did. */
function replayed({ trace }: FinishedRun, queue: ComparedQueue): number {
  const { estimate } = trace.scenario.jobs;
  const waiting = new Set<number>();
  for (let i = 0; i < trace.length; i++) {
    const kind = trace.kindOf(i);
    if (!isTransition(kind)) continue;
    const job = trace.subjectOf(i);
    const { to } = table.transitions[kind] as (typeof table.transitions)[number];
    if (to === stateId['waiting.queued'] && !waiting.has(job)) {
      waiting.add(job);
      queue.add(job, estimate[job] as number);
    } else if (to === stateId.allocated && waiting.delete(job)) {
      const taken = queue.takeLeast();
      if (taken !== job) throw new Error(`the queue gives job ${taken} where the allocator took ${job}`);
    }
  }
  return queue.comparisons;
}
