import type { Measured } from '#lib/allocator/worker/index.ts';
import type { Quantity } from './measured.ts';

const count = (id: string, name: string, about: string, key: keyof Measured['counts']): Quantity<Measured> => ({
  id,
  name,
  unit: '',
  about,
  of: ({ counts }) => counts[key]
});

const time = (id: string, name: string, about: string, key: 'makespan' | 'meanWait'): Quantity<Measured> => ({
  id,
  name,
  unit: 'ticks',
  about,
  of: ({ figures }) => figures[key] ?? 0
});

/** What can be read off a run: operations, then times, then space. Ids are the names that content uses. */
export const quantities: readonly [Quantity<Measured>, ...Quantity<Measured>[]] = [
  count('checks', 'Checks', 'How often a job was held against what is free.', 'checks'),
  count('allocations', 'Allocations', 'How often resources were given to a job.', 'allocations'),
  count('releases', 'Releases', 'How often a job gave its resources back.', 'releases'),
  count('queue scans', 'Queue scans', 'How often a waiting job was looked at in the queue.', 'queueScans'),
  count('node checks', 'Node checks', 'How often a node was held against a demand.', 'nodeChecks'),
  count('victim searches', 'Victim searches', 'How often a node was searched for jobs to preempt.', 'victimSearches'),
  count('heap moves', 'Heap moves', 'How often an entry moved in the heap of events.', 'heapMoves'),
  time('makespan', 'Makespan', 'From the first arrival to the last end.', 'makespan'),
  time('mean wait', 'Mean wait', 'From arrival to start, over all jobs.', 'meanWait'),
  count('most held at once', 'Most held at once', 'Space: pods that held resources at the same time.', 'peakHeld'),
  count('most waiting at once', 'Most waiting at once', 'Space: jobs in the queue at the same time.', 'peakWaiting')
];
