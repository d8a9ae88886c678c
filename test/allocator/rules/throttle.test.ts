import { describe, expect, it } from 'vitest';
import {
  cpuGranted,
  exceedsMemoryLimit,
  slowdownBy,
  throttledService
} from '../../../src/lib/allocator/rules/throttle.ts';

describe('cpuGranted()', () => {
  it('stops at the limit', () => {
    expect(cpuGranted(3000, 1000)).toBe(1000);
  });

  it('is bounded by the node alone where there is no limit', () => {
    expect(cpuGranted(8000, -1, 4000)).toBe(4000);
  });
});

describe('slowdownBy()', () => {
  it('is how many times as long the work takes, and 1 where nothing is missing', () => {
    expect([slowdownBy(4000, 1000), slowdownBy(1000, 1000), slowdownBy(500, 1000)]).toEqual([4, 1, 1]);
  });
});

describe('throttledService()', () => {
  it('makes four busy threads on a limit of one core take four times as long', () => {
    expect(throttledService(600, 4000, 1000)).toBe(2400);
  });

  it('leaves a job alone that stays within its limit, or has none', () => {
    expect([throttledService(600, 1000, 1000), throttledService(600, 1000, 0)]).toEqual([600, 600]);
  });

  it('rounds half a tick up', () => {
    // 3 x 3 / 2 = 4.5 and 1 x 4 / 3 = 1.33
    expect([throttledService(3, 3000, 2000), throttledService(1, 4000, 3000)]).toEqual([5, 1]);
  });
});

describe('exceedsMemoryLimit()', () => {
  it('lets a container use the whole of its limit, and no byte more', () => {
    expect([exceedsMemoryLimit(100, 100), exceedsMemoryLimit(101, 100)]).toEqual([false, true]);
  });

  it('never holds without a limit', () => {
    expect(exceedsMemoryLimit(101, -1)).toBe(false);
  });
});
