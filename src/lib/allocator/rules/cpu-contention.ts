/**
 * How containers that all want more CPU than there is divide a node: in proportion to their weights, up to their limits.
 *
 * Source: kernel CFS; exact for cgroup v1 shares and the linear cgroup v2 weight.
 *
 * @module
 */

/** A container that would take any CPU it can get. */
export interface BusyContainer {
  /** Relative weight, such as `cpuShares` of its request. */
  readonly weight: number;
  /** Millicores it may use at most; 0 or less for no limit. */
  readonly limit: number;
}

/**
 * Millicores that each container gets. One that reaches its limit leaves the rest to the others, again by weight.
 *
 * @param node millicores that the containers divide
 */
export function divideCpu(node: number, containers: readonly BusyContainer[]): number[] {
  const granted = containers.map(() => 0);
  let left = node;
  let open = containers.map((container, i) => ({ ...container, i }));
  while (open.length > 0) {
    const weights = open.reduce((sum, c) => sum + c.weight, 0);
    const portion = left / weights;
    const full = open.filter((c) => c.limit > 0 && c.limit <= c.weight * portion);
    if (full.length === 0) {
      for (const c of open) granted[c.i] = c.weight * portion;
      break;
    }
    for (const c of full) {
      granted[c.i] = c.limit;
      left -= c.limit;
    }
    open = open.filter((c) => !full.includes(c));
  }
  return granted;
}
