import { describe, expect, it } from 'vitest';
import { schedulerDelay } from '#lib/allocator/rules/scheduler-backoff.ts';

describe('schedulerDelay()', () => {
  it('doubles from 1 second and stays at 10', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((attempts) => schedulerDelay(attempts))).toEqual([1, 2, 4, 8, 10, 10, 10]);
  });

  it('lets a wait reach the cap exactly', () => {
    expect([1, 2, 3].map((attempts) => schedulerDelay(attempts, 5, 10))).toEqual([5, 10, 10]);
  });
});
