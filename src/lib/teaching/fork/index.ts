/**
 * A run beside others of the same scenario: with one thing changed from a step on (a branch), or under other policies
 * from the start (a comparison), and what differs.
 */
export { branchOff, firstDifference, MOST_BRANCHES, numbersBeside } from './branch.ts';
export type { Branch, Difference, NumberPair } from './branch.ts';
export { makeHere, type MakeRun } from './make.ts';
export { changesAt, labelOf, withIntervention, type Change, type Intervention } from './change.ts';
export { clockOfTick, compare, decidesAt, figuresAtTick, positionOfTick, stepAtTick } from './compare.ts';
export type { ComparedFigure, Comparison, Side } from './compare.ts';
export {
  FEWEST_COMPARED,
  firstPair,
  MOST_COMPARED,
  policies,
  readPolicies,
  type NamedPolicy,
  type ReadPolicies
} from './policies.ts';
