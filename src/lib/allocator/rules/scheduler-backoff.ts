/** How long kube-scheduler leaves a pod alone that it could not place; seconds. */
export const SCHEDULER_BACKOFF = {
  first: 1,
  cap: 10,
  /** A pod for which nothing has changed is tried again at the latest after this, looked for at every flush. */
  unschedulableLimit: 300,
  flushInterval: 30
} as const;

/**
 * The wait after the given number of attempts, at least 1: `first`, doubling; a wait that would pass `cap` is `cap`.
 *
 * Source: kubernetes `pkg/scheduler/internal/queue/scheduling_queue.go` (`calculateBackoffDuration`), v1.31.
 */
export function schedulerDelay(
  attempts: number,
  first: number = SCHEDULER_BACKOFF.first,
  cap: number = SCHEDULER_BACKOFF.cap
): number {
  let delay = first;
  for (let i = 1; i < attempts; i++) {
    if (delay > cap - delay) return cap;
    delay *= 2;
  }
  return delay;
}
