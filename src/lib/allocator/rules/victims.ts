/**
 * Preemption on one node, tried dry: whom would it cost to place this pod here?
 *
 * Everybody of lower priority is taken out. If the pod fits then, they are put back one by one while it still fits,
 * the most important first; whoever cannot come back is a victim. This keeps important pods, and may evict more pods
 * than the smallest number that would do.
 *
 * Source: `SelectVictimsOnNode` in kubernetes `defaultpreemption/default_preemption.go`, v1.31 to v1.35.
 *
 * @module
 */

import { type DisruptionBudget, splitByBudget } from './disruption-budget.ts';
import { type Amounts, type Shortage, fits, shortages } from './fit.ts';

/** Who runs where, as preemption needs to know it; nodes and pods are numbers. */
export interface Occupancy {
  /** Amounts of all nodes, node after node, `width` resources each. */
  readonly free: Amounts;
  readonly allocatable: Amounts;
  readonly width: number;
  readonly podsOn: (node: number) => readonly number[];
  readonly priorityOf: (pod: number) => number;
  /** When it started; Infinity for one that has not. */
  readonly startOf: (pod: number) => number;
  /** What the pod holds on the node; a gang counted as one pod may hold amounts on several. */
  readonly demandOf: (pod: number, node: number) => Amounts;
}

/** The pod that wants in. */
export interface Preemptor {
  readonly demand: Amounts;
  readonly priority: number;
}

/** A node that the pod could have, and at whose cost; `victims` most important first. */
export interface Candidate {
  readonly outcome: 'victims';
  readonly node: number;
  readonly victims: readonly number[];
  /** How many of the victims break a disruption budget. */
  readonly violations: number;
}

/** What a dry run on one node found. */
export type VictimSearch =
  | Candidate
  | { readonly outcome: 'nobody-lower'; readonly node: number }
  | { readonly outcome: 'still-short'; readonly node: number; readonly shortages: readonly Shortage[] };

/** One attempt to let a pod stay, in the order in which they are made. */
export interface Reprieve {
  readonly pod: number;
  readonly stays: boolean;
  readonly violatesBudget: boolean;
}

/** Orders pods for a reprieve: higher priority first, then earlier start. */
export function byImportance(on: Occupancy): (a: number, b: number) => number {
  return (a, b) => {
    const priority = on.priorityOf(b) - on.priorityOf(a);
    if (priority !== 0) return priority;
    const [startA, startB] = [on.startOf(a), on.startOf(b)];
    return startA === startB ? 0 : startA < startB ? -1 : 1;
  };
}

/**
 * The dry run on a node where the pod does not fit as things stand. Nothing is changed.
 *
 * @param sink is told every reprieve tried
 */
export function selectVictims(
  preemptor: Preemptor,
  node: number,
  on: Occupancy,
  budgets: readonly DisruptionBudget[] = [],
  sink?: (reprieve: Reprieve) => void
): VictimSearch {
  const lower = on.podsOn(node).filter((pod) => on.priorityOf(pod) < preemptor.priority);
  if (lower.length === 0) return { outcome: 'nobody-lower', node };

  const free = rowOf(on.free, node, on.width);
  for (const pod of lower) add(free, on.demandOf(pod, node), 1);
  if (!fits(preemptor.demand, free, 0)) {
    const allocatable = rowOf(on.allocatable, node, on.width);
    return { outcome: 'still-short', node, shortages: shortages(preemptor.demand, free, allocatable, 0) };
  }

  const importance = byImportance(on);
  const { violating, harmless } = splitByBudget(lower.toSorted(importance), budgets);
  const victims: number[] = [];
  const reprieve = (pod: number, violatesBudget: boolean): void => {
    add(free, on.demandOf(pod, node), -1);
    const stays = fits(preemptor.demand, free, 0);
    if (!stays) {
      add(free, on.demandOf(pod, node), 1);
      victims.push(pod);
    }
    sink?.({ pod, stays, violatesBudget });
  };
  for (const pod of violating) reprieve(pod, true);
  const violations = victims.length;
  for (const pod of harmless) reprieve(pod, false);
  return { outcome: 'victims', node, victims: victims.sort(importance), violations };
}

const rowOf = (amounts: Amounts, node: number, width: number): Float64Array =>
  Float64Array.from({ length: width }, (_, r) => amounts[node * width + r]!);

function add(row: Float64Array, amounts: Amounts, sign: 1 | -1): void {
  for (let r = 0; r < row.length; r++) row[r]! += sign * amounts[r]!;
}
