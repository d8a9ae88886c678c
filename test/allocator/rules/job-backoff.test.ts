import { describe, expect, it } from 'vitest';
import { recordEnds, remainingDelay, retryDelay } from '#lib/allocator/rules/job-backoff.ts';

describe('recordEnds()', () => {
  it('adds failures to those before and keeps the time of the latest, in whatever order they are told', () => {
    expect(recordEnds({ failures: 2, lastFailure: 5 }, [], [9, 7])).toEqual({ failures: 4, lastFailure: 9 });
  });

  it('leaves the record alone when nothing ended', () => {
    expect(recordEnds({ failures: 2, lastFailure: 5 }, [], [])).toEqual({ failures: 2, lastFailure: 5 });
  });

  it('starts afresh with a success', () => {
    expect(recordEnds({ failures: 2, lastFailure: 5 }, [9], [])).toEqual({ failures: 0, lastFailure: null });
  });

  // 6 fails · 7 succeeds · 7 fails · 8 fails: only the last is later than the success.
  it('counts the failures later than the last success, not one at the same time', () => {
    expect(recordEnds({ failures: 2, lastFailure: 5 }, [3, 7], [6, 8, 7])).toEqual({ failures: 1, lastFailure: 8 });
  });
});

describe('retryDelay()', () => {
  it('doubles from 10 seconds and stays at 600', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 50].map((n) => retryDelay(n))).toEqual([
      0, 10, 20, 40, 80, 160, 320, 600, 600, 600
    ]);
  });

  it('caps a doubled wait, but not the first', () => {
    expect([retryDelay(1, 10, 5), retryDelay(2, 10, 5)]).toEqual([10, 5]);
  });
});

describe('remainingDelay()', () => {
  it('counts from the last failure', () => {
    expect(remainingDelay(2, 5, 10, 600)).toBe(15);
  });

  it('is never below 0', () => {
    expect(remainingDelay(1, 11, 10, 600)).toBe(0);
  });
});
