/**
 * Preemption, choosing the node: which of the possible evictions hurts least?
 *
 * Source: `pickOneNodeForPreemption` in kubernetes `pkg/scheduler/framework/preemption`, v1.31 to v1.35.
 *
 * @module
 */

import type { Candidate, Occupancy } from './victims.ts';

/** What an eviction costs, criterion by criterion; see CRITERIA for their order. */
export interface EvictionCost {
  readonly violations: number;
  readonly highestPriority: number;
  readonly prioritySum: number;
  readonly victims: number;
  /** When the first of the victims with the highest priority started. */
  readonly earliestStart: number;
}

export type Criterion = keyof EvictionCost;

/** The criteria in the order they are asked, and which value wins; what is still tied goes to the first candidate. */
export const CRITERIA: readonly (readonly [Criterion, 'smallest' | 'largest'])[] = [
  ['violations', 'smallest'],
  ['highestPriority', 'smallest'],
  ['prioritySum', 'smallest'],
  ['victims', 'smallest'],
  ['earliestStart', 'largest']
];

/** One round of the choice: the criterion and the nodes that it left. */
export interface ChoiceRound {
  readonly criterion: Criterion;
  readonly left: readonly number[];
}

/** Priorities reach down to -2^31; shifted above zero, every further victim adds to the sum. */
const PRIORITY_SHIFT = 2147483648;

/** What it would cost to take a candidate, which has at least one victim. */
export function evictionCost({ victims, violations }: Candidate, on: Occupancy): EvictionCost {
  let highestPriority = -Infinity;
  let earliestStart = Infinity;
  let prioritySum = 0;
  for (const pod of victims) {
    const priority = on.priorityOf(pod);
    const start = on.startOf(pod);
    prioritySum += priority + PRIORITY_SHIFT;
    if (priority > highestPriority || (priority === highestPriority && start < earliestStart)) earliestStart = start;
    highestPriority = Math.max(highestPriority, priority);
  }
  return { violations, highestPriority, prioritySum, victims: victims.length, earliestStart };
}

/**
 * The candidate that hurts least; undefined for none. Each criterion keeps the candidates with its best value, until
 * one is left.
 *
 * @param sink is told every round
 */
export function chooseCandidate(
  candidates: readonly Candidate[],
  on: Occupancy,
  sink?: (round: ChoiceRound) => void
): Candidate | undefined {
  let left = candidates.map((candidate) => ({ candidate, cost: evictionCost(candidate, on) }));
  for (const [criterion, wins] of CRITERIA) {
    if (left.length <= 1) break;
    const pick = wins === 'smallest' ? Math.min : Math.max;
    const best = left.map(({ cost }) => cost[criterion]).reduce((a, b) => pick(a, b));
    left = left.filter(({ cost }) => cost[criterion] === best);
    sink?.({ criterion, left: left.map(({ candidate }) => candidate.node) });
  }
  return left[0]?.candidate;
}
