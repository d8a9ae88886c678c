import { describe, expect, it } from 'vitest';
import type { AdmittedWorkload, QuotaPreemptor } from '#lib/allocator/rules/kueue-candidates.ts';
import { fairQuotaVictims, type ShareTrial } from '#lib/allocator/rules/kueue-fair-preemption.ts';
import { changeUsages, type QuotaNode, quotaTree } from '#lib/allocator/rules/kueue-quota.ts';

const node = (parent: number, nominal: number, weight = 1): QuotaNode => ({
  parent,
  quotas: [{ nominal, borrowingLimit: Infinity, lendingLimit: Infinity }],
  weight
});
const holds = (queue: number, gpus: number, priority = 0): AdmittedWorkload => ({
  queue,
  priority,
  usage: [gpus],
  queuedAt: 0,
  reservedAt: 0,
  evicted: false
});
const wants = (queue: number, gpus: number, priority = 0, of = {}): QuotaPreemptor => ({
  queue,
  priority,
  queuedAt: 0,
  demand: [gpus],
  contested: [0],
  preemption: { withinQueue: 'LowerPriority', withinCohort: 'Any', whileBorrowingUpTo: undefined, ...of }
});

const [A, B, C] = [1, 2, 3];
const three = [node(-1, 0), node(0, 3), node(0, 3), node(0, 3)];

/** Victims as `index:reason`, and the comparisons of shares. */
function run(nodes: readonly QuotaNode[], preemptor: QuotaPreemptor, ...admitted: AdmittedWorkload[]) {
  const tree = quotaTree(nodes, [0]);
  for (const { queue, usage } of admitted) changeUsages(tree, queue, usage, 1);
  const before = [...tree.usage];
  const compared: ShareTrial[] = [];
  const victims = fairQuotaVictims(tree, preemptor, admitted, (t) => t.act === 'compare-shares' && compared.push(t));
  expect([...tree.usage]).toEqual(before);
  return { victims: victims.map((v) => `${v.workload}:${v.reason}`), compared };
}

describe('fairQuotaVictims()', () => {
  it('reclaims for a queue within its quota without asking about shares', () => {
    const { victims, compared } = run(three, wants(A, 3), holds(B, 9));
    expect(victims).toEqual(['0:InCohortReclamation']);
    expect(compared).toEqual([]);
  });

  it('takes from whoever borrows most', () => {
    expect(run(three, wants(A, 2), holds(B, 4), holds(C, 4), holds(C, 1)).victims).toEqual(['1:InCohortReclamation']);
  });

  it('refuses when the imbalance would only change sides', () => {
    // A would borrow 2 of 9. B borrows 3: it may lose one, which is not enough, and then both borrow 2.
    const ones = (queue: number, n: number) => Array.from({ length: n }, () => holds(queue, 1));
    const { victims, compared } = run(three, wants(A, 2), ...ones(A, 3), ...ones(B, 6));
    expect(victims).toEqual([]);
    expect(compared[0]).toMatchObject({ passes: true, preemptor: 2000 / 9, targetAfter: 2000 / 9 });
    expect(compared.at(-1)).toMatchObject({ passes: false, preemptor: 2000 / 9, targetBefore: 2000 / 9 });
  });

  it('takes from the largest borrower, then of its own what has lower priority', () => {
    const ones = Array.from({ length: 6 }, () => holds(B, 1));
    const { victims } = run(three, wants(A, 2), holds(A, 1, -1), holds(A, 1), holds(A, 1), ...ones);
    expect(victims).toEqual(['3:InCohortFairSharing', '0:InClusterQueue']);
  });

  it('falls back on the share before, once a queue (rule S2-b)', () => {
    // A would borrow 2 of 9; B borrows 3 and without its workload of 6 nothing, so only S2-b lets it go.
    const { victims, compared } = run(three, wants(A, 5), holds(B, 6), holds(C, 3));
    expect(victims).toEqual(['0:InCohortFairSharing']);
    expect(compared.map((t) => t.targetAfter)).toEqual([0, undefined]);
  });

  it('lets a weight decide how much borrowing is fair', () => {
    const light = [node(-1, 0), node(0, 3, 1), node(0, 3, 4), node(0, 3)];
    const ones = Array.from({ length: 9 }, () => holds(B, 1));
    expect(run(three, wants(A, 4), ...ones).victims).toHaveLength(4);
    expect(run(light, wants(A, 6), ...ones).victims).toEqual([]);
  });

  it('stops taking from a queue once it borrows no more', () => {
    const lower = { withinCohort: 'LowerPriority' };
    expect(run(three, wants(A, 3, 1, lower), holds(B, 1), holds(B, 3), holds(C, 5, 9)).victims).toEqual([]);
  });

  it('takes of its own even where its queue stays within its quota', () => {
    const lower = { withinCohort: 'LowerPriority' };
    expect(run(three, wants(A, 1, 1, lower), holds(A, 2), holds(B, 3), holds(C, 4, 9)).victims).toEqual([
      '0:InClusterQueue'
    ]);
  });

  it('goes into a cohort before it takes from a queue of equal share', () => {
    // root > queues 1 (6) and 2 (0); root > team 3 > queue 4. Queues 2 and 4 borrow 3 each.
    const nodes = [node(-1, 0), node(0, 6), node(0, 0), node(0, 0), node(3, 0)];
    expect(run(nodes, wants(1, 3), holds(2, 3), holds(4, 3)).victims).toEqual(['1:InCohortReclamation']);
  });

  it('never takes from a queue outside the tree', () => {
    const apart = [node(-1, 0), node(0, 3), node(-1, 0), node(2, 0)];
    expect(run(apart, wants(1, 4), holds(3, 4)).victims).toEqual([]);
  });

  it('preempts by priority in a queue without cohort', () => {
    expect(run([node(-1, 3)], wants(0, 2, 1), holds(0, 2), holds(0, 1)).victims).toEqual(['0:InClusterQueue']);
  });

  it('compares the nodes just below the cohort where both meet, and goes down to the largest share', () => {
    // root > team 1 > queues 3, 4; root > team 2 > queue 5. Queue 4 borrows more, but its team as a whole least.
    const nodes = [node(-1, 6), node(0, 6), node(0, 0), node(1, 0), node(1, 0), node(2, 0)];
    const { victims, compared } = run(nodes, wants(3, 4), holds(4, 4), holds(5, 4), holds(5, 4));
    expect(victims).toEqual(['1:InCohortFairSharing']);
    expect(compared[0]).toMatchObject({ preemptor: (2 / 12) * 1000, targetBefore: (8 / 12) * 1000 });
  });
});
