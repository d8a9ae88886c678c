import { describe, expect, it } from 'vitest';
import { nodesToFind } from '#lib/allocator/rules/nodes-to-find.ts';

describe('nodesToFind()', () => {
  it('looks at all of a cluster below 100 nodes, whatever the setting', () => {
    expect([nodesToFind(99), nodesToFind(99, 10)]).toEqual([99, 99]);
  });

  it('takes a smaller share of a larger cluster: 50 % less one for every 125 nodes', () => {
    expect([nodesToFind(500), nodesToFind(550), nodesToFind(1000)]).toEqual([230, 253, 420]);
  });

  it('never takes less than 5 %', () => {
    expect(nodesToFind(15_000)).toBe(750);
  });

  it('never stops before 100 nodes', () => {
    expect([nodesToFind(125), nodesToFind(1000, 5)]).toEqual([100, 100]);
  });

  it('takes the share that is set', () => {
    expect([nodesToFind(6000, 40), nodesToFind(6000, 100)]).toEqual([2400, 6000]);
  });
});
