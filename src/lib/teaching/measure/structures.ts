import { asks, oneNode, scenarioNamed, type Family } from './family.ts';
import type { QuantityId } from './quantity.ts';
import type { ParameterId } from './parameter.ts';
import type { Manner } from '#lib/allocator/worker/index.ts';

/** The same workload, run in two ways that decide alike and cost differently. */
export interface Contrast<P extends ParameterId = ParameterId> {
  readonly id: string;
  readonly name: string;
  /** One sentence: what is the same, and what is not. */
  readonly about: string;
  readonly ways: readonly [Way<P>, Way<P>];
  /** What of the two runs is set side by side. */
  readonly quantity: QuantityId;
}

/** One way to run a workload. */
export interface Way<P extends ParameterId = ParameterId> {
  readonly name: string;
  readonly family: Family<P>;
  readonly manner: Manner;
}

const cpu = { resources: { requests: { cpu: 1 } } };

const placing: Family<'D' | 'm'> = {
  id: 'placing',
  name: 'Jobs on m nodes',
  about: 'A job asks every second and takes the node with most left; each stays for a while.',
  parameters: ['D', 'm'],
  mostTasks: 20_000,
  scenario: (n, { D, m }) =>
    scenarioNamed('placing', {
      cluster: { nodes: [{ name: 'node', count: m, allocatable: { cpu: 4 } }] },
      policy: { preset: 'textbook', rank: 'least-allocated' },
      jobs: [{ name: 'job', count: 0, ...cpu }],
      workload: { n, arrival: { constant: 1 }, service: { constant: D }, like: 'job' }
    })
};

/** Every node looked at for every job, against an index of nodes: n × m against n log m. */
export const scanOrIndex: Contrast<'D' | 'm'> = {
  id: 'scan-or-index',
  name: 'Look at every node, or keep an index',
  about: 'The same jobs on the same nodes. A scan looks at every node for every job; an index replays one node.',
  ways: [
    { name: 'scan', family: placing, manner: { indexedFrom: Infinity } },
    { name: 'index', family: placing, manner: { indexedFrom: 1 } }
  ],
  quantity: 'placing'
};

const waiting = (wake: 'all' | 'hinted'): Family<'D' | 'p'> => ({
  id: `wake-${wake}`,
  name: wake === 'all' ? 'Every release wakes all who wait' : 'A release wakes whom it could help',
  about: 'All jobs ask together; as many run as there are slots, and each release lets others be checked again.',
  parameters: ['D', 'p'],
  mostTasks: 2000,
  scenario: (n, { D, p }) =>
    scenarioNamed(`wake-${wake}`, {
      cluster: oneNode(p),
      policy: { preset: 'textbook', blocked: 'skip', wake },
      jobs: [{ name: 'job', count: n, service: D, ...asks(1) }]
    })
});

/** Every release wakes every waiting job, or those that it could help: n² checks against n. */
export const wakeAllOrHinted: Contrast<'D' | 'p'> = {
  id: 'wake-all-or-hinted',
  name: 'Wake everybody, or whom it helps',
  about: 'The same jobs in the same queue. After a release everybody is checked again, or only those it has room for.',
  ways: [
    { name: 'wake all', family: waiting('all'), manner: {} },
    { name: 'wake by hints', family: waiting('hinted'), manner: {} }
  ],
  quantity: 'checks'
};

const urgent = (preemptionPolicy: 'PreemptLowerPriority' | 'Never'): Family<'m'> => ({
  id: `urgent-${preemptionPolicy === 'Never' ? 'waits' : 'preempts'}`,
  name: preemptionPolicy === 'Never' ? 'Urgent jobs wait' : 'Urgent jobs preempt',
  about: 'All nodes are full of jobs that matter less whenever an urgent one comes, which soon ends.',
  parameters: ['m'],
  mostTasks: 500,
  scenario: (n, { m }) =>
    scenarioNamed('urgent', {
      cluster: { nodes: [{ name: 'node', count: m, allocatable: { cpu: 1 } }] },
      policy: { preset: 'textbook', order: 'priority', blocked: 'skip', preemption: 'lower-priority' },
      jobs: [
        { name: 'batch', count: m, service: '24h', preemptionPolicy: 'Never', ...cpu },
        { name: 'urgent', count: 0, priority: 10, preemptionPolicy, ...cpu }
      ],
      workload: { n, arrival: { constant: 10 }, service: { constant: 5 }, like: 'urgent' }
    })
});

/** Searching every node for victims, for every urgent job: n × m, against none for jobs that may not preempt. */
export const preemptOrWait: Contrast<'m'> = {
  id: 'preempt-or-wait',
  name: 'Search for victims, or wait',
  about: 'The same urgent jobs on full nodes. One that may preempt has every node searched for whom to stop.',
  ways: [
    { name: 'preempt', family: urgent('PreemptLowerPriority'), manner: {} },
    { name: 'wait', family: urgent('Never'), manner: {} }
  ],
  quantity: 'victimSearches'
};
