/**
 * Which node group the Cluster Autoscaler grows when several would help.
 *
 * Source: kubernetes/autoscaler `cluster-autoscaler/expander`, 1.31; `least-waste` is the default since 2024.
 *
 * @module
 */

/** One node group that could grow: `nodes` new ones of `cpu` millicores and `memory` bytes each, and what they'd hold. */
export interface ExpansionOption {
  readonly group: string;
  readonly nodes: number;
  readonly cpu: number;
  readonly memory: number;
  readonly pods: readonly { readonly cpu: number; readonly memory: number }[];
}

const unused = (offered: number, asked: number): number => (offered - asked) / offered;

/** The share of the new cpu plus the share of the new memory that would stay unused, 0 to 2. GPUs do not count. */
export function wasted({ nodes, cpu, memory, pods }: ExpansionOption): number {
  const asked = (resource: 'cpu' | 'memory'): number => pods.reduce((sum, pod) => sum + pod[resource], 0);
  return unused(nodes * cpu, asked('cpu')) + unused(nodes * memory, asked('memory'));
}

/** The options with the least of a measure, in input order; several only where they are exactly equal. */
function least(options: readonly ExpansionOption[], measure: (option: ExpansionOption) => number): ExpansionOption[] {
  const values = options.map(measure);
  const best = Math.min(...values);
  return options.filter((_, i) => values[i] === best);
}

/** The options that waste least. Which of several is taken is left to chance. */
export const leastWaste = (options: readonly ExpansionOption[]): ExpansionOption[] => least(options, wasted);

/** The options that would place most pods. Which of several is taken is left to chance. */
export const mostPods = (options: readonly ExpansionOption[]): ExpansionOption[] =>
  least(options, ({ pods }) => -pods.length);
