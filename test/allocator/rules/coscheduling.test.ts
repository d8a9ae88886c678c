import { describe, expect, it } from 'vitest';
import { groupRefusal, permit } from '#lib/allocator/rules/coscheduling.ts';

describe('groupRefusal()', () => {
  it('passes a group that has its minimum of pods', () => {
    expect(groupRefusal({ minMember: 3 }, 3, [])).toBeUndefined();
  });

  it('refuses one pod fewer, with the numbers', () => {
    expect(groupRefusal({ minMember: 3 }, 2, [])).toEqual({ reason: 'too-few-pods', pods: 2, minMember: 3 });
  });

  it('refuses a group whose minimum of resources is not free, and says of which', () => {
    expect(groupRefusal({ minMember: 1, minResources: [4, 10] }, 1, [8, 9])).toMatchObject({
      reason: 'too-little-free',
      shortages: [{ resource: 1, asked: 10, free: 9 }]
    });
  });
});

describe('permit()', () => {
  it('lets the pod go on that completes the minimum, and holds the one before it', () => {
    expect([1, 2].map((assigned) => permit('pg', { minMember: 3 }, assigned))).toEqual(['Wait', 'Success']);
  });

  it('tells a pod of no group from one of a group that does not exist', () => {
    expect(permit(undefined, undefined, 0)).toBe('PodGroupNotSpecified');
    expect(permit('pg', undefined, 0)).toBe('PodGroupNotFound');
  });
});
