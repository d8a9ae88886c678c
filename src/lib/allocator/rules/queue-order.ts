/** What places a pod in the scheduling queue: `queuedAt` is the tick at which it last joined. */
export interface Queued {
  readonly priority: number;
  readonly queuedAt: number;
}

/**
 * kube-scheduler's order of the queue, as a comparator: the larger priority first, then whoever joined earlier.
 *
 * 0 for equals: the caller breaks the tie. Source: kubernetes `queuesort/priority_sort.go`.
 */
export const compareQueued = (a: Queued, b: Queued): number => b.priority - a.priority || a.queuedAt - b.queuedAt;
