import type { policyChoices } from '#lib/allocator/scenario/index.ts';

type Choices = typeof policyChoices;
export type PolicyPart = keyof Choices;

/** The parts of a policy, as a form names them. */
export const partWords: Readonly<Record<PolicyPart, string>> = {
  preset: 'Works like',
  order: 'Who is asked first',
  blocked: 'Behind one that does not fit',
  rank: 'Which node of those that fit',
  preemption: 'Stopping others',
  gangs: 'Pods of a gang'
};

/** What each part may be, in words. */
export const choiceWords: { readonly [P in PolicyPart]: Readonly<Record<Choices[P][number], string>> } = {
  preset: { textbook: 'a textbook queue', kubernetes: 'Kubernetes', kueue: 'Kueue', slurm: 'Slurm', mesos: 'Mesos' },
  order: {
    fifo: 'first come, first served',
    priority: 'the highest priority',
    'shortest-first': 'the shortest',
    'shortest-remaining': 'the shortest of what is left',
    'round-robin': 'each in turn',
    'fair-share': 'the tenant with least for its weight',
    drf: 'the tenant with the least dominant share'
  },
  blocked: {
    block: 'everybody waits',
    skip: 'others may pass',
    easy: 'EASY backfill',
    conservative: 'conservative backfill'
  },
  rank: {
    'first-fit': 'the first',
    'best-fit': 'the one with least left over',
    'least-allocated': 'the emptiest',
    'most-allocated': 'the fullest',
    balanced: 'the one best balanced after it',
    'requested-to-capacity-ratio': 'by requested to capacity ratio'
  },
  preemption: { never: 'never', 'lower-priority': 'lower priorities' },
  gangs: { 'pod-by-pod': 'placed one by one', 'all-or-nothing': 'placed all or none' }
};
