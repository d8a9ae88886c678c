import { podUsage, type UsagePod } from '#lib/allocator/rules/pod-usage.ts';
import {
  admitByQuota,
  quotaMessage,
  type QuotaPod,
  type QuotaRefusal,
  type ResourceQuota
} from '#lib/allocator/rules/quota.ts';
import type { QuotaScope } from '#lib/allocator/rules/quota-scope.ts';
import { parseResourceList, type QuantityTexts } from '#lib/allocator/rules/resource-list.ts';
import { type CaseContainer, listTexts, readContainer, readInitContainer } from '../case-container.ts';
import { type Case, type CaseCheck, differences, UnknownKind } from '../case-kit.ts';

interface CasePod extends Pick<QuotaPod, 'phase' | 'activeDeadlineSeconds' | 'priorityClassName'> {
  readonly name: string;
  readonly containers: readonly CaseContainer[];
  readonly initContainers?: readonly CaseContainer[];
  readonly overhead?: QuantityTexts;
}

interface CaseQuota {
  readonly name: string;
  readonly hard: QuantityTexts;
  readonly used: QuantityTexts;
  readonly scopes?: readonly QuotaScope['scopeName'][];
  readonly scopeSelector?: readonly QuotaScope[];
}

interface QuotaCase extends Case {
  readonly pod: CasePod;
  readonly quotas: readonly CaseQuota[];
  readonly containerNames?: readonly string[];
  readonly expect: { readonly error?: string; readonly errorNewer?: string };
}

function readPod(pod: CasePod, names: readonly string[] = []): QuotaPod {
  const { containers, initContainers = [], overhead, ...traits } = pod;
  return {
    ...traits,
    containers: containers.map((c, i) => ({ ...readContainer(c), name: c.name ?? names[i] ?? `c${i}` })),
    initContainers: initContainers.map((c, i) => ({ ...readInitContainer(c), name: c.name ?? `i${i}` })),
    overhead: parseResourceList(overhead)
  };
}

const readQuota = ({ name, hard, used, scopes = [], scopeSelector = [] }: CaseQuota): ResourceQuota => ({
  name,
  hard: parseResourceList(hard),
  used: parseResourceList(used),
  scopes: [...scopes.map((scopeName): QuotaScope => ({ scopeName, operator: 'Exists' })), ...scopeSelector]
});

/** The answer of v1.20, which did not name containers. */
function olderMessage(pod: string, refusal: QuotaRefusal): string {
  if (!('missing' in refusal)) return quotaMessage(pod, refusal);
  const resources = refusal.missing.map((m) => m.resource).join(',');
  return `pods "${pod}" is forbidden: failed quota: ${refusal.quota}: must specify ${resources}`;
}

function admission({ pod, quotas, containerNames }: QuotaCase): unknown {
  const verdict = admitByQuota(readPod(pod, containerNames), quotas.map(readQuota));
  if (!verdict.allowed)
    return {
      allowed: false,
      error: olderMessage(pod.name, verdict.refusal),
      errorNewer: quotaMessage(pod.name, verdict.refusal)
    };
  return {
    allowed: true,
    usedAfter: Object.fromEntries(quotas.map((q, i) => [q.name, listTexts(verdict.usedAfter[i]!)]))
  };
}

/** Topic `quota`: what a pod counts for, and whether ResourceQuotas admit it. */
export const check: CaseCheck = (c) => {
  const fields = c as QuotaCase;
  switch (c.kind) {
    case 'podUsage':
      return differences(fields.expect, { usage: listTexts(podUsage(readPod(fields.pod) satisfies UsagePod)) });
    case 'admission':
      return differences(fields.expect, admission(fields));
    default:
      throw new UnknownKind(c.kind);
  }
};
