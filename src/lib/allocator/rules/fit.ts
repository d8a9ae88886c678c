/**
 * Does a demand fit on a node? The filter that kube-scheduler calls NodeResourcesFit.
 *
 * Amounts are whole numbers by resource index (millicores, bytes, GPUs, pod slots). A cluster keeps the amounts of all
 * nodes in one array, node after node; `offset` is where a node begins in it.
 *
 * Source: kubernetes `pkg/scheduler/framework/plugins/noderesources/fit.go`, v1.31 to v1.35.
 *
 * @module
 */

/** Amounts by resource index. */
export type Amounts = ArrayLike<number>;

/** One resource of which a node has too little: `asked > free`. */
export interface Shortage {
  readonly resource: number;
  readonly asked: number;
  readonly free: number;
  readonly allocatable: number;
}

/** Below zero where bookings exceed what the node offers; a demand of zero is not held up by that. */
const isShort = (asked: number, free: number): boolean => asked > 0 && asked > free;

/** Whether every resource that is asked for is free on the node at `offset`; an exact fit fits. */
export function fits(demand: Amounts, free: Amounts, offset: number): boolean {
  for (let r = 0; r < demand.length; r++) if (isShort(demand[r]!, free[offset + r]!)) return false;
  return true;
}

/** Every resource that is short on the node at `offset`, in index order, with the numbers compared; none where it fits. */
export function shortages(demand: Amounts, free: Amounts, allocatable: Amounts, offset: number): Shortage[] {
  const short: Shortage[] = [];
  for (let r = 0; r < demand.length; r++) {
    const asked = demand[r]!;
    const left = free[offset + r]!;
    if (isShort(asked, left)) short.push({ resource: r, asked, free: left, allocatable: allocatable[offset + r]! });
  }
  return short;
}

/** The resource that counts pods rather than what they consume. */
export const POD_SLOTS = 'pods';

/**
 * Whether a resource is asked for beyond what the whole node offers, so that evicting everybody would not help.
 * Pod slots are never judged so. kube-scheduler draws this conclusion from v1.34 (kubernetes PR 131345).
 *
 * @param names of the resources, by index
 */
export function exceedsNode(short: readonly Shortage[], names: readonly string[]): boolean {
  return short.some((s) => s.asked > s.allocatable && names[s.resource] !== POD_SLOTS);
}
