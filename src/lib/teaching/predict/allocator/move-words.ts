import { formatClock } from '#lib/base/units/index.ts';
import type { Policy, Scenario } from '#lib/allocator/scenario/index.ts';
import { blockedWords, joined, orderWords, rankWords } from '../words.ts';
import type { Move } from './moves.ts';

/** A move as a button says it: `Allocate it on node-a`. */
export function moveWords(move: Move): string {
  switch (move.verb) {
    case 'allocate':
      return move.node === undefined ? 'Allocate all its pods at once' : `Allocate it on ${move.node}`;
    case 'preempt':
      return `Preempt ${move.victims.length === 1 ? 'job' : 'jobs'} ${joined(move.victims)}`;
    case 'scale':
      return 'Ask for a new node';
    case 'wait':
      return 'Let it wait';
    case 'reject':
      return 'Reject it';
  }
}

/** What the learner is measured against: how the policy orders, passes over, places and stops. One clause each. */
export const policyWords = ({ policy, kinds }: Scenario): string[] => [
  `Order: ${orderWords[policy.order]}.`,
  `Queue: ${blockedWords[policy.blocked]}.`,
  `Node: ${rankWords[policy.rank]}.`,
  `Preemption: ${preemptionWords(policy)}.`,
  ...(policy.gangs === 'all-or-nothing' && kinds.some(({ gang }) => gang > 1)
    ? ['Gangs: all pods at once, or none.']
    : [])
];

function preemptionWords({ order, preemption }: Policy): string {
  if (order === 'shortest-remaining') return 'of whoever has more left to do';
  return preemption === 'never' ? 'none' : 'of lower priorities, where that makes room';
}

/** What a regret is in words, with its unit on the run's clock: `0:50 more`. */
export function regretWords(regret: number, { tickMillis }: Scenario): string {
  if (regret === Infinity) return 'a job is never done';
  if (regret === 0) return 'no difference';
  return `${formatClock(Math.abs(regret), tickMillis)} ${regret > 0 ? 'more' : 'less'}`;
}
