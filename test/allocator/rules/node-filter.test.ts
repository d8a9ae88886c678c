import { describe, expect, it } from 'vitest';
import { fitRejection, isResolvable, traitRejection } from '../../../src/lib/allocator/rules/node-filter.ts';

const taint = { key: 'gpu', value: 'yes', effect: 'NoSchedule' } as const;

describe('traitRejection()', () => {
  it('lets a plain pod onto a plain node', () => {
    expect(traitRejection({}, {})).toBeUndefined();
  });

  it('asks about the cordon first, then taints, then labels', () => {
    const pod = { nodeSelector: { zone: 'a' } };
    expect(traitRejection(pod, { unschedulable: true, taints: [taint] })?.rule).toBe('unschedulable');
    expect(traitRejection(pod, { taints: [taint] })).toEqual({ rule: 'taint', taint });
    expect(traitRejection(pod, {})?.rule).toBe('selector');
    expect(traitRejection(pod, { labels: { zone: 'a' } })).toBeUndefined();
  });

  it('lets a pod that tolerates the cordon onto a cordoned node', () => {
    expect(traitRejection({ tolerations: [{ operator: 'Exists' }] }, { unschedulable: true })).toBeUndefined();
  });
});

describe('fitRejection()', () => {
  it('carries every shortage of the node', () => {
    expect(fitRejection([2], [9, 1], [9, 4], 1)).toEqual({
      rule: 'fit',
      shortages: [{ resource: 0, asked: 2, free: 1, allocatable: 4 }]
    });
    expect(fitRejection([1], [9, 1], [9, 4], 1)).toBeUndefined();
  });
});

describe('isResolvable()', () => {
  const beyond = { rule: 'fit', shortages: [{ resource: 0, asked: 5, free: 0, allocatable: 4 }] } as const;

  it('never holds where a trait of the node is the reason', () => {
    expect(isResolvable({ rule: 'taint', taint }, ['cpu'])).toBe(false);
  });

  it('stops hoping for a demand beyond the whole node at v1.34', () => {
    expect(isResolvable(beyond, ['cpu'], '1.31')).toBe(true);
    expect(isResolvable(beyond, ['cpu'], '1.34')).toBe(false);
  });
});
