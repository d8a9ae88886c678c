import { describe, expect, it } from 'vitest';
import { migCard, migCards, migProfile } from '#lib/allocator/rules/mig-profiles.ts';
import { migResource } from '#lib/allocator/rules/mig-resource.ts';

describe('migCard()', () => {
  it('names a profile by compute slices and nominal memory', () => {
    expect(migCard('H200-141GB').profiles.map(({ name }) => name)).toEqual([
      '1g.18gb',
      '1g.18gb+me',
      '1g.35gb',
      '2g.35gb',
      '3g.71gb',
      '4g.71gb',
      '7g.141gb'
    ]);
  });

  it('has as many instances of the smallest profile as compute slices', () => {
    const most = (model: string) => migCard(model).profiles[0]?.maxInstances;
    expect([...migCards.keys()].map(most)).toEqual([4, 7, 7, 7, 7, 7]);
  });

  it('refuses a model without MIG and names those with it', () => {
    expect(() => migCard('V100')).toThrow('Cannot cut up GPU "V100": it must be one of A30-24GB, A100-40GB');
  });
});

describe('migProfile()', () => {
  it('knows what an instance has', () => {
    expect(migProfile(migCard('H100-80GB'), '3g.40gb')).toMatchObject({
      id: 9,
      size: 4,
      starts: [0, 4],
      maxInstances: 2,
      measured: { memoryGiB: 39.5, multiprocessors: 60, copyEngines: 3 }
    });
  });

  it('has no profile of another card', () => {
    expect(migProfile(migCard('A100-40GB'), '3g.40gb')).toBeUndefined();
  });
});

describe('migResource()', () => {
  it('is a resource a profile under the mixed strategy, with a dot for the plus', () => {
    expect(migResource('1g.5gb+me', 'mixed')).toBe('nvidia.com/mig-1g.5gb.me');
  });

  it('is a GPU like any other under the single strategy', () => {
    expect(migResource('1g.5gb', 'single')).toBe('nvidia.com/gpu');
  });
});
