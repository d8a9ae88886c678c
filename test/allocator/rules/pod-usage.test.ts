import { describe, expect, it } from 'vitest';
import { countsPods, podUsage } from '../../../src/lib/allocator/rules/pod-usage.ts';
import {
  parseResourceList as list,
  printResourceList as print
} from '../../../src/lib/allocator/rules/resource-list.ts';
import { container } from './container.ts';

describe('podUsage()', () => {
  it('counts a request under both names of its resource, and a limit under one', () => {
    const pod = { containers: [container({ requests: { cpu: 1 }, limits: { cpu: 2 } })] };
    expect(print(podUsage(pod))).toBe('count/pods=1,cpu=1,limits.cpu=2,pods=1,requests.cpu=1');
  });

  it('counts a device as requested only', () => {
    const pod = { containers: [container({ requests: { 'nvidia.com/gpu': 2 }, limits: { 'nvidia.com/gpu': 2 } })] };
    expect(print(podUsage(pod))).toBe('count/pods=1,pods=1,requests.nvidia.com/gpu=2');
  });

  it('counts a pod that has ended as an object only', () => {
    const pod = { containers: [container({ requests: { cpu: 1 } })], phase: 'Failed' } as const;
    expect(print(podUsage(pod))).toBe('count/pods=1');
  });

  it('adds the overhead to requests, and to limits that there are', () => {
    const pod = {
      containers: [container({ requests: { cpu: 1, memory: 10 }, limits: { cpu: 2 } })],
      overhead: list({ cpu: '250m', memory: 5 })
    };
    expect(print(podUsage(pod))).toBe(
      'count/pods=1,cpu=1250m,limits.cpu=2250m,memory=15,pods=1,requests.cpu=1250m,requests.memory=15'
    );
  });
});

describe('countsPods()', () => {
  it.each([
    ['pods', true],
    ['limits.memory', true],
    ['requests.nvidia.com/gpu', true],
    ['requests.hugepages-2Mi', true],
    ['nvidia.com/gpu', false],
    ['limits.nvidia.com/gpu', false],
    ['services', false],
    ['requests.storage', false]
  ])('%s: %s', (name, counts) => {
    expect(countsPods(name)).toBe(counts);
  });
});
