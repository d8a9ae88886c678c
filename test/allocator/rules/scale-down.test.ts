import { describe, expect, it } from 'vitest';
import { nodeUtilisation, type ScaleDownEvidence, scanNode, type Use } from '#lib/allocator/rules/scale-down.ts';

const use = (requested: number, allocatable: number, excluded = 0): Use => ({ requested, allocatable, excluded });
const idle = { utilisation: 0.2, podsFitElsewhere: true, unneededSince: 0 };

describe('nodeUtilisation()', () => {
  it('is the larger share of cpu and memory', () => {
    expect([nodeUtilisation(use(1, 10), use(3, 10), null), nodeUtilisation(use(3, 10), use(1, 10), null)]).toEqual([
      0.3, 0.3
    ]);
  });

  it('looks at the GPUs alone where there are any, so a full cpu does not keep a GPU node', () => {
    expect(nodeUtilisation(use(8, 8), use(8, 8), use(2, 8))).toBe(0.25);
  });

  it('takes what excluded pods hold off what the node offers', () => {
    expect(nodeUtilisation(use(2, 10, 2), use(0, 10), null)).toBe(0.25);
  });

  it('is 0, not NaN, where excluded pods hold everything', () => {
    expect(nodeUtilisation(use(0, 4, 4), use(0, 4, 4), null)).toBe(0);
  });
});

describe('scanNode()', () => {
  it('removes a node once it has been below the threshold for 10 minutes', () => {
    expect([scanNode(idle, 599, null).remove, scanNode(idle, 600, null).remove]).toEqual([false, true]);
  });

  it('starts the time at the first scan that finds the node unneeded', () => {
    expect(scanNode({ ...idle, unneededSince: null }, 40, null)).toEqual({ unneededSince: 40, remove: false });
  });

  it('starts afresh after the node was needed', () => {
    expect(scanNode({ ...idle, utilisation: 0.7 }, 900, null)).toEqual({ unneededSince: null, remove: false });
  });

  it('takes a node exactly at the threshold to be needed', () => {
    expect(scanNode({ ...idle, utilisation: 0.5 }, 900, null).unneededSince).toBeNull();
  });

  it('keeps a node whose pods fit nowhere else', () => {
    expect(scanNode({ ...idle, podsFitElsewhere: false }, 900, null).remove).toBe(false);
  });

  it('removes nothing for 10 minutes after a node was added, but lets the time count on', () => {
    expect(scanNode(idle, 900, 301)).toEqual({ unneededSince: 0, remove: false });
    expect(scanNode(idle, 901, 301).remove).toBe(true);
  });

  it('holds nothing back in a cluster to which no node was ever added', () => {
    expect(scanNode(idle, 20, null, { threshold: 0.5, unneededTime: 10, delayAfterAdd: 600 }).remove).toBe(true);
  });

  it('reports no time for a node that is needed', () => {
    const seen: ScaleDownEvidence[] = [];
    scanNode({ ...idle, utilisation: 0.7 }, 600, null, undefined, (evidence) => seen.push(evidence));
    expect(seen).toMatchObject([{ unneededFor: null, sinceAdd: null }]);
  });

  it('reports the numbers it compares', () => {
    const seen: ScaleDownEvidence[] = [];
    scanNode(idle, 600, 500, undefined, (evidence) => seen.push(evidence));
    expect(seen).toEqual([
      { utilisation: 0.2, threshold: 0.5, podsFitElsewhere: true, unneededFor: 600, sinceAdd: 100 }
    ]);
  });
});
