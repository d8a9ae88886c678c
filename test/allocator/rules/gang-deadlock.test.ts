import { describe, expect, it } from 'vitest';
import type { GangPod } from '#lib/allocator/rules/gang.ts';
import { deadlockedGangs } from '#lib/allocator/rules/gang-deadlock.ts';

/** A gang of pods of so many GPUs: the nodes it has, and how many pods are missing. */
const partial = (gpus: number, nodes: readonly number[], missing: number) => {
  const demand = [gpus];
  const pod: GangPod = { demand, choose: (free) => Array.from(free).findIndex((left) => left >= gpus) };
  return { held: nodes.map((node) => ({ demand, node })), missing: Array<GangPod>(missing).fill(pod) };
};

describe('deadlockedGangs()', () => {
  it('names both of two gangs that wait for each other', () => {
    expect(deadlockedGangs([partial(1, [0, 0, 0], 1), partial(1, [0, 0, 0], 1)], [0])).toEqual([0, 1]);
  });

  it('sees no deadlock while one that is complete will end', () => {
    expect(deadlockedGangs([partial(1, [0, 0, 0, 0], 0), partial(1, [0, 0], 2)], [0])).toEqual([]);
  });

  it('follows a chain: one that can go on frees another, whatever their order', () => {
    const gangs = [partial(1, [0], 3), partial(1, [0], 2), partial(1, [0], 1)];
    expect(deadlockedGangs(gangs, [1])).toEqual([]);
  });

  it('does not count a gang that holds nothing, though it starves', () => {
    expect(deadlockedGangs([partial(1, [0], 1), partial(1, [], 2)], [0])).toEqual([0]);
  });

  it('names a gang that is larger than what there is', () => {
    expect(deadlockedGangs([partial(1, [0, 0], 1)], [0])).toEqual([0]);
  });

  it('asks for nodes, not totals: two halves on two nodes are no place for a pod of two GPUs', () => {
    expect(deadlockedGangs([partial(2, [0], 1), partial(2, [1], 1)], [1, 1])).toEqual([0, 1]);
    expect(deadlockedGangs([partial(2, [0], 1), partial(2, [1], 1)], [2, 0])).toEqual([]);
  });
});
