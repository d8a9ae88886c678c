/**
 * The two checks of the co-scheduling plugin for kube-scheduler: may a pod of a group be tried at all, and may one that
 * has found a node go on, or must it hold the node and wait for the others.
 *
 * Source: kubernetes-sigs/scheduler-plugins `pkg/coscheduling/core/core.go`, commit 903da7d.
 *
 * @module
 */

import { type Amounts, type Shortage, shortages } from './fit.ts';

/** What a PodGroup asks for. */
export interface PodGroup {
  readonly minMember: number;
  /** Of the whole group, by resource index. */
  readonly minResources?: Amounts;
}

/** Why no pod of a group is tried yet. */
export type GroupRefusal =
  | { readonly reason: 'too-few-pods'; readonly pods: number; readonly minMember: number }
  | { readonly reason: 'too-little-free'; readonly shortages: readonly Shortage[] };

/**
 * PreFilter: the group needs `minMember` pods, and the cluster, as if it were one node, needs `minResources`; undefined
 * where it has both.
 *
 * @param pods of the group that exist, without those held back by scheduling gates
 * @param free total over the nodes, what the group itself holds included
 */
export function groupRefusal(group: PodGroup, pods: number, free: Amounts): GroupRefusal | undefined {
  const { minMember, minResources = [] } = group;
  if (pods < minMember) return { reason: 'too-few-pods', pods, minMember };
  const short = shortages(minResources, free, free, 0);
  return short.length > 0 ? { reason: 'too-little-free', shortages: short } : undefined;
}

/** What Permit says of a pod that has found a node. Only `Wait` holds it back; the plugin's time-out ends the wait. */
export type PermitStatus = 'PodGroupNotSpecified' | 'PodGroupNotFound' | 'Success' | 'Wait';

/**
 * Permit: a pod goes on when it and those of its group that have a node make `minMember`.
 *
 * @param name of the group that the pod's label gives; undefined for a pod of none
 * @param group of that name; undefined where there is none
 * @param assigned pods of the group that have a node, this one not counted
 */
export function permit(name: string | undefined, group: PodGroup | undefined, assigned: number): PermitStatus {
  if (name === undefined) return 'PodGroupNotSpecified';
  if (group === undefined) return 'PodGroupNotFound';
  return assigned + 1 >= group.minMember ? 'Success' : 'Wait';
}
