/** The exponent with which a cost grows from the smallest size to the largest. */
export const exponent = (costs: readonly number[], sizes: readonly number[]): number =>
  Math.log(costs.at(-1)! / costs[0]!) / Math.log(sizes.at(-1)! / sizes[0]!);
