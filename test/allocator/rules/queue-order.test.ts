import { describe, expect, it } from 'vitest';
import { compareQueued } from '#lib/allocator/rules/queue-order.ts';

describe('compareQueued()', () => {
  it('puts the larger priority first, however late it joined, then whoever joined earlier', () => {
    const queue = [
      { priority: 0, queuedAt: 1 },
      { priority: 5, queuedAt: 9 },
      { priority: 5, queuedAt: 3 }
    ];
    expect(queue.sort(compareQueued).map(({ queuedAt }) => queuedAt)).toEqual([3, 9, 1]);
  });

  it('leaves equals to the caller', () => {
    expect(compareQueued({ priority: 1, queuedAt: 2 }, { priority: 1, queuedAt: 2 })).toBe(0);
  });
});
