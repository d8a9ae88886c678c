/**
 * How many replicas a metric of something other than the pods asks for: a queue, an ingress, a value from outside.
 *
 * Values are whole units (thousandths). Source: as in `hpa.ts` (`GetObjectMetricReplicas` and its siblings).
 *
 * @module
 */

import { isWithinTolerance } from './hpa.ts';
import { HPA_DEFAULTS } from './hpa-pods.ts';

/**
 * Replicas for a target of the whole value: the ready pods times value / target. From zero pods there is nothing to
 * multiply and no tolerance: ⌈value / target⌉.
 */
export function replicasForValue(
  value: number,
  target: number,
  current: number,
  readyPods: number,
  tolerance: number = HPA_DEFAULTS.tolerance
): number {
  const ratio = value / target;
  if (current === 0) return Math.ceil(ratio);
  return isWithinTolerance(ratio, tolerance) ? current : Math.ceil(ratio * readyPods);
}

/** Replicas for a target of the value's share for each pod: ⌈value / target⌉, unless the present share is close to it. */
export function replicasForShare(
  value: number,
  targetShare: number,
  current: number,
  tolerance: number = HPA_DEFAULTS.tolerance
): number {
  return isWithinTolerance(value / (targetShare * current), tolerance) ? current : Math.ceil(value / targetShare);
}
