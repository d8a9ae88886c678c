/**
 * PodDisruptionBudgets as preemption regards them: a wish to be honoured where there is a choice, never a bar.
 *
 * Source: `filterPodsWithPDBViolation` in kubernetes `defaultpreemption/default_preemption.go`, v1.31 to v1.35.
 *
 * @module
 */

/** How many of the pods it covers a budget lets go. */
export interface DisruptionBudget {
  readonly allowed: number;
  /** Whether the pod is selected and not yet counted as disrupted. */
  readonly covers: (pod: number) => boolean;
}

/** Pods in two lists, each in the order given. */
export interface BudgetSplit {
  readonly violating: readonly number[];
  readonly harmless: readonly number[];
}

/**
 * Splits pods by whether evicting them, one after another in the order given, would break a budget. A pod uses up
 * every budget that covers it, broken or not.
 */
export function splitByBudget(pods: readonly number[], budgets: readonly DisruptionBudget[]): BudgetSplit {
  const left = budgets.map((b) => b.allowed);
  const violating: number[] = [];
  const harmless: number[] = [];
  for (const pod of pods) (spend(pod, budgets, left) ? harmless : violating).push(pod);
  return { violating, harmless };
}

/** Takes one disruption from each budget that covers the pod; false where one of them had none left. */
function spend(pod: number, budgets: readonly DisruptionBudget[], left: number[]): boolean {
  let within = true;
  budgets.forEach((budget, i) => {
    if (!budget.covers(pod)) return;
    left[i]!--;
    if (left[i]! < 0) within = false;
  });
  return within;
}
