/**
 * The kubelet's wait before it restarts a container that has crashed: what people see as CrashLoopBackOff.
 *
 * Times are whole units of the caller's choice; the kubelet's own figures are in seconds.
 *
 * Source: kubernetes `client-go/util/flowcontrol/backoff.go` and `pkg/kubelet` (`doBackOff`), v1.20 to v1.35.
 *
 * @module
 */

/** The kubelet's figures: first wait, longest wait. */
export const CRASH_LOOP_SECONDS = 10;
export const CRASH_LOOP_CAP_SECONDS = 300;

/** A doubling wait that is forgotten after a quiet time: `first`, 2 · first, … up to `cap`. */
export interface Backoff {
  readonly first: number;
  readonly cap: number;
}

/** The kubelet's back-off. */
export const CRASH_LOOP: Backoff = { first: CRASH_LOOP_SECONDS, cap: CRASH_LOOP_CAP_SECONDS };

/** Whether the wait starts afresh: nothing happened for longer than twice the cap. */
export const isForgotten = (backoff: Backoff, idle: number): boolean => idle > 2 * backoff.cap;

/** The wait after one more failure, when the one before was `delay` (0 for none) and `idle` has passed since it was set. */
export function nextDelay(backoff: Backoff, delay: number, idle: number): number {
  if (delay === 0 || isForgotten(backoff, idle)) return backoff.first;
  return Math.min(2 * delay, backoff.cap);
}

/** Whether an item whose wait was set `idle` ago must still wait. */
export const isWaiting = (backoff: Backoff, delay: number, idle: number): boolean =>
  !isForgotten(backoff, idle) && idle < delay;

/** The wait after a crash, and the one that the next crash will meet. */
export interface Restart {
  readonly wait: number;
  readonly next: number;
}

/**
 * How long a container stays down after a crash.
 *
 * The first crash costs nothing: a restart sets the wait for the crash after it. Hence 0, 10, 20, 40, … seconds.
 *
 * @param delay the `next` of the restart before; 0 at the first crash
 * @param ran how long the container ran before it crashed
 */
export function restartAfterCrash(delay: number, ran: number, backoff: Backoff = CRASH_LOOP): Restart {
  const wait = isForgotten(backoff, ran) ? 0 : delay;
  return { wait, next: nextDelay(backoff, delay, ran) };
}
