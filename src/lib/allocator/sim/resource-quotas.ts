import {
  addLists,
  admitByQuota,
  onlyNamed,
  podUsage,
  quotaMessage,
  type QuotaPod,
  type QuotaRefusal,
  type ResourceList
} from '#lib/allocator/rules/index.ts';
import { hasApiServer, type Quota } from '#lib/allocator/scenario/index.ts';
import { jobName, type QuotaVerdict } from '#lib/allocator/trace/index.ts';
import { amountOf, formatAmount, parseQuantity, type Quantity } from '#lib/base/units/index.ts';
import type { Sim } from './sim.ts';

/** A quota that refuses, and what its tenant has of it. */
interface Kept {
  readonly quota: Quota;
  used: ResourceList;
}

/** Why a job is refused: the numbers, and the API server's words where there is one. */
export interface Refusal {
  readonly verdicts: readonly QuotaVerdict[];
  readonly message: string;
}

const ZERO = parseQuantity(0);

const times = ({ nano, family }: Quantity, n: number): Quantity => ({ nano: nano * BigInt(n), family });

/** The quotas that refuse a request when it is made, as the ResourceQuota of a namespace does. */
export class ResourceQuotas {
  readonly #kept: readonly Kept[];

  constructor(readonly sim: Sim) {
    this.#kept = sim.scenario.quotas
      .filter((quota) => quota.mode === 'reject')
      .map((quota) => ({ quota, used: new Map([...quota.declared.keys()].map((name) => [name, ZERO])) }));
  }

  /** Why the pods of a job may not be created; undefined where they may. Pods are created one after the other. */
  refusal(job: number): Refusal | undefined {
    const kept = this.#of(job);
    if (kept.length === 0) return undefined;
    const pod = this.#podOf(job);
    const usage = podUsage(pod);
    // Only an API server insists that a pod sets what a quota counts; elsewhere what is not asked for counts nothing.
    const insists = hasApiServer(this.sim.scenario.policy.preset);
    let quotas = kept.map(({ quota, used }) => ({
      name: quota.name,
      hard: insists ? quota.declared : onlyNamed(quota.declared, (name) => usage.has(name)),
      used,
      scopes: []
    }));
    for (let n = this.sim.placement.podsOf(job); n > 0; n--) {
      const verdict = admitByQuota(pod, quotas);
      if (!verdict.allowed)
        return { verdicts: verdictsOf(verdict.refusal), message: quotaMessage(pod.name, verdict.refusal) };
      quotas = quotas.map((quota, i) => ({ ...quota, used: verdict.usedAfter[i] as ResourceList }));
    }
    return undefined;
  }

  /** Counts the pods of a job against the quotas of its tenant, or with a minus sign no longer does. */
  charge(job: number, sign: 1 | -1): void {
    const kept = this.#of(job);
    if (kept.length === 0) return;
    const usage = podUsage(this.#podOf(job));
    const pods = sign * this.sim.placement.podsOf(job);
    for (const one of kept) {
      const counted = onlyNamed(usage, (name) => one.quota.declared.has(name));
      one.used = addLists(one.used, new Map([...counted].map(([name, quantity]) => [name, times(quantity, pods)])));
    }
  }

  #of(job: number): readonly Kept[] {
    return this.#kept.filter(({ quota }) => quota.tenant === this.sim.kindOf(job).tenant);
  }

  #podOf(job: number): QuotaPod {
    const { requests, limits } = this.sim.kindOf(job);
    const name = jobName(this.sim.world, job);
    return { name, containers: [{ name, requests: this.#listOf(requests, 1), limits: this.#listOf(limits, 0) }] };
  }

  #listOf(amounts: readonly number[], least: number): ResourceList {
    return new Map(
      this.sim.scenario.resources.flatMap((resource, r): [string, Quantity][] => {
        const amount = amounts[r] as number;
        return amount < least ? [] : [[resource, parseQuantity(formatAmount(resource, amount))]];
      })
    );
  }
}

/** A quota counts `requests.nvidia.com/gpu` and `limits.cpu`; what it counts of is the resource. */
const unprefixed = (name: string): string => name.replace(/^(requests|limits)\./, '');

function verdictsOf(refusal: QuotaRefusal): QuotaVerdict[] {
  const { quota } = refusal;
  if ('missing' in refusal)
    return refusal.missing.map(({ resource }) => ({ quota, resource, used: 0, asked: 0, hard: 0 }));
  if ('unknown' in refusal) return [];
  return [...refusal.requested].map(([name, asked]) => {
    const amount = (list: ResourceList): number => amountOf(unprefixed(name), list.get(name) ?? ZERO);
    return {
      quota,
      resource: name.replace(/^requests\./, ''),
      used: amount(refusal.used),
      asked: amountOf(unprefixed(name), asked),
      hard: amount(refusal.hard)
    };
  });
}
