const ALL_BELOW = 100;
const LEAST_PERCENT = 5;

/** The share of the nodes that is enough without a setting: 50 %, less one for every 125 nodes, at least 5. */
const adaptivePercent = (nodes: number): number => Math.max(LEAST_PERCENT, 50 - Math.floor(nodes / 125));

/**
 * After how many feasible nodes kube-scheduler stops looking: all of a cluster below 100 nodes, otherwise a share, but
 * no fewer than 100.
 *
 * @param percentage `percentageOfNodesToScore`; 0 for the scheduler's own choice
 *
 * Source: kubernetes `pkg/scheduler/schedule_one.go` (`numFeasibleNodesToFind`), v1.31.
 */
export function nodesToFind(nodes: number, percentage = 0): number {
  if (nodes < ALL_BELOW || percentage >= 100) return nodes;
  const percent = percentage === 0 ? adaptivePercent(nodes) : percentage;
  return Math.max(ALL_BELOW, Math.floor((nodes * percent) / 100));
}
