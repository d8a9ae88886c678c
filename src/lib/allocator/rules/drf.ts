/**
 * Dominant resource fairness: the tenant whose largest share of any resource is smallest is served next.
 *
 * Share = max over resources (allocated / total) / weight; resources of which there is none are skipped.
 *
 * Source: Ghodsi et al., NSDI 2011; tie-break as in apache/mesos `src/master/allocator/mesos/sorter/drf`.
 *
 * @module
 */

import type { Amounts } from './fit.ts';

/** What a tenant holds. */
export interface ShareHolder {
  readonly allocated: Amounts;
  /** More than 0. */
  readonly weight: number;
  /** How often it was served so far; never goes down. */
  readonly served: number;
}

/** A dominant share and the resource that gives it; no resource where nothing is held. */
export interface DominantShare {
  readonly share: number;
  readonly resource: number | undefined;
}

/** The largest share that a holder has of any resource, divided by its weight. */
export function dominantShare({ allocated, weight }: ShareHolder, total: Amounts): DominantShare {
  let largest = 0;
  let resource: number | undefined;
  for (let r = 0; r < total.length; r++) {
    const offered = total[r]!;
    if (offered <= 0 || allocated[r]! / offered <= largest) continue;
    largest = allocated[r]! / offered;
    resource = r;
  }
  return { share: largest / weight, resource };
}

/**
 * Tenants in the order in which they are served: smaller share, then served less often, then lower index.
 *
 * @param sink is told every tenant's share, in index order
 */
export function drfOrder(
  tenants: readonly ShareHolder[],
  total: Amounts,
  sink?: (tenant: number, dominant: DominantShare) => void
): number[] {
  const shares = tenants.map((tenant, i) => {
    const dominant = dominantShare(tenant, total);
    sink?.(i, dominant);
    return dominant.share;
  });
  return [...tenants.keys()].sort(
    (a, b) => shares[a]! - shares[b]! || tenants[a]!.served - tenants[b]!.served || a - b
  );
}
