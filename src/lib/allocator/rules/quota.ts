/**
 * ResourceQuota: whether a namespace may have one more pod. Asked once, when the pod is created; a pod over quota is
 * never pending, because it never exists (403).
 *
 * Source: kubernetes `apiserver/pkg/admission/plugin/resourcequota/controller.go`, v1.31 to v1.35.
 *
 * @module
 */
import { compareQuantity } from '#lib/base/units/index.ts';
import { containerUsage, countsPods, podUsage } from './pod-usage.ts';
import { matchesScope, type QuotaScope, type ScopedPod } from './quota-scope.ts';
import {
  addLists,
  type ContainerResources,
  onlyNamed,
  printResourceList,
  type ResourceList,
  sortedNames
} from './resource-list.ts';

/** A quota and what its namespace holds of it. */
export interface ResourceQuota {
  readonly name: string;
  readonly hard: ResourceList;
  readonly used: ResourceList;
  /** It counts only pods that match all of these. */
  readonly scopes: readonly QuotaScope[];
}

/** A pod whose containers have names; the API server names those at fault. */
export interface QuotaPod extends ScopedPod {
  readonly name: string;
  readonly containers: readonly NamedContainer[];
  readonly initContainers?: readonly (NamedContainer & { readonly sidecar?: boolean })[];
}

interface NamedContainer extends ContainerResources {
  readonly name: string;
}

/** A resource that a quota demands to be set, and the containers that do not set it. */
export interface MissingResource {
  readonly resource: string;
  readonly containers: readonly string[];
}

/** Why a quota turned a pod away: it must set more, its use is not known yet, or there would be too much. */
export type QuotaRefusal =
  | { readonly quota: string; readonly missing: readonly MissingResource[] }
  | { readonly quota: string; readonly unknown: readonly string[] }
  | {
      readonly quota: string;
      readonly requested: ResourceList;
      readonly used: ResourceList;
      readonly hard: ResourceList;
    };

/** Whether all quotas admit a pod, and if so what each of them counts afterwards, in the order given. */
export type QuotaVerdict =
  | { readonly allowed: true; readonly usedAfter: readonly ResourceList[] }
  | { readonly allowed: false; readonly refusal: QuotaRefusal };

/** Asks every quota that counts the pod; the first one that refuses decides. What reaches `hard` exactly is admitted. */
export function admitByQuota(pod: QuotaPod, quotas: readonly ResourceQuota[]): QuotaVerdict {
  const counting = quotas.filter((quota) => counts(quota, pod));
  const usage = podUsage(pod);
  const refusal =
    firstOf(counting, (quota) => unmetDemand(quota, pod)) ?? firstOf(counting, (quota) => excess(quota, usage));
  if (refusal !== undefined) return { allowed: false, refusal };
  const usedAfter = quotas.map((quota) =>
    counting.includes(quota) ? addLists(quota.used, asked(quota, usage)) : quota.used
  );
  return { allowed: true, usedAfter };
}

function firstOf<Q, R>(quotas: readonly Q[], ask: (quota: Q) => R | undefined): R | undefined {
  for (const quota of quotas) {
    const answer = ask(quota);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

const counts = ({ hard, scopes }: ResourceQuota, pod: QuotaPod): boolean =>
  [...hard.keys()].some(countsPods) && scopes.every((scope) => matchesScope(pod, scope));

/** What a pod asks of the resources that a quota limits; asking for 0 is never too much. */
const asked = ({ hard }: ResourceQuota, usage: ResourceList): ResourceList =>
  onlyNamed(usage, (name) => hard.has(name) && usage.get(name)!.nano !== 0n);

/** Where a quota limits one of these, every container has to set it; upstream calls that a mistake and keeps to it. */
const DEMANDED = ['cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];

function unmetDemand({ name, hard, used }: ResourceQuota, pod: QuotaPod): QuotaRefusal | undefined {
  const containers = [...pod.containers, ...(pod.initContainers ?? [])];
  const without = (resource: string): string[] =>
    sortedNames(containers.filter((c) => !containerUsage(c).has(resource)).map((c) => c.name));
  const missing = sortedNames(DEMANDED.filter((resource) => hard.has(resource)))
    .map((resource) => ({ resource, containers: without(resource) }))
    .filter((m) => m.containers.length > 0);
  if (missing.length > 0) return { quota: name, missing };
  const limited = [...hard.keys()].filter(countsPods);
  return limited.every((resource) => used.has(resource)) ? undefined : { quota: name, unknown: sortedNames(limited) };
}

function excess(quota: ResourceQuota, usage: ResourceList): QuotaRefusal | undefined {
  const { name, hard, used } = quota;
  const requested = asked(quota, usage);
  const after = addLists(used, requested);
  const over = (resource: string): boolean =>
    requested.has(resource) && compareQuantity(after.get(resource)!, hard.get(resource)!) > 0;
  const exceeded = onlyNamed(requested, over);
  if (exceeded.size === 0) return undefined;
  return { quota: name, requested: exceeded, used: onlyNamed(used, over), hard: onlyNamed(hard, over) };
}

/** The answer to the client (403). Only the resources that are exceeded are listed. */
export function quotaMessage(pod: string, refusal: QuotaRefusal): string {
  return `pods "${pod}" is forbidden: ${reason(refusal)}`;
}

function reason(refusal: QuotaRefusal): string {
  if ('missing' in refusal) {
    const missing = refusal.missing.map((m) => `${m.resource} for: ${m.containers.join(',')}`);
    return `failed quota: ${refusal.quota}: must specify ${missing.join('; ')}`;
  }
  if ('unknown' in refusal)
    return `status unknown for quota: ${refusal.quota}, resources: ${refusal.unknown.join(',')}`;
  const [requested, used, hard] = [refusal.requested, refusal.used, refusal.hard].map(printResourceList);
  return `exceeded quota: ${refusal.quota}, requested: ${requested}, used: ${used}, limited: ${hard}`;
}
