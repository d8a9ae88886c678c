/**
 * When the Cluster Autoscaler removes a node.
 *
 * Source: kubernetes/autoscaler FAQ and `cluster-autoscaler/simulator/utilization`, 1.31.
 *
 * @module
 */

/** How a cluster scales down; times in one unit, `threshold` a share of allocatable. */
export interface ScaleDownSettings {
  readonly threshold: number;
  /** How long a node must stay unneeded. */
  readonly unneededTime: number;
  /** How long no node is removed after one was added. */
  readonly delayAfterAdd: number;
}

/** The defaults, in seconds. */
export const SCALE_DOWN_DEFAULTS: ScaleDownSettings = { threshold: 0.5, unneededTime: 600, delayAfterAdd: 600 };

/** Other figures of the Cluster Autoscaler, in seconds. */
export const AUTOSCALER_SECONDS = { scan: 10, provisionTimeout: 900, delayAfterFailure: 180 } as const;

/** What the pods of a node request of one resource, and what it offers; `excluded` is kept by pods that do not count. */
export interface Use {
  readonly requested: number;
  readonly allocatable: number;
  readonly excluded: number;
}

const shareOf = ({ requested, allocatable, excluded }: Use): number =>
  allocatable > excluded ? requested / (allocatable - excluded) : 0;

/**
 * A node's utilisation as the autoscaler counts it, by requests: the larger share of cpu and memory, or the share of
 * the GPUs alone where the node has any.
 */
export function nodeUtilisation(cpu: Use, memory: Use, gpu: Use | null): number {
  return gpu === null ? Math.max(shareOf(cpu), shareOf(memory)) : shareOf(gpu);
}

/** What a scan finds; `unneededSince` is null while the node is needed. */
export interface ScaleDownScan {
  readonly unneededSince: number | null;
  readonly remove: boolean;
}

/** What a scan compares. */
export interface ScaleDownEvidence {
  readonly utilisation: number;
  readonly threshold: number;
  readonly podsFitElsewhere: boolean;
  readonly unneededFor: number | null;
  readonly sinceAdd: number | null;
}

/** A node at a scan. */
export interface ScannedNode {
  readonly utilisation: number;
  readonly podsFitElsewhere: boolean;
  /** What the scan before found. */
  readonly unneededSince: number | null;
}

/**
 * One scan of one node: below the threshold (not at it) with pods that fit elsewhere it is unneeded, and once it has
 * been so for long enough it goes. A recent addition holds removals back, but the time counts on.
 *
 * @param lastAdd when a node was last added to the cluster, null for never
 */
export function scanNode(
  node: ScannedNode,
  now: number,
  lastAdd: number | null,
  settings: ScaleDownSettings = SCALE_DOWN_DEFAULTS,
  sink?: (evidence: ScaleDownEvidence) => void
): ScaleDownScan {
  const { utilisation, podsFitElsewhere } = node;
  const { threshold, unneededTime, delayAfterAdd } = settings;
  const unneeded = utilisation < threshold && podsFitElsewhere;
  const unneededSince = unneeded ? (node.unneededSince ?? now) : null;
  const unneededFor = unneededSince === null ? null : now - unneededSince;
  const sinceAdd = lastAdd === null ? null : now - lastAdd;
  sink?.({ utilisation, threshold, podsFitElsewhere, unneededFor, sinceAdd });
  const longEnough = unneededFor !== null && unneededFor >= unneededTime;
  return { unneededSince, remove: longEnough && (sinceAdd === null || sinceAdd >= delayAfterAdd) };
}
