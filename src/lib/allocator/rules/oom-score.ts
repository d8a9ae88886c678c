/**
 * Whom the kernel kills when a node runs out of memory before the kubelet has evicted anybody.
 *
 * Source: kubernetes `pkg/kubelet/qos/policy.go`, v1.31 to v1.35; sidecars have a rule of their own, which is not here.
 *
 * @module
 */
import type { QosClass } from './qos.ts';

const PROTECTED = -997;
const FIRST_TO_GO = 1000;

/** Priorities from here on are Kubernetes' own. */
const SYSTEM_PRIORITY = 2_000_000_000;
const NODE_CRITICAL = 'system-node-critical';

/** Whether the node itself needs the pod. A priority without the class's name does not make it so (it did up to v1.20). */
export const isNodeCritical = (priority: number, priorityClassName: string): boolean =>
  priority >= SYSTEM_PRIORITY && priorityClassName === NODE_CRITICAL;

/**
 * oom_score_adj of a container, -997 to 1000; the kernel kills the highest first. Between the classes a container is
 * safer the more of the node's memory it requests, and never as safe as Guaranteed or as exposed as BestEffort.
 *
 * @param qos class of its pod; Guaranteed also for a pod that the node itself needs
 * @param memoryRequest bytes
 * @param memoryCapacity bytes that the node has, more than 0
 */
export function oomScoreAdj(qos: QosClass, memoryRequest: number, memoryCapacity: number): number {
  if (qos === 'Guaranteed') return PROTECTED;
  if (qos === 'BestEffort') return FIRST_TO_GO;
  // A thousand times a request of 8 TiB is beyond what a number counts exactly.
  const share = Number((1000n * BigInt(memoryRequest)) / BigInt(memoryCapacity));
  return Math.min(Math.max(1000 - share, 1000 + PROTECTED), FIRST_TO_GO - 1);
}
