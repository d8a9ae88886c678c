import { describe, expect, it } from 'vitest';
import { billing, jobPriority, partitionFactors } from '#lib/allocator/rules/slurm-priority.ts';

describe('jobPriority()', () => {
  const factors = [
    { weight: 1000, factor: 1 },
    { weight: 10_000, factor: 0.1 }
  ];

  it('is the weighted sum less nice', () => {
    expect(jobPriority(factors, 100)).toBe(1900);
  });

  it('rounds down, as Slurm stores it', () => {
    expect(jobPriority([{ weight: 3, factor: 0.5 }], 0)).toBe(1);
    expect(jobPriority([{ weight: 5, factor: 0.5 }], 0)).toBe(2);
  });

  it('stays above 0, which means held, and within 32 bits', () => {
    expect(jobPriority(factors, 5000)).toBe(1);
    expect(jobPriority(factors, -5_000_000_000)).toBe(4_294_967_295);
  });
});

describe('partitionFactors()', () => {
  it('are parts of the largest priority', () => {
    expect(partitionFactors([20, 10], true)).toEqual([1, 0.5]);
  });

  it('are the priorities themselves where they are not normalised', () => {
    expect(partitionFactors([20, 10], false)).toEqual([20, 10]);
  });

  it('are 0 where no partition has a priority', () => {
    expect(partitionFactors([0, 0], true)).toEqual([0, 0]);
  });
});

describe('billing()', () => {
  const resources = [
    { amount: 16, weight: 1, global: false },
    { amount: 64, weight: 0.25, global: false },
    { amount: 2, weight: 3, global: true }
  ];

  it('adds everything up', () => {
    expect(billing(resources, 'SUM')).toBe(38);
  });

  it('takes the largest on nodes under MAX_TRES, and all that is global', () => {
    expect(billing(resources, 'MAX')).toBe(22);
  });
});
