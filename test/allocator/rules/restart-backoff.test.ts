import { describe, expect, it } from 'vitest';
import { isWaiting, nextDelay, restartAfterCrash } from '#lib/allocator/rules/restart-backoff.ts';

/** The waits of the first crashes of a container that runs `ran` seconds each time. */
function waits(ran: number, crashes: number): number[] {
  let delay = 0;
  return Array.from({ length: crashes }, () => {
    const { wait, next } = restartAfterCrash(delay, ran);
    delay = next;
    return wait;
  });
}

describe('restartAfterCrash()', () => {
  it('restarts at once after the first crash, then waits 10 seconds, doubling, at most 5 minutes', () => {
    expect(waits(1, 9)).toEqual([0, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it('never waits for a container that ran for more than 10 minutes', () => {
    expect(waits(601, 3)).toEqual([0, 0, 0]);
  });

  it('remembers crashes after exactly 10 minutes', () => {
    expect(waits(600, 3)).toEqual([0, 10, 20]);
  });
});

describe('nextDelay()', () => {
  it('starts afresh after a quiet time of more than twice the cap', () => {
    expect([10, 11].map((idle) => nextDelay({ first: 1, cap: 5 }, 4, idle))).toEqual([5, 1]);
  });
});

describe('isWaiting()', () => {
  it('ends when the wait is over', () => {
    expect([3, 4].map((idle) => isWaiting({ first: 1, cap: 5 }, 4, idle))).toEqual([true, false]);
  });
});
