import { describe, expect, it } from 'vitest';
import {
  allowsOvercommit,
  hugePageSize,
  isContainerResource,
  isCounted,
  isExtendedResource,
  isStandard
} from '../../../src/lib/allocator/rules/resource-names.ts';

describe('isExtendedResource()', () => {
  it.each([
    ['nvidia.com/gpu', true],
    ['cpu', false],
    ['kubernetes.io/gpu', false],
    ['requests.nvidia.com/gpu', false],
    ['nvidia.com/gpu/a100', false]
  ])('%s: %s', (name, extended) => {
    expect(isExtendedResource(name)).toBe(extended);
  });
});

describe('allowsOvercommit()', () => {
  it.each([
    ['cpu', true],
    ['kubernetes.io/gpu', true],
    ['nvidia.com/gpu', false],
    ['hugepages-2Mi', false]
  ])('%s: %s', (name, allowed) => {
    expect(allowsOvercommit(name)).toBe(allowed);
  });
});

describe('isCounted()', () => {
  it('is true of devices and of objects, not of amounts', () => {
    expect(['nvidia.com/gpu', 'pods', 'cpu'].map(isCounted)).toEqual([true, true, false]);
  });
});

describe('isStandard()', () => {
  it('knows names that quotas use, and no others', () => {
    expect(['requests.cpu', 'requests.hugepages-2Mi', 'gpu'].map(isStandard)).toEqual([true, true, false]);
  });
});

describe('isContainerResource()', () => {
  it('leaves out what only quotas count', () => {
    expect(['memory', 'hugepages-1Gi', 'pods'].map(isContainerResource)).toEqual([true, true, false]);
  });
});

describe('hugePageSize()', () => {
  it('reads the size in the name', () => {
    expect(hugePageSize('hugepages-2Mi')?.nano).toBe(2n * 1024n * 1024n * 1_000_000_000n);
  });

  it('is undefined for a name without one', () => {
    expect(hugePageSize('hugepages-big')).toBeUndefined();
  });
});
