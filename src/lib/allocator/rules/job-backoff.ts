/**
 * When a Job may try again after failed pods.
 *
 * Times are on one axis of whole units (ticks, or milliseconds), as the caller likes.
 *
 * Source: kubernetes `pkg/controller/job/backoff_utils.go`, v1.28 and later.
 *
 * @module
 */

/** Seconds before the first retry, and the most before any; until v1.27 and on older documentation pages 360. */
export const JOB_BACKOFF_SECONDS = 10;
export const JOB_BACKOFF_CAP_SECONDS = 600;

/** Failures of a Job in a row, none between which succeeded; `lastFailure` is when the latest of them ended. */
export interface FailureRecord {
  readonly failures: number;
  readonly lastFailure: number | null;
}

/** The record of a Job that has not failed. */
export const NO_FAILURES: FailureRecord = { failures: 0, lastFailure: null };

/**
 * The record after more pods have ended, at the given times in any order. A success resets it; of the failures in the
 * same batch only those that ended later than the last success count.
 */
export function recordEnds(
  before: FailureRecord,
  succeededAt: readonly number[],
  failedAt: readonly number[]
): FailureRecord {
  const reset = succeededAt.length > 0;
  const lastSuccess = Math.max(-Infinity, ...succeededAt);
  const later = failedAt.filter((at) => at > lastSuccess);
  if (later.length === 0) return reset ? NO_FAILURES : before;
  return { failures: (reset ? 0 : before.failures) + later.length, lastFailure: Math.max(...later) };
}

/** The wait after the given number of failures in a row: none after none, then `first`, doubling up to `cap`. */
export function retryDelay(
  failures: number,
  first: number = JOB_BACKOFF_SECONDS,
  cap: number = JOB_BACKOFF_CAP_SECONDS
): number {
  if (failures === 0) return 0;
  // As in the controller, the cap applies to doubled waits only: the first one may lie above it.
  let delay = first;
  for (let i = 1; i < failures; i++) {
    delay *= 2;
    if (delay >= cap) return cap;
  }
  return delay;
}

/** What is left of that wait when `sinceLastFailure` of it has passed. */
export function remainingDelay(failures: number, sinceLastFailure: number, first: number, cap: number): number {
  return Math.max(0, retryDelay(failures, first, cap) - sinceLastFailure);
}
