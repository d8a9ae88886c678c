/**
 * What a pod counts for in ResourceQuotas.
 *
 * Source: kubernetes `pkg/quota/v1/evaluator/core/pods.go`, v1.31 to v1.35.
 *
 * @module
 */
import { addQuantity, parseQuantity } from '#lib/base/units/index.ts';
import { type PodContainers, podQuantities } from './pod-quantities.ts';
import { addLists, type ContainerResources, type ResourceList } from './resource-list.ts';
import { isExtendedResource, isHugePages } from './resource-names.ts';

/** The parts of a pod that decide what it counts for. */
export interface UsagePod extends PodContainers {
  /** What the sandbox itself costs (RuntimeClass). */
  readonly overhead?: ResourceList;
  readonly phase?: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
}

const ONE = parseQuantity(1);
const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];

/** Amounts by the names that quotas use. A pod that has ended still exists, so it counts for `count/pods` only. */
export function podUsage(pod: UsagePod): ResourceList {
  const existing = new Map([['count/pods', ONE]]);
  if (pod.phase === 'Succeeded' || pod.phase === 'Failed') return existing;
  const overhead = pod.overhead ?? new Map();
  const requests = addLists(podQuantities(pod, 'requests'), overhead);
  const limits = withOverhead(podQuantities(pod, 'limits'), overhead);
  return new Map([...existing, ...containerUsage({ requests, limits })]);
}

/** Only what is limited can use its overhead up. */
const withOverhead = (limits: ResourceList, overhead: ResourceList): ResourceList =>
  new Map(
    [...limits].map(([name, limit]) => {
      const extra = limit.nano === 0n ? undefined : overhead.get(name);
      return [name, extra === undefined ? limit : addQuantity(limit, extra)];
    })
  );

/** The same for the resources of one container, which also tells what it has set. */
export function containerUsage({ requests, limits }: ContainerResources): ResourceList {
  const usage = new Map([['pods', ONE]]);
  for (const [name, request] of requests) for (const counted of namesOfRequest(name)) usage.set(counted, request);
  for (const name of COMPUTE) {
    const limit = limits.get(name);
    if (limit !== undefined) usage.set(`limits.${name}`, limit);
  }
  return usage;
}

/** A request of cpu counts as `cpu` and `requests.cpu`; one of a device under the second name only. */
function namesOfRequest(name: string): string[] {
  if (COMPUTE.includes(name) || isHugePages(name)) return [name, `requests.${name}`];
  return isExtendedResource(name) ? [`requests.${name}`] : [];
}

const COUNTED = new Set([
  'pods',
  'count/pods',
  ...COMPUTE.flatMap((name) => [name, `requests.${name}`, `limits.${name}`])
]);

/** Whether a name in a quota says something about pods. */
export function countsPods(name: string): boolean {
  if (COUNTED.has(name) || isHugePages(name)) return true;
  const requested = name.startsWith('requests.') ? name.slice('requests.'.length) : '';
  return isHugePages(requested) || (requested.includes('/') && !requested.includes('kubernetes.io/'));
}
