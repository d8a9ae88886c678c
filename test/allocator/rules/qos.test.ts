import { describe, expect, it } from 'vitest';
import { computeAmounts } from '../../../src/lib/allocator/rules/compute-amounts.ts';
import { defaultContainer } from '../../../src/lib/allocator/rules/container-defaults.ts';
import { qosClass } from '../../../src/lib/allocator/rules/qos.ts';
import { container } from './container.ts';

const classOf = (...written: Parameters<typeof container>[0][]) =>
  qosClass(written.map((c) => computeAmounts(defaultContainer(container(c)))));

const BOTH = { cpu: 1, memory: '1Gi' };

describe('qosClass()', () => {
  it('is Guaranteed where limits alone are set, for they become the requests', () => {
    expect(classOf({ limits: BOTH })).toBe('Guaranteed');
  });

  it('is BestEffort where nothing is set', () => {
    expect(classOf({}, {})).toBe('BestEffort');
  });

  it('does not count a GPU', () => {
    expect(classOf({ limits: { 'nvidia.com/gpu': 1 } })).toBe('BestEffort');
  });

  it('takes 0 for unset', () => {
    expect(classOf({ requests: { cpu: 0 }, limits: { memory: 0 } })).toBe('BestEffort');
  });

  it.each([
    ['requests alone are set', [{ requests: BOTH }]],
    ['only memory is limited', [{ limits: { memory: '1Gi' } }]],
    ['a request is below its limit', [{ requests: { cpu: '500m' }, limits: BOTH }]],
    ['one of two containers sets nothing', [{ limits: BOTH }, {}]],
    ['one container has no limits and the sums are equal', [{ limits: BOTH }, { requests: BOTH, limits: { cpu: 1 } }]]
  ])('is Burstable where %s', (_, written) => {
    expect(classOf(...written)).toBe('Burstable');
  });
});
