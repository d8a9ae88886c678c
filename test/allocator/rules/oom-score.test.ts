import { describe, expect, it } from 'vitest';
import { isNodeCritical, oomScoreAdj } from '../../../src/lib/allocator/rules/oom-score.ts';

const GiB = 1024 * 1024 * 1024;

describe('oomScoreAdj()', () => {
  it('gives the classes at either end a score of their own', () => {
    expect([oomScoreAdj('Guaranteed', GiB, 16 * GiB), oomScoreAdj('BestEffort', 0, 16 * GiB)]).toEqual([-997, 1000]);
  });

  it('is lower the more of the node a Burstable container requests', () => {
    // 1000 - floor(1000 / 16), 1000 - floor(15000 / 16)
    expect([1, 15].map((request) => oomScoreAdj('Burstable', request * GiB, 16 * GiB))).toEqual([938, 63]);
  });

  it('keeps Burstable between the other two', () => {
    expect([0, 1, 16].map((request) => oomScoreAdj('Burstable', request * GiB, 16 * GiB))).toEqual([999, 938, 3]);
  });

  it('counts exactly where a thousand times the request is more than 2^53', () => {
    const capacity = 9_007_199_254_740_991;
    expect(oomScoreAdj('Burstable', (capacity - 1) / 2, capacity)).toBe(501);
  });
});

describe('isNodeCritical()', () => {
  it('wants the class as well as the priority', () => {
    expect([
      isNodeCritical(2_000_001_000, 'system-node-critical'),
      isNodeCritical(2_000_000_000, ''),
      isNodeCritical(0, 'system-node-critical')
    ]).toEqual([true, false, false]);
  });
});
