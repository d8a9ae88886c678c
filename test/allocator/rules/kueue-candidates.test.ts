import { describe, expect, it } from 'vitest';
import {
  type AdmittedWorkload,
  byPreemptionOrder,
  mayPreempt,
  type QuotaPreemptor,
  type ReclaimPolicy
} from '#lib/allocator/rules/kueue-candidates.ts';

const victim = (of: Partial<AdmittedWorkload>): AdmittedWorkload => ({
  queue: 1,
  priority: 0,
  usage: [1],
  queuedAt: 0,
  reservedAt: 0,
  evicted: false,
  ...of
});

const preemptor = (withinQueue: ReclaimPolicy, withinCohort: ReclaimPolicy): QuotaPreemptor => ({
  queue: 1,
  priority: 5,
  queuedAt: 10,
  demand: [1],
  contested: [0],
  preemption: { withinQueue, withinCohort, whileBorrowingUpTo: undefined }
});

describe('mayPreempt()', () => {
  it.each([
    ['Never', { priority: 4 }, false],
    ['LowerPriority', { priority: 4 }, true],
    ['LowerPriority', { priority: 5 }, false],
    ['LowerOrNewerEqualPriority', { priority: 4, queuedAt: 0 }, true],
    ['LowerOrNewerEqualPriority', { priority: 5, queuedAt: 11 }, true],
    ['LowerOrNewerEqualPriority', { priority: 5, queuedAt: 10 }, false],
    ['LowerOrNewerEqualPriority', { priority: 6, queuedAt: 11 }, false],
    ['Any', { priority: 6 }, true]
  ] as const)('under %s answers for %o: %s', (policy, of, expected) => {
    expect(mayPreempt(preemptor(policy, 'Never'), victim(of))).toBe(expected);
  });

  it('asks the policy of the cohort for the workload of another queue', () => {
    expect(mayPreempt(preemptor('Any', 'Never'), victim({ queue: 2 }))).toBe(false);
    expect(mayPreempt(preemptor('Never', 'Any'), victim({ queue: 2 }))).toBe(true);
  });
});

describe('byPreemptionOrder()', () => {
  const order = (...admitted: AdmittedWorkload[]) => [...admitted.keys()].sort(byPreemptionOrder(admitted, 1));

  it('takes evicted ones before everybody', () => {
    expect(order(victim({ queue: 2, priority: -9 }), victim({ evicted: true, priority: 9 }))).toEqual([1, 0]);
  });

  it('takes other queues before its own, whatever the priority', () => {
    expect(order(victim({ priority: -9 }), victim({ queue: 2, priority: 9 }))).toEqual([1, 0]);
  });

  it('takes the lower priority before the newer one', () => {
    expect(order(victim({ priority: 2, reservedAt: 9 }), victim({ priority: 1 }))).toEqual([1, 0]);
  });

  it('takes whoever got the quota last, then the lower index', () => {
    expect(order(victim({ reservedAt: 1 }), victim({ reservedAt: 2 }), victim({ reservedAt: 1 }))).toEqual([1, 0, 2]);
  });
});
