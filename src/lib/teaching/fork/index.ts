/**
 * A run beside another of the same scenario: with one thing changed from a step on (a branch), and what differs. Both
 * runs stay; what they share is told once.
 */
export { branchOff, firstDifference, MOST_BRANCHES, numbersBeside } from './branch.ts';
export type { Branch, Difference, NumberPair } from './branch.ts';
export { changesAt, labelOf, withIntervention, type Change, type Intervention } from './change.ts';
