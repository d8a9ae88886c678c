/**
 * Taints keep pods off a node unless the pod tolerates them.
 *
 * Source: kubernetes `api/core/v1/toleration.go` and `pkg/scheduler/framework/plugins/tainttoleration`, v1.31 to v1.35.
 *
 * @module
 */

/** NoSchedule and NoExecute keep a pod off; PreferNoSchedule only lowers the node's score. */
export type TaintEffect = 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';

/** A mark on a node; an absent value equals the empty one. */
export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: TaintEffect;
}

/** What a pod puts up with. An absent or empty key or effect stands for all; the operator is Equal unless given. */
export interface Toleration {
  readonly key?: string;
  readonly operator?: 'Equal' | 'Exists';
  readonly value?: string;
  readonly effect?: TaintEffect | '';
}

/** Whether one toleration covers one taint. */
export function tolerates(toleration: Toleration, taint: Taint): boolean {
  if (toleration.effect && toleration.effect !== taint.effect) return false;
  if (toleration.key && toleration.key !== taint.key) return false;
  return toleration.operator === 'Exists' || (toleration.value ?? '') === (taint.value ?? '');
}

const isTolerated = (taint: Taint, tolerations: readonly Toleration[]): boolean =>
  tolerations.some((t) => tolerates(t, taint));

/** The first taint, in the node's order, that keeps the pod off; undefined where it may be placed. */
export function untoleratedTaint(taints: readonly Taint[], tolerations: readonly Toleration[]): Taint | undefined {
  return taints.find((t) => t.effect !== 'PreferNoSchedule' && !isTolerated(t, tolerations));
}

/** How many PreferNoSchedule taints the pod does not tolerate: the fewer, the better the node. */
export function untoleratedPreferences(taints: readonly Taint[], tolerations: readonly Toleration[]): number {
  return taints.filter((t) => t.effect === 'PreferNoSchedule' && !isTolerated(t, tolerations)).length;
}

/**
 * The score, 0 to 100, of a node with `count` untolerated preferences.
 *
 * @param worst the largest count among the nodes compared
 */
export function taintScore(count: number, worst: number): number {
  return worst === 0 ? 100 : 100 - Math.floor((100 * count) / worst);
}

const CORDON: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };

/** Whether a pod may be placed on a cordoned node (`unschedulable: true`), which acts as a taint of that name. */
export function toleratesCordon(tolerations: readonly Toleration[]): boolean {
  return isTolerated(CORDON, tolerations);
}
