/**
 * Which pods the HorizontalPodAutoscaler believes when it reads a metric.
 *
 * Source: kubernetes `pkg/controller/podautoscaler/replica_calculator.go` (`groupPods`), v1.31 to v1.35.
 *
 * @module
 */

/** A pod as the autoscaler sees it; amounts in whole units (millicores, or thousandths of a metric), times in seconds. */
export interface HpaPod {
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  readonly deleted: boolean;
  readonly ready: boolean;
  /** Not ready now, and it never really was. */
  readonly neverReady: boolean;
  /** The sample was taken entirely after the pod's readiness last changed. */
  readonly sampledSinceReady: boolean;
  /** Since the pod started. */
  readonly age: number;
  /** Null when a container has none, which makes a share of requests undefined. */
  readonly request: number | null;
  /** Null when there is no sample. */
  readonly usage: number | null;
}

/** `ready` pods are counted with their sample, `unready` and `missing` ones by an assumption, `ignored` ones not at all. */
export type HpaGroup = 'ready' | 'unready' | 'missing' | 'ignored';

/** Settings of the controller: how far a ratio may be off 1 without action; how long a start may burn cpu, in seconds. */
export interface HpaSettings {
  readonly tolerance: number;
  readonly cpuInitialisation: number;
}

/** The controller's defaults. */
export const HPA_DEFAULTS: HpaSettings = { tolerance: 0.1, cpuInitialisation: 300 };

/** While a pod starts, its cpu says nothing about the load; after that only a pod that was never ready is left out. */
function isCpuUntrusted(pod: HpaPod, initialisation: number): boolean {
  if (pod.age < initialisation) return !pod.ready || !pod.sampledSinceReady;
  return !pod.ready && pod.neverReady;
}

/** The group of one pod; readiness matters for cpu only. */
export function hpaGroup(pod: HpaPod, isCpu: boolean, settings: HpaSettings = HPA_DEFAULTS): HpaGroup {
  if (pod.deleted || pod.phase === 'Failed') return 'ignored';
  if (pod.phase === 'Pending') return 'unready';
  if (pod.usage === null) return 'missing';
  return isCpu && isCpuUntrusted(pod, settings.cpuInitialisation) ? 'unready' : 'ready';
}
