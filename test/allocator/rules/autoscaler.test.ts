import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateScaleUp, type PackingEvidence } from '#lib/allocator/rules/autoscaler.ts';

// Resources: cpu, memory, GPUs.
const template = [10, 10, 2];
const group = (count: number, ...demand: number[]) => ({ count, demand: [...demand, 0, 0, 0].slice(0, 3) });
const estimate = (groups: ReturnType<typeof group>[], maxNodes?: number) =>
  estimateScaleUp(template, groups, [0, 1], maxNodes);

describe('estimateScaleUp()', () => {
  it('puts two pods of one GPU on a node of two', () => {
    expect(estimate([group(5, 1, 1, 1)])).toEqual({ newNodes: 3, packed: [5] });
  });

  // Largest first: 6+4, 6+4, 6+4. In the order given: 4+4, 4+6, 6, 6.
  it('packs large pods first, whatever the order they came in', () => {
    expect(estimate([group(3, 4), group(3, 6)]).newNodes).toBe(3);
  });

  it('goes back to a node that an earlier group left room on', () => {
    expect(estimate([group(2, 8, 2), group(2, 2, 8)])).toEqual({ newNodes: 2, packed: [2, 2] });
  });

  it('adds no node for pods that an empty one cannot hold', () => {
    expect(estimate([group(4, 11), group(2, 5)])).toEqual({ newNodes: 1, packed: [0, 2] });
  });

  it('stops at the limit and says which pods stay without a node', () => {
    expect(estimate([group(4, 6), group(3, 4)], 2)).toEqual({ newNodes: 2, packed: [2, 2] });
  });

  it('keeps the order of groups of equal size', () => {
    const seen: number[] = [];
    estimateScaleUp(template, [group(1, 2, 8), group(1, 8, 2)], [0, 1], 9, (evidence) => seen.push(evidence.group));
    expect(seen).toEqual([0, 1]);
  });

  it('reports each group in the order of packing with its numbers', () => {
    const seen: PackingEvidence[] = [];
    estimateScaleUp(template, [group(1, 1), group(2, 5, 5)], [0, 1], 9, (evidence) => seen.push(evidence));
    expect(seen).toEqual([
      { group: 1, score: 1, fitsEmptyNode: true, packed: 2, newNodes: 1 },
      { group: 0, score: 0.1, fitsEmptyNode: true, packed: 1, newNodes: 1 }
    ]);
  });

  it('places every pod that an empty node can hold, on no more nodes than pods and no fewer than their cpu needs', () => {
    const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 10 })), { maxLength: 6 });
    fc.assert(
      fc.property(sizes, (list) => {
        const groups = list.map(([count, cpu]) => group(count, cpu));
        const pods = list.reduce((sum, [count]) => sum + count, 0);
        const cpu = list.reduce((sum, [count, each]) => sum + count * each, 0);
        const { newNodes, packed } = estimate(groups);
        expect(packed).toEqual(list.map(([count]) => count));
        expect(newNodes).toBeLessThanOrEqual(pods);
        expect(newNodes).toBeGreaterThanOrEqual(Math.ceil(cpu / 10));
      })
    );
  });
});
