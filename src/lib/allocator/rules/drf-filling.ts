/**
 * Dividing a cluster among tenants who each run tasks of one size: task by task, or with tasks that can be split.
 *
 * Sources: Ghodsi et al., NSDI 2011 (DRF, asset fairness, and the market of CEEI, which gives the allocation with the
 * largest product of task counts).
 *
 * @module
 */

import { drfOrder, dominantShare, type ShareHolder } from './drf.ts';
import type { Amounts } from './fit.ts';

/** A tenant and what one of its tasks takes; at least one amount is more than 0. */
export interface TaskOwner {
  readonly demand: Amounts;
  readonly weight: number;
}

/** One task served. */
export interface ServedTask {
  readonly owner: number;
  /** Dominant shares of all owners after it, divided by their weights. */
  readonly shares: readonly number[];
}

/**
 * Serves whole tasks one at a time by DRF until no owner's next task fits. Of equal shares, the owner served less often
 * comes first, then the lower index.
 */
export function serveTasks(owners: readonly TaskOwner[], capacity: Amounts): ServedTask[] {
  const holders = owners.map(({ demand, weight }) => ({
    allocated: new Float64Array(demand.length),
    weight,
    served: 0
  }));
  const free = Float64Array.from(capacity);
  const served: ServedTask[] = [];
  for (;;) {
    const owner = drfOrder(holders, capacity).find((i) => free.every((left, r) => owners[i]!.demand[r]! <= left));
    if (owner === undefined) return served;
    const holder = holders[owner]!;
    for (let r = 0; r < free.length; r++) {
      free[r]! -= owners[owner]!.demand[r]!;
      holder.allocated[r]! += owners[owner]!.demand[r]!;
    }
    holder.served++;
    served.push({ owner, shares: holders.map((h: ShareHolder) => dominantShare(h, capacity).share) });
  }
}

/** What is equalised among owners: the largest of a task's shares, or their sum. */
export type FairMeasure = 'dominant' | 'assets';

/**
 * Tasks by owner when tasks can be split: all owners' measures grow together, in proportion to their weights; when a
 * resource is used up, those who need it stop.
 */
export function progressiveFilling(
  owners: readonly TaskOwner[],
  capacity: Amounts,
  measure: FairMeasure
): Float64Array {
  const tasks = new Float64Array(owners.length);
  const rates = owners.map(({ demand, weight }) => weight / measureOf(demand, capacity, measure));
  const left = Float64Array.from(capacity);
  let growing = [...owners.keys()];
  while (growing.length > 0) {
    const growth = left.map((_, r) => growing.reduce((sum, i) => sum + rates[i]! * owners[i]!.demand[r]!, 0));
    const until = left.map((amount, r) => (growth[r]! > 0 ? amount / growth[r]! : Infinity));
    const step = Math.min(...until);
    for (const i of growing) tasks[i]! += rates[i]! * step;
    for (let r = 0; r < left.length; r++) left[r]! -= growth[r]! * step;
    const usedUp = [...until.keys()].filter((r) => until[r] === step);
    growing = growing.filter((i) => usedUp.every((r) => owners[i]!.demand[r] === 0));
  }
  return tasks;
}

function measureOf(demand: Amounts, capacity: Amounts, measure: FairMeasure): number {
  let [largest, sum] = [0, 0];
  for (let r = 0; r < capacity.length; r++) {
    const share = capacity[r]! > 0 ? demand[r]! / capacity[r]! : 0;
    largest = Math.max(largest, share);
    sum += share;
  }
  return measure === 'dominant' ? largest : sum;
}

/** Rounds of price-finding at most; the worked examples of the paper need a few hundred. */
const ROUNDS = 1_000_000;
const SETTLED = 1e-15;

/**
 * Tasks by owner in a competitive equilibrium from equal incomes (or incomes in proportion to weights), to about ten
 * digits. Prices start equal; each is multiplied by the part of the resource that owners buy at the current prices,
 * until none moves. A resource that stays in surplus ends at price 0.
 */
export function equalIncomes(owners: readonly TaskOwner[], capacity: Amounts): Float64Array {
  const prices = Float64Array.from(capacity, (amount) => (amount > 0 ? 1 / amount : 0));
  for (let round = 0; round < ROUNDS; round++) {
    const tasks = bought(owners, prices);
    let largest = 0;
    for (let r = 0; r < prices.length; r++) {
      if (capacity[r] === 0) continue;
      const used = owners.reduce((sum, { demand }, i) => sum + demand[r]! * tasks[i]!, 0) / capacity[r]!;
      largest = Math.max(largest, Math.abs(used - 1) * prices[r]! * capacity[r]!);
      prices[r]! *= used;
    }
    if (largest < SETTLED) break;
  }
  return bought(owners, prices);
}

/** What each owner can afford of its own task. */
const bought = (owners: readonly TaskOwner[], prices: Float64Array): Float64Array =>
  Float64Array.from(owners, ({ demand, weight }) => weight / prices.reduce((sum, p, r) => sum + p * demand[r]!, 0));
