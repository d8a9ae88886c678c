import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { podQuantities } from '../../../src/lib/allocator/rules/pod-quantities.ts';
import { podRequest } from '../../../src/lib/allocator/rules/pod-request.ts';
import { amountIn, printResourceList as print } from '../../../src/lib/allocator/rules/resource-list.ts';
import { container } from './container.ts';

describe('podQuantities()', () => {
  it('adds containers, and counts those that run first by their maximum', () => {
    const pod = {
      containers: [container({ requests: { cpu: 1 } }), container({ requests: { cpu: 1 } })],
      initContainers: [container({ requests: { cpu: 3 } }), container({ requests: { cpu: 2 } })]
    };
    expect(print(podQuantities(pod, 'requests'))).toBe('cpu=3');
  });

  it('keeps the suffixes of the first amount', () => {
    const containers = [container({ limits: { memory: '60Mi' } }), container({ limits: { memory: '60Mi' } })];
    expect(print(podQuantities({ containers }, 'limits'))).toBe('memory=120Mi');
  });

  it('leaves out what no container mentions', () => {
    expect(print(podQuantities({ containers: [container({ requests: { cpu: 1 } })] }, 'limits'))).toBe('');
  });

  it('agrees with the whole numbers of the scheduler for any mix of containers and sidecars', () => {
    const cpu = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });
    const init = fc.record({ cpu, sidecar: fc.boolean() });
    const read = (amount: number | undefined) => container(amount === undefined ? {} : { requests: { cpu: amount } });
    fc.assert(
      fc.property(fc.array(cpu, { maxLength: 3 }), fc.array(init, { maxLength: 4 }), (ordinary, first) => {
        const exact = podQuantities(
          {
            containers: ordinary.map(read),
            initContainers: first.map((c) => ({ ...read(c.cpu), sidecar: c.sidecar }))
          },
          'requests'
        );
        const milli = (amount: number | undefined) => [amount === undefined ? undefined : amount * 1000];
        const whole = podRequest(
          {
            containers: ordinary.map(milli),
            initContainers: first.map((c) => ({ requests: milli(c.cpu), sidecar: c.sidecar }))
          },
          1
        );
        expect(amountIn(exact, 'cpu')).toBe(whole[0]);
      })
    );
  });
});
