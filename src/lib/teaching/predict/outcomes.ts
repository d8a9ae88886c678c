import type { StateName } from '#lib/allocator/lifecycle/index.ts';

/** What a check can lead to, as a learner chooses it. */
export const outcomeWords: Readonly<Partial<Record<StateName, string>>> = {
  allocated: 'It gets what it asks for at once',
  'waiting.queued': 'It waits in the queue',
  'waiting.held': 'It is held back by its tenant’s quota',
  'waiting.scaling': 'It waits for a new node to be added',
  'waiting.preempting': 'Others are told to stop, and it gets their place',
  rejected: 'It is rejected'
};
