import { describe, expect, it } from 'vitest';
import {
  type PodSpec,
  assumedAmounts,
  assumedRequest,
  podRequest
} from '../../../src/lib/allocator/rules/pod-request.ts';

const cpuOf = (pod: PodSpec): number | undefined => podRequest(pod, 1)[0];
const init = (cpu: number) => ({ requests: [cpu], sidecar: false });
const sidecar = (cpu: number) => ({ requests: [cpu], sidecar: true });

describe('podRequest()', () => {
  it('adds up the containers, which run together', () => {
    expect(cpuOf({ containers: [[2], [3]] })).toBe(5);
  });

  it('takes the largest init container, since they run one at a time', () => {
    expect(cpuOf({ containers: [[1]], initContainers: [init(4), init(3)] })).toBe(4);
  });

  it('adds a sidecar to the containers it runs beside', () => {
    expect(cpuOf({ containers: [[2]], initContainers: [sidecar(1)] })).toBe(3);
  });

  it('adds a sidecar to the init containers that start after it', () => {
    expect(cpuOf({ containers: [[1]], initContainers: [sidecar(2), init(4)] })).toBe(6);
  });

  it('does not add a sidecar to an init container that ran before it', () => {
    expect(cpuOf({ containers: [[1]], initContainers: [init(4), sidecar(2)] })).toBe(4);
  });

  it('adds the overhead on top of whichever phase is larger', () => {
    expect(cpuOf({ containers: [[1]], initContainers: [init(4)], overhead: [2] })).toBe(6);
  });

  it('lets a pod-level request replace the containers, and adds the overhead to it', () => {
    expect(cpuOf({ containers: [[1]], podLevel: [7], overhead: [2] })).toBe(9);
  });

  it('takes resource by resource, so that each may peak in another phase', () => {
    const pod = { containers: [[1, 8]], initContainers: [{ requests: [4, 2], sidecar: false }] };
    expect([...podRequest(pod, 2)]).toEqual([4, 8]);
  });
});

describe('assumedRequest()', () => {
  it('fills in what each container leaves out', () => {
    expect([...assumedRequest({ containers: [[], [200]] }, [100])]).toEqual([300]);
  });

  it('takes an explicit zero at its word', () => {
    expect([...assumedRequest({ containers: [[0]] }, [100])]).toEqual([0]);
  });

  it('fills in init containers too', () => {
    expect([...assumedRequest({ containers: [], initContainers: [{ requests: [], sidecar: true }] }, [100])]).toEqual([
      100
    ]);
  });
});

describe('assumedAmounts()', () => {
  it('assumes 100 millicores and 200 MiB, and nothing of other resources', () => {
    expect(assumedAmounts(['pods', 'cpu', 'memory', 'nvidia.com/gpu'])).toEqual([0, 100, 209_715_200, 0]);
  });
});
