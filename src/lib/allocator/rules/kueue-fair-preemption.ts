/**
 * Kueue's preemption with fair sharing: who borrows most gives back first.
 *
 * A preemptor whose queue stays within its quota takes what others borrow. One that will borrow itself takes a workload
 * of another queue only if its share afterwards is at most what the other's share is without that workload (rule
 * S2-a), or, if that was not enough, once a queue if it is less than the other's share was before (rule S2-b).
 * Shares are those of the two nodes just below the cohort where both queues meet.
 *
 * Source: kubernetes-sigs/kueue KEP 1714 and `pkg/scheduler/preemption/fair_strategy.go`, 2026-08 (with
 * `FairSharingPreemptWithinNominal`, on since v0.17).
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
import { QuotaDryRun, type QuotaTrial, type QuotaVictim } from './kueue-preemption.ts';
import { changeUsages, copyOf, type QuotaTree } from './kueue-quota.ts';
import { borrowsAny } from './kueue-reclaim.ts';
import { compareShares, dominantResourceShare, weightedShare } from './kueue-share.ts';
import { ancestors, Tournament } from './kueue-tournament.ts';

/** One comparison of weighted shares, in thousandths; `targetAfter` where rule S2-a looks at it. */
export interface ShareTrial {
  readonly workload: number;
  readonly act: 'compare-shares';
  readonly preemptor: number;
  readonly targetBefore: number;
  readonly targetAfter: number | undefined;
  readonly passes: boolean;
}

/** Told about every comparison and every trial of a dry run. */
export type FairTrialSink = (trial: QuotaTrial | ShareTrial) => void;

/**
 * The victims with whom the preemptor fits, in the order in which they were taken out; none where fairness forbids it
 * or nothing helps. Nothing is changed.
 *
 * @param tree with the usage of all admitted workloads
 */
export function fairQuotaVictims(
  tree: QuotaTree,
  preemptor: QuotaPreemptor,
  admitted: readonly AdmittedWorkload[],
  sink?: FairTrialSink
): QuotaVictim[] {
  const search = new FairSearch(tree, preemptor, admitted, sink);
  const candidates = fairCandidates(tree, preemptor, admitted);
  return search.firstRule(candidates) || search.secondRule() ? search.run.victims() : [];
}

/** Workloads of its own queue and of every queue that borrows, in order; the tournament leaves other trees alone. */
function fairCandidates(tree: QuotaTree, preemptor: QuotaPreemptor, admitted: readonly AdmittedWorkload[]): number[] {
  const { queue: own, contested } = preemptor;
  return [...admitted.keys()]
    .filter((i) => holdsContested(contested, admitted[i]!) && mayPreempt(preemptor, admitted[i]!))
    .filter((i) => admitted[i]!.queue === own || borrowsAny(tree, admitted[i]!.queue, contested))
    .sort(byPreemptionOrder(admitted, own));
}

/** One dry run under the two rules. */
class FairSearch {
  readonly run: QuotaDryRun;
  /** Usage with the preemptor's demand, from which shares are read. */
  readonly #weighed: QuotaTree;
  /** Candidates that rule S2-a refused. */
  readonly #refused: number[] = [];

  constructor(
    tree: QuotaTree,
    readonly preemptor: QuotaPreemptor,
    readonly admitted: readonly AdmittedWorkload[],
    readonly sink: FairTrialSink | undefined
  ) {
    this.run = new QuotaDryRun(tree, preemptor, admitted, true, sink);
    this.#weighed = copyOf(tree);
    changeUsages(this.#weighed, preemptor.queue, preemptor.demand, 1);
  }

  /** Takes candidates by rule S2-a; true once the preemptor fits. */
  firstRule(candidates: readonly number[]): boolean {
    const { queue: own, contested } = this.preemptor;
    const withinQuota = !borrowsAny(this.#weighed, own, contested);
    const tournament = new Tournament(this.#weighed, own, this.admitted, candidates);
    for (let queue = tournament.next(); queue !== undefined; queue = tournament.next()) {
      if (queue === own || withinQuota) {
        const reason = queue === own ? 'InClusterQueue' : 'InCohortReclamation';
        if (this.#take(tournament.pop(queue), reason)) return true;
      } else if (this.#firstFair(tournament, queue)) return true;
    }
    return false;
  }

  /** Takes the first candidate of a queue that rule S2-a allows; true if the preemptor fits then. */
  #firstFair(tournament: Tournament, queue: number): boolean {
    while (tournament.has(queue)) {
      const workload = tournament.pop(queue);
      if (this.#passes(workload, 'S2-a')) return this.#take(workload, 'InCohortFairSharing');
      this.#refused.push(workload);
    }
    return false;
  }

  /** Takes from those refused so far, at most one a queue, by rule S2-b; true once the preemptor fits. */
  secondRule(): boolean {
    const tournament = new Tournament(this.#weighed, this.preemptor.queue, this.admitted, this.#refused);
    for (let queue = tournament.next(); queue !== undefined; queue = tournament.next()) {
      const workload = tournament.pop(queue);
      if (this.#passes(workload, 'S2-b') && this.#take(workload, 'InCohortFairSharing')) return true;
      tournament.drop(queue);
    }
    return false;
  }

  #take(workload: number, reason: PreemptionReason): boolean {
    const { queue, usage } = this.admitted[workload]!;
    changeUsages(this.#weighed, queue, usage, -1);
    return this.run.takeOut({ workload, reason });
  }

  #passes(workload: number, rule: 'S2-a' | 'S2-b'): boolean {
    const { queue, usage } = this.admitted[workload]!;
    const [mine, other] = this.#belowMeeting(queue);
    const preemptor = dominantResourceShare(this.#weighed, mine);
    const before = dominantResourceShare(this.#weighed, other);
    changeUsages(this.#weighed, queue, usage, -1);
    const after = dominantResourceShare(this.#weighed, other);
    changeUsages(this.#weighed, queue, usage, 1);
    const passes = rule === 'S2-a' ? compareShares(preemptor, after) <= 0 : compareShares(preemptor, before) < 0;
    this.sink?.({
      workload,
      act: 'compare-shares',
      preemptor: weightedShare(preemptor),
      targetBefore: weightedShare(before),
      targetAfter: rule === 'S2-a' ? weightedShare(after) : undefined,
      passes
    });
    return passes;
  }

  /** The nodes of the preemptor and of another queue whose common parent is where their paths meet. */
  #belowMeeting(queue: number): [mine: number, other: number] {
    const mine = [this.preemptor.queue, ...ancestors(this.#weighed, this.preemptor.queue)];
    const other = [queue, ...ancestors(this.#weighed, queue)];
    const at = other.findIndex((node) => mine.includes(node));
    return [mine[mine.indexOf(other[at]!) - 1]!, other[at - 1]!];
  }
}
