/**
 * Whom may a workload preempt under Kueue, and in which order are they tried?
 *
 * Source: kubernetes-sigs/kueue `pkg/scheduler/preemption/common` (policy and order), 2026-08.
 *
 * @module
 */

import type { Amounts } from './fit.ts';

/** Which workloads a queue may preempt, by their priority. */
export type ReclaimPolicy = 'Never' | 'LowerPriority' | 'LowerOrNewerEqualPriority' | 'Any';

/** Why a workload is preempted; Kueue's own words. */
export type PreemptionReason =
  'InClusterQueue' | 'InCohortReclamation' | 'InCohortReclaimWhileBorrowing' | 'InCohortFairSharing';

/** What a queue declares about preemption. */
export interface QueuePreemption {
  /** Of its own workloads. */
  readonly withinQueue: ReclaimPolicy;
  /** Of workloads of other queues in the cohort tree that borrow. */
  readonly withinCohort: ReclaimPolicy;
  /**
   * Whether others may be preempted so that the queue itself borrows, and then up to which priority; undefined where
   * that is forbidden, Infinity where every lower priority will do.
   */
  readonly whileBorrowingUpTo: number | undefined;
}

/** A workload that holds quota; one pod or many, it is admitted and preempted whole. */
export interface AdmittedWorkload {
  /** Node of its ClusterQueue. */
  readonly queue: number;
  readonly priority: number;
  /** By cell. */
  readonly usage: Amounts;
  /** When it was created, or joined the queue again. */
  readonly queuedAt: number;
  readonly reservedAt: number;
  /** It is already on its way out. */
  readonly evicted: boolean;
}

/** The workload that wants in. */
export interface QuotaPreemptor {
  readonly queue: number;
  readonly priority: number;
  readonly queuedAt: number;
  /** By cell. */
  readonly demand: Amounts;
  /** Cells of the demand in which quota is missing now. */
  readonly contested: readonly number[];
  readonly preemption: QueuePreemption;
}

/** Whether the preemptor's policy allows this victim: of its own queue or of another one. */
export function mayPreempt(preemptor: QuotaPreemptor, victim: AdmittedWorkload): boolean {
  const { withinQueue, withinCohort } = preemptor.preemption;
  const lower = victim.priority < preemptor.priority;
  switch (victim.queue === preemptor.queue ? withinQueue : withinCohort) {
    case 'Never':
      return false;
    case 'LowerPriority':
      return lower;
    case 'LowerOrNewerEqualPriority':
      return lower || (victim.priority === preemptor.priority && preemptor.queuedAt < victim.queuedAt);
    case 'Any':
      return true;
  }
}

/** Whether a workload holds any of the cells in which quota is missing. */
export const holdsContested = (contested: readonly number[], { usage }: AdmittedWorkload): boolean =>
  contested.some((cell) => usage[cell]! > 0);

/**
 * Orders candidates: already evicted ones first, then those of other queues, then the lower priority, then the one
 * that has held its quota for the shorter time, then the lower index.
 *
 * @param queue of the preemptor
 */
export function byPreemptionOrder(
  admitted: readonly AdmittedWorkload[],
  queue: number
): (a: number, b: number) => number {
  return (a, b) => {
    const [x, y] = [admitted[a]!, admitted[b]!];
    return (
      Number(y.evicted) - Number(x.evicted) ||
      Number(x.queue === queue) - Number(y.queue === queue) ||
      x.priority - y.priority ||
      y.reservedAt - x.reservedAt ||
      a - b
    );
  };
}
