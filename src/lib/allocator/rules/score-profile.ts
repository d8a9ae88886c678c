/**
 * The total by which kube-scheduler's default profile compares nodes.
 *
 * Of its plugins, preferred node affinity, pod affinity, topology spread and image locality score alike on every node
 * here, because no request carries such wishes; what differs is the fit, the balance and the taints.
 *
 * Source: weights in kubernetes `pkg/scheduler/apis/config/v1/default_plugins.go`, v1.31 to v1.35.
 *
 * @module
 */

/** Weights of the plugins that tell nodes apart. */
export const PROFILE_WEIGHTS = { taints: 3, fit: 1, balanced: 1 } as const;

/** Scores of one node by plugin, each 0 to 100. */
export interface PluginScores {
  readonly taints: number;
  readonly fit: number;
  readonly balanced: number;
}

/** The weighted sum of a node's scores, 0 to 500. */
export function profileScore(scores: PluginScores): number {
  return (
    scores.taints * PROFILE_WEIGHTS.taints +
    scores.fit * PROFILE_WEIGHTS.fit +
    scores.balanced * PROFILE_WEIGHTS.balanced
  );
}
