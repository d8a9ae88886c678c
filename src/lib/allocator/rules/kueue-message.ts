/**
 * What Kueue writes on a workload: why it has no quota, and why it lost it.
 *
 * Source: kubernetes-sigs/kueue `pkg/scheduler/flavorassigner` and `pkg/scheduler/preemption`, 2026-08.
 *
 * @module
 */

import type { PreemptionReason } from './kueue-candidates.ts';

/** The quota of one resource in one flavour that is missing; quantities as Kubernetes prints them. */
export interface MissingQuota {
  readonly resource: string;
  readonly flavour: string;
}

/** More than the queue could have with everybody else gone. */
export const exceedsCapacity = (
  { resource, flavour }: MissingQuota,
  { considered, asked, capacity }: { considered: string; asked: string; capacity: string }
): string =>
  `insufficient quota for ${resource} in flavor ${flavour}, previously considered podsets requests (${considered}) + ` +
  `current podset request (${asked}) > maximum capacity (${capacity})`;

/** Less than is asked for is free now. */
export const moreNeeded = ({ resource, flavour }: MissingQuota, missing: string): string =>
  `insufficient unused quota for ${resource} in flavor ${flavour}, ${missing} more needed`;

/** The condition of a workload that gets no flavour for one of its pod sets. */
export const noFlavour = (podSet: string, reasons: readonly string[]): string =>
  `couldn't assign flavors to pod set ${podSet}: ${reasons.join(', ')}`;

const dueTo: Readonly<Record<PreemptionReason, string>> = {
  InClusterQueue: 'prioritization in the ClusterQueue',
  InCohortReclamation: 'reclamation within the cohort',
  InCohortFairSharing: 'Fair Sharing within the cohort',
  InCohortReclaimWhileBorrowing: 'reclamation within the cohort while borrowing'
};

/** For whom and why a workload was preempted; what is empty Kueue calls UNKNOWN. */
export interface PreemptedFor {
  readonly preemptorUid: string;
  readonly jobUid: string;
  readonly reason: PreemptionReason;
  /** From the root cohort to the queue: `/root/team/queue`. */
  readonly preemptorPath: string;
  readonly preempteePath: string;
}

/** The condition of a workload that was preempted. */
export function preemptedMessage(of: PreemptedFor): string {
  const known = (text: string): string => (text === '' ? 'UNKNOWN' : text);
  return (
    `Preempted to accommodate a workload (UID: ${known(of.preemptorUid)}, JobUID: ${known(of.jobUid)}) due to ` +
    `${dueTo[of.reason]}; preemptor path: ${known(of.preemptorPath)}; preemptee path: ${known(of.preempteePath)}`
  );
}
