import { describe, expect, it } from 'vitest';
import {
  kingmanWait,
  little,
  mg1,
  mm1,
  mm1k,
  mm1MoreThan,
  mm1TurnaroundQuantile,
  squaredVariation
} from '#lib/allocator/rules/queueing.ts';

describe('little()', () => {
  it('finds 15 jobs in a system that 6 an hour enter and stay in for 2.5 hours', () => {
    expect(little(6, 2.5)).toBe(15);
  });
});

describe('mm1()', () => {
  it('holds one job on average at half load, and half of it waits', () => {
    expect(mm1(0.5, 1)).toEqual({ rho: 0.5, L: 1, Lq: 0.5, W: 2, Wq: 1 });
  });

  it('makes a job wait 49 services at 98 % load: waiting explodes near full use', () => {
    expect(mm1(0.98, 1).Wq).toBeCloseTo(49, 9);
  });

  it('makes nobody wait where nobody comes', () => {
    expect(mm1(0, 2)).toEqual({ rho: 0, L: 0, Lq: 0, W: 0.5, Wq: 0 });
  });

  it('refuses a queue that grows for ever', () => {
    expect(() => mm1(1, 1)).toThrow(new RangeError('Cannot give means of a queue: utilisation is 1, must be < 1'));
  });
});

describe('mm1MoreThan()', () => {
  it('finds more than none in the system as often as the server is busy', () => {
    expect(mm1MoreThan(0.5, 0)).toBe(0.5);
  });

  it('halves with each further job at half load', () => {
    expect(mm1MoreThan(0.5, 5)).toBe(1 / 64);
  });
});

describe('mm1TurnaroundQuantile()', () => {
  it('puts 90 % of turnarounds below 2.303 times their mean', () => {
    expect(mm1TurnaroundQuantile(2, 0.9)).toBeCloseTo(4.60517018598809, 12);
  });
});

describe('squaredVariation()', () => {
  it('is 0 for a constant and 1 for an exponential time, whatever its mean', () => {
    expect([squaredVariation(3, 9), squaredVariation(2, 8)]).toEqual([0, 1]);
  });
});

describe('mg1()', () => {
  it('halves the wait of exponential service when every service is the same', () => {
    expect(mg1(0.8, 1, 1).Wq).toBeCloseTo(mm1(0.8, 1).Wq / 2, 12);
  });

  it('multiplies the wait by (1 + variation) / 2', () => {
    expect(mg1(0.8, 1, 5).Wq).toBeCloseTo((mm1(0.8, 1).Wq * (1 + squaredVariation(1, 5))) / 2, 12);
  });
});

describe('mm1k()', () => {
  it('finds all numbers in the system equally likely at full load, so one job in K + 1 is lost', () => {
    const { blocking, L, effectiveRate, W } = mm1k(1, 1, 5);
    expect([blocking, L, effectiveRate]).toEqual([1 / 6, 2.5, 1 - 1 / 6]);
    expect(W).toBeCloseTo(3, 12);
  });

  it('comes close to M/M/1 when there is room for many', () => {
    expect(mm1k(0.5, 1, 60).W).toBeCloseTo(mm1(0.5, 1).W, 12);
  });
});

describe('kingmanWait()', () => {
  it('is exact for M/M/1, where both variations are 1', () => {
    expect(kingmanWait(0.8, 1, 1, 2)).toBeCloseTo(mm1(0.4, 0.5).Wq, 12);
  });

  it('sees no wait where nothing varies', () => {
    expect(kingmanWait(0.9, 0, 0, 1)).toBe(0);
  });
});
