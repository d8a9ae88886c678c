import { describe, expect, it } from 'vitest';
import { cfsQuota, cpuShares, curvedWeight, linearWeight, podCgroup } from '../../../src/lib/allocator/rules/cgroup.ts';

const container = (cpuRequest: number, cpuLimit: number, memoryLimit: number) => ({
  cpuRequest,
  cpuLimit,
  memoryRequest: 0,
  memoryLimit
});

describe('cfsQuota()', () => {
  it('is the limit as time in a period of 100 ms', () => {
    expect([200, 1000, 4000].map((limit) => cfsQuota(limit))).toEqual([20_000, 100_000, 400_000]);
  });

  it('is never less than a millisecond', () => {
    expect(cfsQuota(1)).toBe(1000);
  });

  it('is absent without a limit', () => {
    expect(cfsQuota(0)).toBeNull();
  });
});

describe('cpuShares()', () => {
  it('is 1024 a core, cut to whole shares', () => {
    expect([250, 333, 1000].map(cpuShares)).toEqual([256, 340, 1024]);
  });

  it('stays within what the kernel takes', () => {
    expect([0, 1_000_000].map(cpuShares)).toEqual([2, 262_144]);
  });
});

describe('weights of cgroup v2', () => {
  it('are 39 and 100 for one core, by the older and the newer mapping', () => {
    expect([linearWeight(1024), curvedWeight(1024)]).toEqual([39, 100]);
  });

  it.each([linearWeight, curvedWeight])('run from 1 to 10000 and never fall', (weight) => {
    const shares = Array.from({ length: 262_143 }, (_, i) => i + 2);
    expect([weight(2), weight(262_144)]).toEqual([1, 10_000]);
    expect(shares.every((s) => s === 2 || weight(s) >= weight(s - 1))).toBe(true);
  });

  it('round the newer mapping up', () => {
    expect([10, 256, 512, 4096].map(curvedWeight)).toEqual([4, 35, 59, 303]);
  });
});

describe('podCgroup()', () => {
  it('adds requests and limits of the containers', () => {
    expect(podCgroup([container(100, 200, 50), container(100, 200, 50)])).toEqual({
      shares: 204,
      quotaMicros: 40_000,
      memoryLimit: 100
    });
  });

  it('sets no limit of a resource that one container leaves open', () => {
    expect(podCgroup([container(100, 200, 50), container(100, 200, 0)])).toEqual({
      shares: 204,
      quotaMicros: 40_000,
      memoryLimit: null
    });
  });
});
