import type { Measured } from '#lib/allocator/worker/index.ts';

/** One run of an experiment, and for how many tasks it was. */
export interface Observation {
  readonly n: number;
  readonly measured: Measured;
}

/** What sort of thing is read off a run. Sorts are never added to each other, nor drawn on one axis. */
export type Sort = 'operations' | 'clock time' | 'space';

/** Something that is read off a run: a count, a time or an amount. */
export interface Quantity {
  readonly id: string;
  readonly name: string;
  readonly sort: Sort;
  readonly unit: string;
  /** One sentence that says what is counted or measured. */
  readonly about: string;
  /** Undefined where the run does not have it: a time of jobs of which none was released. */
  readonly of: (observation: Observation) => number | undefined;
}

const operation = (
  id: string,
  name: string,
  unit: string,
  about: string,
  of: (counts: Measured['counts']) => number
): Quantity => ({ id, name, sort: 'operations', unit, about, of: ({ measured }) => of(measured.counts) });

const time = (id: 'makespan' | 'meanWait' | 'meanTurnaround', name: string, about: string): Quantity => ({
  id,
  name,
  sort: 'clock time',
  unit: 'ticks',
  about,
  of: ({ measured }) => measured.figures[id]
});

const space = (id: 'peakHeld' | 'peakWaiting', name: string, unit: string, about: string): Quantity => ({
  id,
  name,
  sort: 'space',
  unit,
  about,
  of: ({ measured }) => measured.counts[id]
});

/**
 * Everything that a growth may be asked of: operations, then times, then space (facts: the same loop has all three, and
 * they grow differently).
 */
export const quantities = [
  operation('allocations', 'Allocations', 'calls', 'How often a job got what it asked for.', (c) => c.allocations),
  operation('releases', 'Releases', 'calls', 'How often a job gave everything back.', (c) => c.releases),
  {
    id: 'calls',
    name: 'All calls',
    sort: 'operations',
    unit: 'calls',
    about:
      'Allocations, runs of a task and releases together; a job that holds a resource for several tasks runs each.',
    of: ({ n, measured: { counts, figures } }) =>
      figures.jobs.released === figures.jobs.arrived ? counts.allocations + n + counts.releases : undefined
  },
  operation('checks', 'Checks', 'checks', 'How often a job asked whether it may have its resources.', (c) => c.checks),
  operation('queueScans', 'Queue scans', 'jobs', 'How often a job was looked at in the queue.', (c) => c.queueScans),
  operation('nodeChecks', 'Node checks', 'nodes', 'How often a node was held against a demand.', (c) => c.nodeChecks),
  operation(
    'placing',
    'Placing',
    'comparisons',
    'How often a node was held against a demand or ranked against another.',
    (c) => c.nodeChecks + c.rankComparisons
  ),
  operation(
    'victimSearches',
    'Victim searches',
    'nodes',
    'How often a node was searched for jobs to preempt.',
    (c) => c.victimSearches
  ),
  operation('heapMoves', 'Heap moves', 'moves', 'How often an entry moved in the heap of events.', (c) => c.heapMoves),
  time('makespan', 'Makespan', 'From the first arrival to the last end.'),
  time('meanWait', 'Mean wait', 'The time in which a job held nothing, on average.'),
  time('meanTurnaround', 'Mean turnaround', 'From the arrival of a job to its end, on average.'),
  space('peakHeld', 'Most held at once', 'pods', 'How many pods held resources at the same time, at most.'),
  space('peakWaiting', 'Most waiting at once', 'jobs', 'How many jobs stood in the queue at the same time, at most.')
] as const satisfies readonly Quantity[];

export type QuantityId = (typeof quantities)[number]['id'];

/** The quantity of an id. */
export const quantity = (id: QuantityId): Quantity => quantities.find((q) => q.id === id) as Quantity;
