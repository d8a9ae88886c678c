import { describe, expect, it } from 'vitest';
import { ineligibility, preempt } from '../../../src/lib/allocator/rules/preemption.ts';
import type { Occupancy } from '../../../src/lib/allocator/rules/victims.ts';

describe('ineligibility()', () => {
  it('honours the pod that never preempts', () => {
    expect(ineligibility('Never')).toBe('policy-never');
  });

  it('waits for the victims of the earlier attempt', () => {
    const nomination = { unresolvable: false, victimTerminating: true };
    expect(ineligibility('PreemptLowerPriority', nomination)).toBe('victim-terminating');
  });

  it('does not wait for a node that no eviction can open any more', () => {
    expect(ineligibility('PreemptLowerPriority', { unresolvable: true, victimTerminating: true })).toBeUndefined();
  });

  it('lets a pod try again once its victims are gone', () => {
    expect(ineligibility('PreemptLowerPriority', { unresolvable: false, victimTerminating: false })).toBeUndefined();
  });
});

describe('preempt()', () => {
  // Three full nodes of one GPU; pod n runs on node n.
  const priorities = [50, 10, 100];
  const on: Occupancy = {
    free: [0, 0, 0],
    allocatable: [1, 1, 1],
    width: 1,
    podsOn: (node) => [node],
    priorityOf: (pod) => priorities[pod]!,
    startOf: () => 0,
    demandOf: () => [1]
  };
  const preemptor = { demand: [1], priority: 100 };

  it('takes the node where the least important pod has to go, and reports what every node gave', () => {
    const { chosen, searches } = preempt(preemptor, [0, 1, 2], on);
    expect(chosen).toMatchObject({ node: 1, victims: [1] });
    expect(searches.map((s) => s.outcome)).toEqual(['victims', 'victims', 'nobody-lower']);
  });

  it('tries only the nodes it is given', () => {
    expect(preempt(preemptor, [0, 2], on).chosen?.node).toBe(0);
  });

  it('chooses nothing where nobody may be evicted', () => {
    expect(preempt(preemptor, [2], on).chosen).toBeUndefined();
  });
});
