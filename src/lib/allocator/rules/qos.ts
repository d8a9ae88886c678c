/**
 * The quality-of-service class of a pod, which Kubernetes derives from CPU and memory alone; devices do not count.
 *
 * Source: kubernetes `pkg/apis/core/v1/helper/qos/qos.go`, v1.31 to v1.35.
 *
 * @module
 */
import { type ComputeAmounts, total } from './compute-amounts.ts';

export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort';

/**
 * Guaranteed where every container limits both resources and requests add up to limits; BestEffort where nothing is
 * set anywhere; Burstable otherwise.
 *
 * @param containers all of the pod's, those that run first included, after the API server has filled in requests
 */
export function qosClass(containers: readonly ComputeAmounts[]): QosClass {
  if (containers.every(isUnset)) return 'BestEffort';
  const limited = containers.every((c) => c.cpuLimit > 0 && c.memoryLimit > 0);
  const equal =
    total(containers, 'cpuRequest') === total(containers, 'cpuLimit') &&
    total(containers, 'memoryRequest') === total(containers, 'memoryLimit');
  return limited && equal ? 'Guaranteed' : 'Burstable';
}

const isUnset = (c: ComputeAmounts): boolean =>
  c.cpuRequest === 0 && c.cpuLimit === 0 && c.memoryRequest === 0 && c.memoryLimit === 0;
