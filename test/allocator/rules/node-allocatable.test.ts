import { describe, expect, it } from 'vitest';
import { nodeAllocatable, reservedAmounts } from '../../../src/lib/allocator/rules/node-allocatable.ts';

const GiB = 1024 * 1024 * 1024;
const NOTHING = { kubeReserved: {}, systemReserved: {}, evictionHard: {} };

describe('reservedAmounts()', () => {
  it('adds what kubelet, system and eviction keep', () => {
    // The example of the Kubernetes documentation: 1 + 0.5 cores, 2 + 1 + 0.5 GiB
    const reserved = reservedAmounts(
      { cpu: 16_000, memory: 32 * GiB },
      {
        kubeReserved: { cpu: 1000, memory: 2 * GiB },
        systemReserved: { cpu: 500, memory: GiB },
        evictionHard: { 'memory.available': GiB / 2 }
      }
    );
    expect(reserved).toEqual({ cpu: 1500, memory: 3.5 * GiB });
  });

  it('takes a percentage of the capacity, in the 32 bits of the kubelet', () => {
    const evictionHard = { 'memory.available': { percent: 5 } };
    expect(reservedAmounts({ memory: 10 * GiB }, { ...NOTHING, evictionHard })).toEqual({ memory: 536_870_920 });
  });

  it('keeps storage for nodefs.available and nothing for other signals', () => {
    const evictionHard = { 'nodefs.available': 100, 'imagefs.available': 50 };
    expect(reservedAmounts({}, { ...NOTHING, evictionHard })).toEqual({ 'ephemeral-storage': 100 });
  });
});

describe('nodeAllocatable()', () => {
  it('leaves alone what nothing is kept of', () => {
    expect(nodeAllocatable({ cpu: 8000, 'nvidia.com/gpu': 1 }, { cpu: 200 })).toEqual({
      cpu: 7800,
      'nvidia.com/gpu': 1
    });
  });

  it('is 0 where more is kept than there is', () => {
    expect(nodeAllocatable({ cpu: 1000 }, { cpu: 2000 })).toEqual({ cpu: 0 });
  });
});
