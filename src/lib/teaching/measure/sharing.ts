import type { ScenarioInput } from '#lib/allocator/scenario/index.ts';
import { asks, jobOf, oneNode, scenarioNamed, type Family } from './family.ts';
import type { Values } from './parameter.ts';

type Costs = Values<'D' | 'a' | 'r' | 's'>;

/** Jobs that hold one GPU each for some tasks, all submitted together: so many of one size, and one of what is left. */
function holders(n: number, tasksEach: number, costs: Costs): ScenarioInput['jobs'] {
  const left = n % tasksEach;
  const full = { ...jobOf('batch', Math.min(tasksEach, n), costs), count: Math.floor(n / tasksEach) };
  return left === 0 ? [full] : [full, jobOf('rest', left, costs)];
}

/** A GPU for b tasks at a time, on one GPU. */
export const batches: Family<'D' | 'a' | 'r' | 's' | 'b'> = {
  id: 'batches',
  name: 'Batches on one resource',
  about: 'One GPU is allocated for b tasks in turn and released after them, then for the next b.',
  parameters: ['D', 'a', 'r', 's', 'b'],
  mostTasks: 100_000,
  scenario: (n, { b, ...costs }) => scenarioNamed('batches', { cluster: oneNode(1), jobs: holders(n, b, costs) })
};

/** Everything in one batch: one allocation, n runs, one release. */
export const oneBatch: Family<'D' | 'a' | 'r' | 's'> = {
  id: 'one-batch',
  name: 'One batch on one resource',
  about: 'One GPU is allocated once, runs all tasks in turn and is released after the last.',
  parameters: ['D', 'a', 'r', 's'],
  mostTasks: 1_000_000,
  scenario: (n, costs) => scenarioNamed('one-batch', { cluster: oneNode(1), jobs: holders(n, n, costs) })
};

/** p resources, allocated afresh for every task. */
export const freshPool: Family<'D' | 'a' | 'r' | 'p'> = {
  id: 'fresh-pool',
  name: 'p resources, allocated for each task',
  about: 'All tasks are submitted together; each gets one of p GPUs for itself and gives it back.',
  parameters: ['D', 'a', 'r', 'p'],
  mostTasks: 1_000_000,
  scenario: (n, { p, D, a, r }) =>
    scenarioNamed('fresh-pool', {
      cluster: oneNode(p),
      jobs: [{ ...jobOf('task', 1, { D, a, r, s: 0 }), count: 0 }],
      workload: { n, arrival: { constant: 0 }, service: { constant: D + r }, like: 'task' }
    })
};

/** p resources, each allocated once and kept for its share of the tasks. */
export const heldPool: Family<'D' | 'a' | 'r' | 's' | 'p'> = {
  id: 'held-pool',
  name: 'A pool of p resources, each kept',
  about: 'Each of p GPUs is allocated once, runs its share of the tasks in turn and is released.',
  parameters: ['D', 'a', 'r', 's', 'p'],
  mostTasks: 1_000_000,
  scenario: (n, { p, ...costs }) => {
    const more = n % p;
    const share = Math.floor(n / p);
    const jobs = [
      { ...jobOf('larger', share + 1, costs), count: more },
      { ...jobOf('share', Math.max(1, share), costs), count: share === 0 ? 0 : p - more }
    ];
    return scenarioNamed('held-pool', { cluster: oneNode(p), jobs: jobs.filter(({ count }) => count > 0) });
  }
};

/** Gangs of g GPUs, each placed whole. */
export const gangs: Family<'D' | 'G' | 'g'> = {
  id: 'gangs',
  name: 'Gangs, all or nothing',
  about: 'All gangs are submitted together; each needs g GPUs at the same time, or none.',
  parameters: ['D', 'G', 'g'],
  mostTasks: 2000,
  scenario: (n, { D, G, g }) =>
    scenarioNamed('gangs', {
      cluster: oneNode(G),
      policy: { preset: 'textbook', gangs: 'all-or-nothing' },
      jobs: [{ name: 'gang', count: n, gang: g, service: D, ...asks(1) }]
    })
};

/** Small tasks side by side on one GPU, each slowed by none of the others. */
export const sideBySide: Family<'D' | 'k'> = {
  id: 'side-by-side',
  name: 'k at a time on one GPU',
  about: 'One GPU is offered as k shares; tasks that need at most that much of it run side by side.',
  parameters: ['D', 'k'],
  mostTasks: 100_000,
  scenario: (n, { D, k }) =>
    scenarioNamed('side-by-side', {
      cluster: {
        nodes: [
          { name: 'node', allocatable: { 'nvidia.com/gpu': 1 }, gpus: { sharing: { timeSlicing: { replicas: k } } } }
        ]
      },
      jobs: [{ name: 'task', count: n, service: D, ...asks(1) }]
    })
};

/** Tasks that could each use the whole GPU, taking turns of a tick: what sharing it equally comes to. */
export const takingTurns: Family<'D'> = {
  id: 'taking-turns',
  name: 'All at a time on one GPU',
  about: 'All tasks share one GPU that each could fill: each runs for a tick, then the next.',
  parameters: ['D'],
  mostTasks: 100,
  scenario: (n, { D }) =>
    scenarioNamed('taking-turns', {
      tick: '100ms',
      cluster: oneNode(1),
      policy: { preset: 'textbook', order: 'round-robin', quantum: '100ms' },
      jobs: [{ name: 'task', count: n, service: D, ...asks(1) }]
    })
};
