import { describe, expect, it } from 'vitest';
import { mpsClients, mpsLimits } from '#lib/allocator/rules/mps.ts';

describe('mpsLimits()', () => {
  it('rounds equal parts down, so that three clients get 99 % together', () => {
    expect(mpsLimits(3, 81920)).toEqual({ activeThreadPercentage: 33, pinnedMemoryMiB: 27306 });
  });
});

describe('mpsClients()', () => {
  it('allows 48 clients from compute capability 7.5 and 16 below it', () => {
    const most = (capability: string) => mpsClients(capability, 1).maxClients;
    expect(['6.1', '7.0', '7.5', '8.0', '10.0'].map(most)).toEqual([16, 16, 48, 48, 48]);
  });

  it('reads a leading v', () => {
    expect(mpsClients('v7.5', 1).maxClients).toBe(48);
  });

  it('is valid up to the limit', () => {
    expect([48, 49].map((replicas) => mpsClients('9.0', replicas).valid)).toEqual([true, false]);
  });
});
