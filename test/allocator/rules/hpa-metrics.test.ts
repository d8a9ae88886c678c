import { describe, expect, it } from 'vitest';
import { replicasForShare, replicasForValue } from '#lib/allocator/rules/hpa-metrics.ts';

describe('replicasForValue()', () => {
  it('multiplies the ready pods, not all of them', () => {
    expect(replicasForValue(20, 10, 4, 3)).toBe(6);
  });

  it('rounds up', () => {
    expect(replicasForValue(25, 10, 4, 3)).toBe(8);
  });

  it('changes nothing inside the tolerance', () => {
    expect(replicasForValue(11, 10, 4, 3)).toBe(4);
  });

  it('starts from zero pods with the ratio itself', () => {
    expect([replicasForValue(25, 10, 0, 0), replicasForValue(0, 10, 0, 0)]).toEqual([3, 0]);
  });
});

describe('replicasForShare()', () => {
  it('divides the value by what each pod should have', () => {
    expect(replicasForShare(31, 10, 2)).toBe(4);
  });

  it('changes nothing while the present share is inside the tolerance', () => {
    expect(replicasForShare(43, 10, 4)).toBe(4);
  });
});
