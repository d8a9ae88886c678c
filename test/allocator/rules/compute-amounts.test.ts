import { describe, expect, it } from 'vitest';
import { computeAmounts, total } from '../../../src/lib/allocator/rules/compute-amounts.ts';
import { container } from './container.ts';

const amounts = computeAmounts(container({ requests: { cpu: '500m' }, limits: { cpu: 1, memory: '1Ki' } }));

describe('computeAmounts()', () => {
  it('counts millicores and bytes, and 0 for what is not set', () => {
    expect(amounts).toEqual({ cpuRequest: 500, cpuLimit: 1000, memoryRequest: 0, memoryLimit: 1024 });
  });
});

describe('total()', () => {
  it('adds one amount over containers', () => {
    expect(total([amounts, amounts], 'cpuLimit')).toBe(2000);
  });
});
