import { describe, expect, it } from 'vitest';
import { type ChoiceRound, chooseCandidate, evictionCost } from '../../../src/lib/allocator/rules/preemption-node.ts';
import type { Candidate, Occupancy } from '../../../src/lib/allocator/rules/victims.ts';

/** A pod is written as priority + start / 100, so that a candidate is one line. */
const on: Pick<Occupancy, 'priorityOf' | 'startOf'> = {
  priorityOf: Math.floor,
  startOf: (pod) => Math.round((pod - Math.floor(pod)) * 100)
};
const world = on as Occupancy;
const candidate = (node: number, victims: readonly number[], violations = 0): Candidate => ({
  outcome: 'victims',
  node,
  victims,
  violations
});
const chosen = (...candidates: Candidate[]) => chooseCandidate(candidates, world)?.node;

describe('chooseCandidate()', () => {
  it('finds none among none', () => {
    expect(chosen()).toBeUndefined();
  });

  it('asks first how many budgets are broken', () => {
    expect(chosen(candidate(0, [1], 1), candidate(1, [9, 9]))).toBe(1);
  });

  it('then spares the highest priority', () => {
    expect(chosen(candidate(0, [9]), candidate(1, [8, 8, 8]))).toBe(1);
  });

  it('then takes the smallest sum of priorities', () => {
    expect(chosen(candidate(0, [9, 5]), candidate(1, [9, 4]))).toBe(1);
  });

  it('counts a further victim in the sum even where its priority is negative', () => {
    expect(chosen(candidate(0, [9, -5]), candidate(1, [9]))).toBe(1);
  });

  it('then counts the victims, which tells apart only those of the lowest priority there is', () => {
    expect(chosen(candidate(0, [9, -2147483648]), candidate(1, [9]))).toBe(1);
  });

  it('then takes the node whose highest victim started latest', () => {
    expect(chosen(candidate(0, [9.1, 4.4]), candidate(1, [9.2, 4.3]))).toBe(1);
  });

  it('gives what is still tied to the first', () => {
    expect(chosen(candidate(2, [9.1]), candidate(1, [9.1]))).toBe(2);
  });

  it('tells the sink which nodes each criterion left, up to the one that decides', () => {
    const rounds: ChoiceRound[] = [];
    chooseCandidate([candidate(0, [9]), candidate(1, [8]), candidate(2, [8], 1)], world, (r) => rounds.push(r));
    expect(rounds).toEqual([
      { criterion: 'violations', left: [0, 1] },
      { criterion: 'highestPriority', left: [1] }
    ]);
  });
});

describe('evictionCost()', () => {
  it('looks for the earliest start among the victims of the highest priority only', () => {
    expect(evictionCost(candidate(0, [3.01, 7.2, 7.05, 2.03]), world)).toEqual({
      violations: 0,
      highestPriority: 7,
      prioritySum: 19 + 4 * 2147483648,
      victims: 4,
      earliestStart: 5
    });
  });
});
