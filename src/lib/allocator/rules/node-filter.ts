/**
 * Why a node is no place for a pod: the filters of kube-scheduler in their order; the first that rejects has the word.
 *
 * Source: default plugins of kubernetes `pkg/scheduler/apis/config/v1/default_plugins.go`, v1.31 to v1.35.
 *
 * @module
 */

import { type Amounts, type Shortage, exceedsNode, fits, shortages } from './fit.ts';
import { type Labels, type NodeChoice, type UnmetRequirement, acceptsNode, unmetRequirements } from './selector.ts';
import { type Taint, type Toleration, toleratesCordon, untoleratedTaint } from './taints.ts';

/** The parts of a pod that decide where it may be, whatever is booked there. */
export interface PlacementWishes extends NodeChoice {
  readonly tolerations?: readonly Toleration[];
}

/** The parts of a node that decide who may be there, whatever is booked on it. */
export interface NodeTraits {
  readonly labels?: Labels;
  readonly taints?: readonly Taint[];
  /** Cordoned: no new pods. */
  readonly unschedulable?: boolean;
}

/** The rule that kept a pod off a node, with its evidence. */
export type NodeRejection =
  | { readonly rule: 'unschedulable' }
  | { readonly rule: 'taint'; readonly taint: Taint }
  | { readonly rule: 'selector'; readonly unmet: readonly UnmetRequirement[] }
  | { readonly rule: 'fit'; readonly shortages: readonly Shortage[] };

/** kube-scheduler releases at which a rule or a text changed; each stands for the ones up to the next. */
export type SchedulerRelease = '1.31' | '1.34' | '1.35';

const NONE: readonly never[] = [];
const UNLABELLED: Labels = {};

/** The first filter that keeps the pod off the node for good; it depends on no booking, so the answer may be kept. */
export function traitRejection(pod: PlacementWishes, node: NodeTraits): NodeRejection | undefined {
  const tolerations = pod.tolerations ?? NONE;
  if (node.unschedulable && !toleratesCordon(tolerations)) return { rule: 'unschedulable' };
  const taint = untoleratedTaint(node.taints ?? NONE, tolerations);
  if (taint !== undefined) return { rule: 'taint', taint };
  const labels = node.labels ?? UNLABELLED;
  return acceptsNode(pod, labels) ? undefined : { rule: 'selector', unmet: unmetRequirements(pod, labels) };
}

/** The shortages that keep a demand off the node at `offset` for now; undefined where it fits. */
export function fitRejection(
  demand: Amounts,
  free: Amounts,
  allocatable: Amounts,
  offset: number
): NodeRejection | undefined {
  if (fits(demand, free, offset)) return undefined;
  return { rule: 'fit', shortages: shortages(demand, free, allocatable, offset) };
}

/** Whether evicting pods could open the node. Up to v1.33 every shortage of resources is thought curable. */
export function isResolvable(
  rejection: NodeRejection,
  names: readonly string[],
  release: SchedulerRelease = '1.31'
): boolean {
  return rejection.rule === 'fit' && (release === '1.31' || !exceedsNode(rejection.shortages, names));
}
