import { describe, expect, it } from 'vitest';
import { checkpointOverhead, dalyInterval, jobMtbf, youngInterval } from '#lib/allocator/rules/checkpoint.ts';

describe('youngInterval()', () => {
  it('is 2 hours for a cost of 5 minutes and a failure a day, in minutes', () => {
    expect(youngInterval(5, 24 * 60)).toBe(120);
  });
});

describe('dalyInterval()', () => {
  it('gives the figures of the paper: 117, 57 and 9.1 minutes for an mtbf of 24 h, 6 h and 15 min', () => {
    expect([24 * 60, 6 * 60, 15].map((mtbf) => dalyInterval(5, mtbf).toFixed(1))).toEqual(['116.7', '56.7', '9.1']);
  });

  it('is the mtbf once a checkpoint costs twice that', () => {
    expect([dalyInterval(20, 10), dalyInterval(30, 10)]).toEqual([10, 10]);
  });
});

describe('checkpointOverhead()', () => {
  it('loses 8.3 % at the best interval for a cost of 5 minutes and a failure a day', () => {
    expect(checkpointOverhead(120, 5, 24 * 60)).toBeCloseTo(1 / 12, 12);
  });

  it('is least at Young’s interval', () => {
    const best = youngInterval(5, 1440);
    const at = (factor: number) => checkpointOverhead(best * factor, 5, 1440);
    expect(Math.min(at(0.9), at(1.1))).toBeGreaterThan(at(1));
  });
});

describe('jobMtbf()', () => {
  it('shrinks with every part that must not fail', () => {
    expect(jobMtbf(50_000, 1000)).toBe(50);
  });
});
