/**
 * The candidates of Kueue's classical preemption in a tree of cohorts, in the order in which they are tried.
 *
 * Walking up from its queue, a workload gains an advantage at the first node whose own quota would hold it: what others
 * below that node's ancestors borrow is quota that it has the better claim to, whatever their priority. Before that
 * node priority decides. Subtrees within their quota are left alone.
 *
 * Source: kubernetes-sigs/kueue `pkg/scheduler/preemption/classical`, 2026-08.
 *
 * @module
 */

import {
  type AdmittedWorkload,
  byPreemptionOrder,
  holdsContested,
  mayPreempt,
  type PreemptionReason,
  type QuotaPreemptor
} from './kueue-candidates.ts';
import { borrows, keptFree, type QuotaTree } from './kueue-quota.ts';

/** A queue whose workloads are looked at. */
interface Reach {
  readonly queue: number;
  /** The lowest cohort above it and the preemptor's queue; -1 for that queue itself. */
  readonly meeting: number;
  /** The preemptor has the better claim by its place in the tree. */
  readonly advantage: boolean;
}

/** One who could be preempted. */
export interface ReclaimCandidate extends Reach {
  readonly workload: number;
  readonly reason: PreemptionReason;
  /** Only if the preemptor's queue does not borrow afterwards. */
  readonly onlyWithoutBorrowing: boolean;
}

/** Everybody who could be preempted, in the order in which they are tried. */
export function reclaimCandidates(
  tree: QuotaTree,
  preemptor: QuotaPreemptor,
  admitted: readonly AdmittedWorkload[]
): ReclaimCandidate[] {
  const reached = new Map([...reach(tree, preemptor)].map((r) => [r.queue, r]));
  const found: ReclaimCandidate[] = [];
  for (const [workload, victim] of admitted.entries()) {
    const from = reached.get(victim.queue);
    if (from === undefined || !holdsContested(preemptor.contested, victim) || !mayPreempt(preemptor, victim)) continue;
    found.push({ workload, ...from, ...verdict(preemptor, victim, from) });
  }
  const order = byPreemptionOrder(admitted, preemptor.queue);
  const group = ({ advantage, meeting }: ReclaimCandidate): number => (advantage ? 0 : meeting >= 0 ? 1 : 2);
  const evicted = ({ workload }: ReclaimCandidate): number => Number(admitted[workload]!.evicted);
  return found.sort((a, b) => evicted(b) - evicted(a) || group(a) - group(b) || order(a.workload, b.workload));
}

/** The queues whose workloads are looked at: the preemptor's own, then level by level those that borrow. */
function* reach(tree: QuotaTree, { queue, demand, contested }: QuotaPreemptor): Generator<Reach> {
  yield { queue, meeting: -1, advantage: false };
  const asked = Array.from({ length: tree.width }, (_, cell) => cell).filter((cell) => demand[cell] !== 0);
  const rest = asked.map((cell) => demand[cell]!);
  let advantage = false;
  let below = queue;
  for (let cohort = tree.nodes[queue]!.parent; cohort >= 0; cohort = tree.nodes[cohort]!.parent) {
    advantage ||= asked.every((cell, i) => !borrows(tree, below, cell, rest[i]));
    for (const [i, cell] of asked.entries()) rest[i] = Math.max(0, rest[i]! - keptFree(tree, below, cell));
    for (const borrower of borrowersBelow(tree, cohort, below, contested))
      yield { queue: borrower, meeting: cohort, advantage };
    below = cohort;
  }
}

/** The leaves under a cohort that borrow, along with everything between; `skip` is the child to leave out. */
function* borrowersBelow(
  tree: QuotaTree,
  cohort: number,
  skip: number,
  contested: readonly number[]
): Generator<number> {
  for (const child of tree.children[cohort]!) {
    if (child === skip || !borrowsAny(tree, child, contested)) continue;
    if (tree.children[child]!.length === 0) yield child;
    else yield* borrowersBelow(tree, child, skip, contested);
  }
}

/** Whether a node uses more than its quota in one of these cells. */
export const borrowsAny = (tree: QuotaTree, node: number, cells: readonly number[]): boolean =>
  cells.some((cell) => borrows(tree, node, cell));

/** Under which reason a victim could go, and whether only so that the preemptor's queue does not borrow. */
function verdict(
  { priority, preemption }: QuotaPreemptor,
  victim: AdmittedWorkload,
  { meeting, advantage }: Reach
): Pick<ReclaimCandidate, 'reason' | 'onlyWithoutBorrowing'> {
  if (meeting < 0) return { reason: 'InClusterQueue', onlyWithoutBorrowing: false };
  if (advantage) return { reason: 'InCohortReclamation', onlyWithoutBorrowing: false };
  const { whileBorrowingUpTo: limit } = preemption;
  const allowed = limit !== undefined && victim.priority < priority && victim.priority <= limit;
  return allowed
    ? { reason: 'InCohortReclaimWhileBorrowing', onlyWithoutBorrowing: false }
    : { reason: 'InCohortReclamation', onlyWithoutBorrowing: true };
}
