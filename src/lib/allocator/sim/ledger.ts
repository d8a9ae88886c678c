import { dominantShare } from '#lib/allocator/rules/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';

/**
 * What each tenant holds now and has held so far: the figures behind fair share and dominant resource fairness.
 * Amounts are whole; shares are of everything the nodes of the scenario offer.
 */
export class Ledger {
  /** Amounts allocated, tenant-major. */
  readonly held: Float64Array;
  /** Allocations made to each tenant so far, never taken back: breaks ties as Mesos does. */
  readonly allocations: Float64Array;
  readonly #total: Float64Array;
  readonly #used: Float64Array;
  readonly #since: Float64Array;
  readonly #width: number;

  constructor(readonly scenario: Scenario) {
    const { resources, tenants, nodes } = scenario;
    this.#width = resources.length;
    this.held = new Float64Array(tenants.length * this.#width);
    this.allocations = new Float64Array(tenants.length);
    this.#used = new Float64Array(tenants.length);
    this.#since = new Float64Array(tenants.length);
    this.#total = new Float64Array(this.#width);
    for (const node of nodes)
      node.allocatable.forEach((amount, r) => (this.#total[r] = (this.#total[r] as number) + amount));
  }

  /** Adds (or with a negative number of pods, takes back) what a tenant holds from a tick on. */
  add(tenant: number, requests: readonly number[], pods: number, tick: number): void {
    this.#settle(tenant, tick);
    this.#addTo(this.held, tenant, requests, pods);
    if (pods > 0) this.allocations[tenant] = (this.allocations[tenant] as number) + 1;
  }

  /** A tenant's largest share of any resource, divided by its weight; resources that nobody offers are left out. */
  dominantShare(tenant: number): number {
    const allocated = this.held.subarray(tenant * this.#width, (tenant + 1) * this.#width);
    const weight = this.#weight(tenant);
    return dominantShare({ allocated, weight, served: this.allocations[tenant] as number }, this.#total).share;
  }

  /** Dominant share summed over the ticks it was held, divided by the weight: what fair share has to even out. */
  usage(tenant: number, tick: number): number {
    this.#settle(tenant, tick);
    return (this.#used[tenant] as number) / this.#weight(tenant);
  }

  #addTo(amounts: Float64Array, tenant: number, requests: readonly number[], pods: number): void {
    const from = tenant * this.#width;
    requests.forEach((amount, r) => (amounts[from + r] = (amounts[from + r] as number) + pods * amount));
  }

  #weight(tenant: number): number {
    return (this.scenario.tenants[tenant] as Scenario['tenants'][number]).weight;
  }

  #settle(tenant: number, tick: number): void {
    const ticks = tick - (this.#since[tenant] as number);
    if (ticks > 0)
      this.#used[tenant] = (this.#used[tenant] as number) + ticks * this.dominantShare(tenant) * this.#weight(tenant);
    this.#since[tenant] = tick;
  }
}
