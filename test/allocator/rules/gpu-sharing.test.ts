import { describe, expect, it } from 'vitest';
import {
  advertised,
  GPU_RESOURCE,
  placeReplicas,
  refusesSeveral,
  severalRefused,
  timeShare
} from '#lib/allocator/rules/gpu-sharing.ts';

const gpus = (replicas: number, ...allocated: number[]) => allocated.map((n) => ({ replicas, allocated: n }));

describe('advertised()', () => {
  it('multiplies GPUs by replicas', () => {
    expect(advertised(GPU_RESOURCE, 8, 10)).toEqual({ resource: 'nvidia.com/gpu', count: 80 });
  });

  it('renames shared GPUs when asked to, and whole ones never', () => {
    expect(advertised(GPU_RESOURCE, 8, 10, true).resource).toBe('nvidia.com/gpu.shared');
    expect(advertised(GPU_RESOURCE, 8, 1, true).resource).toBe('nvidia.com/gpu');
  });
});

describe('severalRefused()', () => {
  it('lets one replica through and refuses two, with the numbers', () => {
    expect(severalRefused(1)).toBeUndefined();
    expect(severalRefused(2)).toMatchObject({ requested: 2, maximum: 1 });
  });

  it('is what MPS does unless told otherwise, and time slicing does not', () => {
    expect([refusesSeveral('mps'), refusesSeveral('timeSlicing')]).toEqual([true, false]);
  });
});

describe('placeReplicas()', () => {
  it('spreads over the GPUs with the fewest allocated', () => {
    expect(placeReplicas(gpus(4, 2, 0, 0), 3, 'distributed')).toEqual([0, 2, 1]);
  });

  it('fills the GPU with the most allocated before the next', () => {
    expect(placeReplicas(gpus(4, 0, 2, 0), 3, 'packed')).toEqual([1, 2, 0]);
  });

  it('prefers, among equals, the GPU that this pod has least of', () => {
    expect(placeReplicas(gpus(2, 0, 1), 2, 'distributed')).toEqual([1, 1]);
  });

  it('passes over a GPU whose replicas are all taken', () => {
    expect(placeReplicas(gpus(2, 2, 1), 1, 'packed')).toEqual([0, 1]);
  });

  it('gives nothing where too few are free', () => {
    expect(placeReplicas(gpus(2, 1), 2, 'distributed')).toBeUndefined();
  });
});

describe('timeShare()', () => {
  it('is equal for all processes', () => {
    expect(timeShare(4)).toBe(0.25);
  });
});
