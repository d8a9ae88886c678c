/**
 * The order in which the kubelet evicts pods when a node runs short of memory or disk.
 *
 * The quality-of-service class is not asked for; it only predicts the result, because a BestEffort pod exceeds its
 * request of nothing as soon as it uses anything.
 *
 * Source: kubernetes `pkg/kubelet/eviction/helpers.go` (`rankMemoryPressure`, `rankDiskPressure`), v1.31 to v1.35.
 *
 * @module
 */

/** A pod on a node under pressure: bytes of the short resource, and its priority. */
export interface PressedPod {
  readonly request: number;
  readonly usage: number;
  readonly priority: number;
}

const exceeds = ({ usage, request }: PressedPod): boolean => usage > request;

/** Negative where `a` goes before `b`: who exceeds the request, then the lower priority, then the larger excess. */
function compare(a: PressedPod, b: PressedPod): number {
  if (exceeds(a) !== exceeds(b)) return exceeds(a) ? -1 : 1;
  if (a.priority !== b.priority) return a.priority - b.priority;
  return b.usage - b.request - (a.usage - a.request);
}

/** Positions in `pods`, first to be evicted first; pods that nothing tells apart keep their order. */
export const evictionOrder = (pods: readonly PressedPod[]): number[] =>
  [...pods.keys()].sort((a, b) => compare(pods[a]!, pods[b]!));
