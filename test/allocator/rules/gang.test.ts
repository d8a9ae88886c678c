import { describe, expect, it } from 'vitest';
import { type GangEvidence, type GangPod, placeGang, placeInTurns } from '#lib/allocator/rules/gang.ts';

/** Pods of so many GPUs that go to the first node with room, one resource a node. */
const gang = (pods: number, gpus: number): GangPod[] =>
  Array<GangPod>(pods).fill({ demand: [gpus], choose: (free) => Array.from(free).findIndex((left) => left >= gpus) });

describe('placeGang()', () => {
  it('places every pod in the room that those before it leave', () => {
    expect(placeGang(gang(3, 2), [4, 3])).toEqual([0, 0, 1]);
  });

  it('places none where one finds no node, though the GPUs would do in total', () => {
    expect(placeGang(gang(3, 2), [3, 3])).toBeUndefined();
  });

  it('leaves the room as it was', () => {
    const free = [4];
    placeGang(gang(2, 2), free);
    expect(free).toEqual([4]);
  });

  it('stops at the first pod that fits nowhere', () => {
    let placed = 0;
    placeGang([...gang(1, 9), ...gang(2, 1)], [4], (evidence) => (placed = evidence.placed));
    expect(placed).toBe(0);
  });

  it('tells how many pods found a node', () => {
    const seen: GangEvidence[] = [];
    placeGang(gang(5, 1), [2, 1], (evidence) => seen.push(evidence));
    expect(seen).toEqual([{ needed: 5, placed: 3 }]);
  });
});

describe('placeInTurns()', () => {
  it('gives each gang a pod in turn, so that two of four share six GPUs and none is complete', () => {
    expect(placeInTurns([gang(4, 1), gang(4, 1)], [6]).map((nodes) => nodes.length)).toEqual([3, 3]);
  });

  it('goes on with the others when the pods of one no longer fit', () => {
    expect(placeInTurns([gang(2, 3), gang(4, 1)], [6]).map((nodes) => nodes.length)).toEqual([1, 3]);
  });

  it('stops at the size of a gang', () => {
    expect(placeInTurns([gang(1, 1), gang(2, 1)], [9])).toEqual([[0], [0, 0]]);
  });
});
