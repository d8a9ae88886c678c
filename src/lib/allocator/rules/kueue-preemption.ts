/**
 * Kueue's classical preemption: whose quota does a workload take back?
 *
 * Candidates are taken out in their order until the workload fits; then, from the last but one back to the first,
 * everyone without whom it still fits is put back. Whoever cannot be put back is a victim. Up to two rounds are made,
 * one in which the preemptor's queue may borrow and one in which it may not.
 *
 * Source: kubernetes-sigs/kueue `pkg/scheduler/preemption`, 2026-08.
 *
 * @module
 */

import type { AdmittedWorkload, PreemptionReason, QuotaPreemptor } from './kueue-candidates.ts';
import { changeUsages, copyOf, quotaFits, type QuotaShortage, quotaShortages, type QuotaTree } from './kueue-quota.ts';
import { borrowsAny, type ReclaimCandidate, reclaimCandidates } from './kueue-reclaim.ts';

/** One victim and why it is one. */
export interface QuotaVictim {
  readonly workload: number;
  readonly reason: PreemptionReason;
}

/** One workload taken out or put back in a dry run, and what was still missing then; nothing where it fits. */
export interface QuotaTrial {
  readonly workload: number;
  readonly act: 'take-out' | 'put-back';
  readonly mayBorrow: boolean;
  readonly shortages: readonly QuotaShortage[];
}

/** Told about every trial of a dry run. */
export type QuotaTrialSink = (trial: QuotaTrial) => void;

/**
 * The victims with whom the preemptor fits, in the order in which they were taken out; none where nothing helps.
 * Nothing is changed.
 *
 * @param tree with the usage of all admitted workloads
 */
export function quotaVictims(
  tree: QuotaTree,
  preemptor: QuotaPreemptor,
  admitted: readonly AdmittedWorkload[],
  sink?: QuotaTrialSink
): QuotaVictim[] {
  const candidates = reclaimCandidates(tree, preemptor, admitted);
  for (const mayBorrow of rounds(tree, preemptor, candidates)) {
    const run = new QuotaDryRun(tree, preemptor, admitted, mayBorrow, sink);
    for (const candidate of candidates)
      if (stillBorrows(run.tree, preemptor, candidate, mayBorrow) && run.takeOut(candidate)) return run.victims();
  }
  return [];
}

/** In which rounds the queue may borrow. Where both are tried, the order is Kueue's, kept for compatibility. */
function rounds(tree: QuotaTree, preemptor: QuotaPreemptor, candidates: readonly ReclaimCandidate[]): boolean[] {
  const { queue, contested, preemption } = preemptor;
  const others = candidates.filter(({ meeting }) => meeting >= 0);
  const forbidden = preemption.whileBorrowingUpTo === undefined;
  const belowNominal = contested.every(
    (cell) => tree.usage[queue * tree.width + cell]! < tree.subtree[queue * tree.width + cell]!
  );
  if (others.length === 0 || (forbidden && !belowNominal)) return [true];
  return forbidden && !others.some(({ advantage }) => advantage) ? [false, true] : [true, false];
}

/** Whether a candidate may be taken out in this round, after what was taken out before it. */
function stillBorrows(
  tree: QuotaTree,
  { contested }: QuotaPreemptor,
  { queue, meeting, onlyWithoutBorrowing }: ReclaimCandidate,
  mayBorrow: boolean
): boolean {
  if (meeting < 0) return true;
  if (mayBorrow && onlyWithoutBorrowing) return false;
  for (let node = queue; node !== meeting; node = tree.nodes[node]!.parent)
    if (!borrowsAny(tree, node, contested)) return false;
  return true;
}

/** Workloads taken out of a copy of the tree until a preemptor fits. */
export class QuotaDryRun {
  /** The copy; usage of the preemptor is not in it. */
  readonly tree: QuotaTree;
  readonly #taken: QuotaVictim[] = [];

  constructor(
    tree: QuotaTree,
    readonly preemptor: QuotaPreemptor,
    readonly admitted: readonly AdmittedWorkload[],
    readonly mayBorrow: boolean,
    readonly sink?: QuotaTrialSink
  ) {
    this.tree = copyOf(tree);
  }

  /** Takes one more workload out; true if the preemptor fits then. */
  takeOut({ workload, reason }: QuotaVictim): boolean {
    this.#taken.push({ workload, reason });
    this.#change(workload, -1);
    return this.#fits(workload, 'take-out');
  }

  /** After the last `takeOut` gave true: those who cannot come back. */
  victims(): QuotaVictim[] {
    const last = this.#taken.length - 1;
    const stay = new Set<number>();
    for (let i = last - 1; i >= 0; i--) {
      const { workload } = this.#taken[i]!;
      this.#change(workload, 1);
      if (this.#fits(workload, 'put-back')) stay.add(workload);
      else this.#change(workload, -1);
    }
    return this.#taken.filter(({ workload }) => !stay.has(workload));
  }

  #change(workload: number, sign: 1 | -1): void {
    const { queue, usage } = this.admitted[workload]!;
    changeUsages(this.tree, queue, usage, sign);
  }

  #fits(workload: number, act: QuotaTrial['act']): boolean {
    const { queue, demand } = this.preemptor;
    const { tree, mayBorrow } = this;
    this.sink?.({ workload, act, mayBorrow, shortages: quotaShortages(tree, queue, demand, mayBorrow) });
    return quotaFits(tree, queue, demand, mayBorrow);
  }
}
