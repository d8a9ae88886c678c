import { describe, expect, it } from 'vitest';
import { defaultContainer } from '../../../src/lib/allocator/rules/container-defaults.ts';
import { printResourceList as print } from '../../../src/lib/allocator/rules/resource-list.ts';
import { container } from './container.ts';

describe('defaultContainer()', () => {
  it('copies a limit into a missing request', () => {
    const stored = defaultContainer(container({ limits: { 'nvidia.com/gpu': 2 } }));
    expect(print(stored.requests)).toBe('nvidia.com/gpu=2');
  });

  it('never copies a request into a missing limit', () => {
    expect(print(defaultContainer(container({ requests: { cpu: 1 } })).limits)).toBe('');
  });

  it('leaves a request of 0 beside its limit', () => {
    expect(print(defaultContainer(container({ requests: { cpu: 0 }, limits: { cpu: 1 } })).requests)).toBe('cpu=0');
  });

  it('rounds every amount up to thousandths', () => {
    const stored = defaultContainer(container({ requests: { cpu: '100u' }, limits: { memory: '1.5m' } }));
    expect([print(stored.requests), print(stored.limits)]).toEqual(['cpu=1m,memory=2m', 'memory=2m']);
  });
});
