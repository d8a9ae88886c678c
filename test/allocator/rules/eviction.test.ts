import { describe, expect, it } from 'vitest';
import { evictionOrder } from '../../../src/lib/allocator/rules/eviction.ts';

const pod = (request: number, usage: number, priority = 0) => ({ request, usage, priority });

describe('evictionOrder()', () => {
  it('begins with a pod that exceeds its request, whatever its priority', () => {
    expect(evictionOrder([pod(200, 199, -1), pod(100, 101, 100)])).toEqual([1, 0]);
  });

  it('does not count use of the whole request as exceeding it', () => {
    expect(evictionOrder([pod(100, 100), pod(10, 11, 5)])).toEqual([1, 0]);
  });

  it('takes the lower priority before the larger excess', () => {
    expect(evictionOrder([pod(0, 500, 1), pod(0, 10, 0)])).toEqual([1, 0]);
  });

  it('takes the larger excess in bytes, not in per cent', () => {
    expect(evictionOrder([pod(10, 100), pod(4000, 5000)])).toEqual([1, 0]);
  });

  it('takes the one nearest to its request where none exceeds it', () => {
    expect(evictionOrder([pod(1000, 200), pod(1000, 800)])).toEqual([1, 0]);
  });

  it('keeps the order of pods that nothing tells apart', () => {
    expect(evictionOrder([pod(1, 2), pod(1, 2), pod(1, 2)])).toEqual([0, 1, 2]);
  });
});
