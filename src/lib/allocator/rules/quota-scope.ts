/**
 * Which pods a ResourceQuota with scopes counts.
 *
 * Source: kubernetes `pkg/quota/v1/evaluator/core/pods.go` (`podMatchesScopeFunc`), v1.31 to v1.35.
 *
 * @module
 */
import { computeAmounts } from './compute-amounts.ts';
import type { UsagePod } from './pod-usage.ts';
import { qosClass } from './qos.ts';
import { selects } from './selector.ts';

/** A condition on pods. The operator and its values are for PriorityClass; the other names speak for themselves. */
export interface QuotaScope {
  readonly scopeName:
    'Terminating' | 'NotTerminating' | 'BestEffort' | 'NotBestEffort' | 'PriorityClass' | 'CrossNamespacePodAffinity';
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values?: readonly string[];
}

/** What scopes ask of a pod. */
export interface ScopedPod extends UsagePod {
  readonly activeDeadlineSeconds?: number;
  readonly priorityClassName?: string;
  /** Whether a term of its pod affinity or anti-affinity looks into other namespaces. */
  readonly crossNamespaceAffinity?: boolean;
}

/** Whether a pod is one that the scope speaks of. A pod is terminating where it has a deadline. */
export function matchesScope(pod: ScopedPod, { scopeName, operator, values = [] }: QuotaScope): boolean {
  switch (scopeName) {
    case 'Terminating':
      return pod.activeDeadlineSeconds !== undefined;
    case 'NotTerminating':
      return pod.activeDeadlineSeconds === undefined;
    case 'BestEffort':
      return isBestEffort(pod);
    case 'NotBestEffort':
      return !isBestEffort(pod);
    case 'PriorityClass':
      return selects(
        { matchExpressions: [{ key: scopeName, operator, values }] },
        pod.priorityClassName ? { [scopeName]: pod.priorityClassName } : {}
      );
    case 'CrossNamespacePodAffinity':
      return pod.crossNamespaceAffinity === true;
  }
}

const isBestEffort = ({ containers, initContainers = [] }: ScopedPod): boolean =>
  qosClass([...containers, ...initContainers].map(computeAmounts)) === 'BestEffort';
