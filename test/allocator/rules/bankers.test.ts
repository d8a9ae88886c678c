import { describe, expect, it } from 'vitest';
import {
  bankRequest,
  type BankEvidence,
  countSafeOrders,
  deadlocked,
  isSafeOrder,
  needOf,
  safety
} from '#lib/allocator/rules/bankers.ts';

// One resource of 10 units. p0 may want 8 more, p1 2 more, p2 5 more; 3 are free: p1, then p2, then p0.
const tapes = { available: [3], allocation: [[1], [2], [4]], max: [[9], [4], [9]] };

describe('needOf()', () => {
  it('is what each process may still ask for', () => {
    expect(needOf(tapes)).toEqual([[8], [2], [5]]);
  });
});

describe('safety()', () => {
  it('finishes the lowest process that can, and starts again from the lowest', () => {
    expect(safety(tapes)).toEqual({ safe: true, order: [1, 2, 0] });
  });

  it('lists those that can still finish in an unsafe state', () => {
    expect(safety({ ...tapes, available: [2] })).toEqual({ safe: false, order: [1] });
  });

  it('needs every resource, not some', () => {
    const state = { available: [5, 0], allocation: [[0, 0]], max: [[1, 1]] };
    expect(safety(state).safe).toBe(false);
  });

  it('reports each comparison with its numbers', () => {
    const looks: BankEvidence[] = [];
    safety({ ...tapes, available: [2] }, (look) => looks.push(look));
    expect(looks.slice(0, 2)).toEqual([
      { process: 0, needs: [8], work: [2], finishes: false },
      { process: 1, needs: [2], work: [2], finishes: true }
    ]);
  });
});

describe('isSafeOrder()', () => {
  it('accepts an order in which each finds what it needs', () => {
    expect(isSafeOrder(tapes, [1, 2, 0])).toBe(true);
  });

  it('rejects an order in which one comes too early', () => {
    expect(isSafeOrder(tapes, [2, 1, 0])).toBe(false);
  });
});

describe('countSafeOrders()', () => {
  it('counts every order where nobody needs more', () => {
    expect(countSafeOrders({ available: [0], allocation: [[1], [2], [3]], max: [[1], [2], [3]] })).toBe(6);
  });

  it('counts 1 where each waits for the one before', () => {
    expect(countSafeOrders(tapes)).toBe(1);
  });

  it('refuses more processes than it can count', () => {
    const rows = new Array<number[]>(21).fill([0]);
    expect(() => countSafeOrders({ available: [0], allocation: rows, max: rows })).toThrow('21 processes, at most 20');
  });
});

describe('bankRequest()', () => {
  it('grants what leaves the state safe', () => {
    expect(bankRequest(tapes, 1, [1])).toBe('granted');
  });

  it('lets a process wait when granting would leave no safe order, although the units are free', () => {
    expect(bankRequest(tapes, 0, [2])).toBe('unsafe');
  });

  it('lets a process wait for units that are not free', () => {
    expect(bankRequest(tapes, 2, [4])).toBe('notAvailable');
  });

  it('calls it an error to ask beyond the declared maximum, free or not', () => {
    expect(bankRequest(tapes, 1, [3])).toBe('exceedsMaximum');
  });
});

describe('deadlocked()', () => {
  it('finds two processes that each wait for what the other holds', () => {
    expect(
      deadlocked(
        [0, 0],
        [
          [1, 0],
          [0, 1]
        ],
        [
          [0, 1],
          [1, 0]
        ]
      )
    ).toEqual([0, 1]);
  });

  it('finds none when a third will give back what they wait for', () => {
    expect(
      deadlocked(
        [0, 0],
        [
          [1, 0],
          [0, 1],
          [0, 1]
        ],
        [
          [0, 1],
          [1, 0],
          [0, 0]
        ]
      )
    ).toEqual([]);
  });

  it('leaves out a process that holds nothing: it waits, but nobody waits for it', () => {
    expect(
      deadlocked(
        [0, 0],
        [
          [1, 0],
          [0, 1],
          [0, 0]
        ],
        [
          [0, 1],
          [1, 0],
          [1, 0]
        ]
      )
    ).toEqual([0, 1]);
  });
});
