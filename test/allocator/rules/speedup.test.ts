import { describe, expect, it } from 'vitest';
import { amdahlSpeedup, grahamBounds } from '#lib/allocator/rules/speedup.ts';

describe('amdahlSpeedup()', () => {
  it('gains nothing on one processor', () => {
    expect(amdahlSpeedup(0.9, 1)).toBeCloseTo(1, 15);
  });

  it('grows with the processors where all of the job can be spread', () => {
    expect(amdahlSpeedup(1, 64)).toBe(64);
  });

  it('never passes 20 when a twentieth of the job cannot be spread', () => {
    expect(amdahlSpeedup(0.95, 64)).toBeCloseTo(15.421686746988, 12);
    expect(amdahlSpeedup(0.95, 1e12)).toBeCloseTo(20, 9);
  });
});

describe('grahamBounds()', () => {
  // Eleven jobs of 10 and one of 60 on 4 slots: 60 if the long one goes first, 80 if it goes last.
  it('holds both the best and the worst order of eleven short jobs and a long one', () => {
    const services = [...new Array<number>(11).fill(10), 60];
    expect(grahamBounds(services, 4)).toEqual({ lower: 60, upper: 87.5 });
  });

  it('leaves no doubt on one slot', () => {
    expect(grahamBounds([3, 4], 1)).toEqual({ lower: 7, upper: 7 });
  });
});
