import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdmittedWorkload, QuotaPreemptor } from '#lib/allocator/rules/kueue-candidates.ts';
import { quotaVictims, type QuotaTrial } from '#lib/allocator/rules/kueue-preemption.ts';
import {
  changeUsages,
  copyOf,
  type Quota,
  quotaFits,
  type QuotaNode,
  type QuotaTree,
  quotaTree
} from '#lib/allocator/rules/kueue-quota.ts';
import { reclaimCandidates } from '#lib/allocator/rules/kueue-reclaim.ts';

const quota = (nominal: number): Quota => ({ nominal, borrowingLimit: Infinity, lendingLimit: Infinity });
const node = (parent: number, nominal?: number): QuotaNode => ({
  parent,
  quotas: [nominal === undefined ? undefined : quota(nominal)],
  weight: 1
});

const holds = (
  queue: number,
  priority: number,
  gpus: number,
  of: Partial<AdmittedWorkload> = {}
): AdmittedWorkload => ({
  queue,
  priority,
  usage: [gpus],
  queuedAt: 0,
  reservedAt: 0,
  evicted: false,
  ...of
});

const wants = (queue: number, priority: number, gpus: number, of = {}): QuotaPreemptor => ({
  queue,
  priority,
  queuedAt: 0,
  demand: [gpus],
  contested: [0],
  preemption: { withinQueue: 'LowerPriority', withinCohort: 'Any', whileBorrowingUpTo: undefined, ...of }
});

const used = (nodes: readonly QuotaNode[], admitted: readonly AdmittedWorkload[]): QuotaTree => {
  const tree = quotaTree(nodes, [0]);
  for (const { queue, usage } of admitted) changeUsages(tree, queue, usage, 1);
  return tree;
};

/** Victims in the order taken, as `index:reason`. */
const victims = (nodes: readonly QuotaNode[], preemptor: QuotaPreemptor, ...admitted: AdmittedWorkload[]): string[] =>
  quotaVictims(used(nodes, admitted), preemptor, admitted).map((v) => `${v.workload}:${v.reason}`);

const alone = [node(-1, 6)];
const [A, B] = [1, 2];
const pair = [node(-1), node(0, 6), node(0, 6)];

describe('quotaVictims() in one queue', () => {
  it('takes the lower priorities until the workload fits', () => {
    expect(victims(alone, wants(0, 1, 3), holds(0, -1, 2), holds(0, 0, 2), holds(0, 1, 2))).toEqual([
      '0:InClusterQueue',
      '1:InClusterQueue'
    ]);
  });

  it('puts back whoever turns out not to be needed', () => {
    expect(victims(alone, wants(0, 1, 2), holds(0, -1, 1), holds(0, 0, 2), holds(0, 1, 3))).toEqual([
      '1:InClusterQueue'
    ]);
  });

  it('takes nobody where all of them together would not do', () => {
    expect(victims(alone, wants(0, 0, 4), holds(0, -1, 3), holds(0, 0, 3))).toEqual([]);
  });
});

describe('quotaVictims() in a cohort', () => {
  it('reclaims from a queue that borrows, whatever the priority, where the policy says Any', () => {
    expect(victims(pair, wants(A, 0, 6), holds(B, 9, 6), holds(B, 9, 6))).toEqual(['0:InCohortReclamation']);
  });

  it('never takes from a queue within its quota', () => {
    expect(victims(pair, wants(A, 9, 4), holds(A, 9, 4), holds(B, 0, 6))).toEqual([]);
  });

  it('stops taking from a queue once it borrows no more', () => {
    // C, without quota, holds 5 of high priority; B holds 7 of its 6. Without B's first, B is within its quota.
    const nodes = [...pair, node(0, 0)];
    const admitted = [holds(B, 0, 1), holds(B, 0, 6), holds(3, 9, 5)];
    expect(victims(nodes, wants(A, 1, 6, { withinCohort: 'LowerPriority' }), ...admitted)).toEqual([]);
  });

  it('does not take from others in order to borrow, unless the queue may', () => {
    const admitted = [holds(B, 0, 12)];
    expect(victims(pair, wants(A, 1, 8), ...admitted)).toEqual([]);
    expect(victims(pair, wants(A, 1, 8, { whileBorrowingUpTo: 0 }), ...admitted)).toEqual([
      '0:InCohortReclaimWhileBorrowing'
    ]);
  });

  it('spares priorities above the threshold while borrowing', () => {
    expect(victims(pair, wants(A, 2, 8, { whileBorrowingUpTo: 0 }), holds(B, 1, 12))).toEqual([]);
  });

  it('takes no equal priority while borrowing, whatever the threshold', () => {
    expect(victims(pair, wants(A, 1, 8, { whileBorrowingUpTo: Infinity }), holds(B, 1, 12))).toEqual([]);
  });

  it('tries without borrowing first in a queue below its quota', () => {
    // To borrow it would be enough to preempt its own 4; to borrow nothing takes its own 1 and what B borrows.
    const admitted = [holds(A, -1, 1), holds(A, 0, 4), holds(B, 5, 4), holds(B, 5, 3)];
    expect(victims(pair, wants(A, 1, 2), ...admitted)).toEqual(['2:InCohortReclamation', '0:InClusterQueue']);
  });

  it('only borrows in a queue that has used up its quota, so that others are left alone', () => {
    const admitted = [holds(A, -1, 3), holds(A, 0, 5), holds(B, 0, 5), holds(B, 0, 5)];
    expect(victims([...pair, node(0, 6)], wants(A, 1, 3), ...admitted)).toEqual(['0:InClusterQueue']);
  });

  it('prefers others to its own', () => {
    const admitted = [holds(A, 0, 3), holds(B, 5, 3), holds(B, 5, 6)];
    expect(victims(pair, wants(A, 1, 3), ...admitted)).toEqual(['1:InCohortReclamation']);
  });
});

describe('reclaimCandidates() in a tree', () => {
  // root 0 > team 1 (4) > queues 2 and 3 without quota; root > queue 4 without quota.
  const nodes = [node(-1), node(0, 4), node(1), node(1), node(0)];
  const admitted = [holds(3, 5, 2), holds(4, 9, 2)];
  const found = reclaimCandidates(used(nodes, admitted), wants(2, 0, 2), admitted);

  it('gives the advantage over what is borrowed from the team', () => {
    expect(found[0]).toMatchObject({ workload: 1, meeting: 0, advantage: true, onlyWithoutBorrowing: false });
  });

  it('gives none over a queue of the same team, so that its workloads go only without borrowing', () => {
    expect(found[1]).toMatchObject({ workload: 0, meeting: 1, advantage: false, onlyWithoutBorrowing: true });
  });

  it('keeps the advantage further up, and counts a queue where it first meets', () => {
    // root 0 > team 1 (0) > queues 2 (4) and 3; root > queue 4. Queue 3 makes its team borrow.
    const deep = [node(-1, 9), node(0, 0), node(1, 4), node(1, 0), node(0, 0)];
    const all = [holds(3, 0, 5), holds(4, 0, 4)];
    const places = reclaimCandidates(used(deep, all), wants(2, 0, 2), all).map((c) => [
      c.workload,
      c.meeting,
      c.advantage
    ]);
    expect(places).toEqual([
      [0, 1, true],
      [1, 0, true]
    ]);
  });

  it('asks of a cohort only what a queue does not find in the part that it keeps back', () => {
    // Queue 2 keeps its 3 back; 5 are asked for, and the team (1) has the other 2.
    const keeping: QuotaNode = { parent: 1, quotas: [{ ...quota(3), lendingLimit: 0 }], weight: 1 };
    const all = [holds(3, 0, 2)];
    const found = reclaimCandidates(used([node(-1), node(0, 2), keeping, node(0)], all), wants(2, 0, 5), all);
    expect(found).toMatchObject([{ workload: 0, advantage: true }]);
  });

  it('leaves out who holds none of what is missing', () => {
    const all = [holds(0, -1, 0), holds(0, -1, 1)];
    expect(reclaimCandidates(used(alone, all), wants(0, 0, 6), all)).toMatchObject([{ workload: 1 }]);
  });

  it('tries those first who are on their way out already, its own too', () => {
    const all = [holds(B, 0, 7), holds(A, 0, 5, { evicted: true })];
    const order = reclaimCandidates(used(pair, all), wants(A, 1, 6), all).map((c) => c.workload);
    expect(order).toEqual([1, 0]);
  });

  it('does not look into a subtree within its quota', () => {
    const within = [holds(3, 0, 2)];
    expect(reclaimCandidates(used(nodes, within), wants(4, 9, 1), within)).toEqual([]);
  });
});

describe('quotaVictims()', () => {
  const workloads = (queues: readonly number[]) =>
    fc.record({
      queue: fc.constantFrom(...queues),
      priority: fc.integer({ min: -2, max: 2 }),
      gpus: fc.integer({ min: 1, max: 5 })
    });

  /** A random state of some queues in which the preemptor does not fit, its victims, and whether it fits then. */
  const property = (
    nodes: readonly QuotaNode[],
    queues: readonly number[],
    law: (taken: readonly number[], fitsWithout: (gone: readonly number[]) => boolean) => void
  ): void =>
    fc.assert(
      fc.property(fc.array(workloads(queues), { maxLength: 6 }), fc.integer({ min: 1, max: 8 }), (all, asked) => {
        const admitted = all.map((w) => holds(w.queue, w.priority, w.gpus));
        const tree = used(nodes, admitted);
        fc.pre(!quotaFits(tree, queues[0]!, [asked]));
        const taken = quotaVictims(tree, wants(queues[0]!, 1, asked), admitted).map((v) => v.workload);
        law(taken, (gone) => {
          const copy = copyOf(tree);
          for (const w of gone) changeUsages(copy, admitted[w]!.queue, admitted[w]!.usage, -1);
          return quotaFits(copy, queues[0]!, [asked]);
        });
      })
    );

  it('takes nobody, or a set without which the workload fits', () => {
    property(pair, [A, B], (taken, fitsWithout) => {
      if (taken.length > 0) expect(fitsWithout(taken)).toBe(true);
    });
  });

  it('takes nobody in a queue of its own who could have stayed', () => {
    property(alone, [0], (taken, fitsWithout) => {
      for (const stays of taken) expect(fitsWithout(taken.filter((w) => w !== stays))).toBe(false);
    });
  });

  it('changes nothing, and tells every trial with what was missing', () => {
    const admitted = [holds(0, -1, 1), holds(0, 0, 2), holds(0, 1, 3)];
    const tree = used(alone, admitted);
    const trials: QuotaTrial[] = [];
    quotaVictims(tree, wants(0, 1, 2), admitted, (t) => trials.push(t));
    expect([...tree.usage]).toEqual([6]);
    expect(trials.map((t) => [t.act, t.workload, t.shortages.map((s) => s.available)])).toEqual([
      ['take-out', 0, [1]],
      ['take-out', 1, []],
      ['put-back', 0, []]
    ]);
  });
});
