/**
 * Preemption: making room for a pod that fits nowhere by evicting pods of lower priority.
 *
 * Every node that eviction could open is tried. (kube-scheduler stops after a tenth of the nodes, at least 100
 * candidates, from a random start; below 100 nodes there is no difference.)
 *
 * Source: kubernetes `pkg/scheduler/framework/preemption/preemption.go`, v1.31 to v1.35.
 *
 * @module
 */

import type { DisruptionBudget } from './disruption-budget.ts';
import { chooseCandidate } from './preemption-node.ts';
import { type Candidate, type Occupancy, type Preemptor, type VictimSearch, selectVictims } from './victims.ts';

export type PreemptionPolicy = 'PreemptLowerPriority' | 'Never';

/** Why a pod may not preempt: its own policy, or victims of its earlier attempt that are still stopping. */
export type Ineligibility = 'policy-never' | 'victim-terminating';

/** The node that an earlier attempt of the pod chose. */
export interface Nomination {
  /** The filters now reject the node in a way that no eviction cures, so waiting for it is pointless. */
  readonly unresolvable: boolean;
  /** A pod of lower priority is being evicted from it. */
  readonly victimTerminating: boolean;
}

/** Why the pod may not preempt now; undefined where it may. */
export function ineligibility(policy: PreemptionPolicy, nomination?: Nomination): Ineligibility | undefined {
  if (policy === 'Never') return 'policy-never';
  const waits = nomination !== undefined && !nomination.unresolvable && nomination.victimTerminating;
  return waits ? 'victim-terminating' : undefined;
}

/** A preemption tried on all nodes: what each gave, in the order tried, and the one to take, if any. */
export interface PreemptionAttempt {
  readonly searches: readonly VictimSearch[];
  readonly chosen: Candidate | undefined;
}

/**
 * Tries a preemption; nothing is changed.
 *
 * @param nodes those on which the pod does not fit but an eviction could help, in index order
 */
export function preempt(
  preemptor: Preemptor,
  nodes: readonly number[],
  on: Occupancy,
  budgets: readonly DisruptionBudget[] = []
): PreemptionAttempt {
  const searches = nodes.map((node) => selectVictims(preemptor, node, on, budgets));
  const candidates = searches.filter((s) => s.outcome === 'victims');
  return { searches, chosen: chooseCandidate(candidates, on) };
}
