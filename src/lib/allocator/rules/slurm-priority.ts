/**
 * Slurm's multifactor priority: a weighted sum of factors, less what the owner gave up. The larger goes first.
 *
 * Source: SchedMD/slurm `doc/html/priority_multifactor.shtml`, `src/plugins/priority/multifactor`.
 *
 * @module
 */

/** Largest priority that Slurm can hold; 0 is a held job, so a job that may run has at least 1. */
const HIGHEST = 0xffff_ffff;

/** One factor, usually 0 to 1, and the weight that the site gives it. */
export interface WeightedFactor {
  readonly weight: number;
  readonly factor: number;
}

/** A whole priority, at least 1: Σ weight · factor - nice, rounded down. */
export function jobPriority(factors: readonly WeightedFactor[], nice: number): number {
  const sum = factors.reduce((total, { weight, factor }) => total + weight * factor, 0);
  return Math.min(HIGHEST, Math.max(1, Math.floor(sum - nice)));
}

/**
 * Partition factors in the order given: each priority as a part of the largest one, or as it stands with
 * `PriorityFlags=NO_NORMAL_PART`.
 */
export function partitionFactors(priorities: readonly number[], normalise: boolean): number[] {
  const largest = Math.max(0, ...priorities);
  return priorities.map((p) => (!normalise ? p : largest === 0 ? 0 : p / largest));
}

/** An amount of something a site bills for; `global` for what belongs to no node, such as a licence. */
export interface BilledResource {
  readonly amount: number;
  /** Billed for one unit; 0 for what is free. */
  readonly weight: number;
  readonly global: boolean;
}

/**
 * What an allocation is billed: the sum over all resources, or with `PriorityFlags=MAX_TRES` the largest of those on
 * nodes plus the sum of the global ones.
 */
export function billing(resources: readonly BilledResource[], mode: 'SUM' | 'MAX'): number {
  let [largest, onNodes, global] = [0, 0, 0];
  for (const { amount, weight, global: isGlobal } of resources) {
    const billed = amount * weight;
    if (isGlobal) global += billed;
    else {
      onNodes += billed;
      largest = Math.max(largest, billed);
    }
  }
  return global + (mode === 'MAX' ? largest : onNodes);
}
