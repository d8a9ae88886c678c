/**
 * One look of the Job controller at a Job: has it failed, is it complete, how many pods should there be?
 *
 * Source: kubernetes `pkg/controller/job/job_controller.go`, v1.31 to v1.35, without pod failure and success policies.
 *
 * @module
 */

/** The most pods that the controller creates, or deletes, in one look. */
export const PODS_PER_LOOK = 500;

/** What the owner of a Job declared; `completions` null is a work queue, `activeDeadline` null is none. One unit of time. */
export interface JobSpec {
  readonly parallelism: number;
  readonly completions: number | null;
  readonly backoffLimit: number;
  readonly activeDeadline: number | null;
  readonly restartPolicy: 'Never' | 'OnFailure';
}

/** The pods of a Job now; `restarts` are those of the containers of active pods, summed. */
export interface JobPods {
  readonly active: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly restarts: number;
}

/** Why a Job has failed, with the API's reason and message. */
export type JobFailure = 'BackoffLimitExceeded' | 'DeadlineExceeded';

/** The message of the Failed condition. */
export const JOB_FAILURE_MESSAGE: Readonly<Record<JobFailure, string>> = {
  BackoffLimitExceeded: 'Job has reached the specified backoff limit',
  DeadlineExceeded: 'Job was active longer than specified deadline'
};

/** A comparison that the verdict rests on: the Job fails where `value` is over, or for `reaches` at, `limit`. */
export interface JobEvidence {
  readonly asks: JobFailure;
  readonly value: number;
  readonly comparison: 'exceeds' | 'reaches';
  readonly limit: number;
  readonly holds: boolean;
}

/**
 * Why the Job has failed, or null. Too many failures go before the deadline.
 *
 * With `Never` a pod fails as a whole and counts once it has; with `OnFailure` its containers restart, and the restarts
 * of pods that are still there count.
 *
 * @param age time since the Job started, in the unit of the deadline
 */
export function jobFailure(
  spec: JobSpec,
  pods: JobPods,
  age: number,
  sink?: (evidence: JobEvidence) => void
): JobFailure | null {
  const test = (asks: JobFailure, value: number, comparison: 'exceeds' | 'reaches', limit: number): boolean => {
    const holds = comparison === 'exceeds' ? value > limit : value >= limit;
    sink?.({ asks, value, comparison, limit, holds });
    return holds;
  };
  const limit = spec.backoffLimit;
  const tooOften =
    test('BackoffLimitExceeded', pods.failed, 'exceeds', limit) ||
    (spec.restartPolicy === 'OnFailure' &&
      test('BackoffLimitExceeded', pods.restarts, limit === 0 ? 'exceeds' : 'reaches', limit));
  if (tooOften) return 'BackoffLimitExceeded';
  if (spec.activeDeadline !== null && test('DeadlineExceeded', age, 'reaches', spec.activeDeadline))
    return 'DeadlineExceeded';
  return null;
}

/** How many pods should be active: a work queue starts none once a pod has succeeded. */
export function wantedPods(spec: JobSpec, pods: JobPods): number {
  if (spec.completions === null) return pods.succeeded > 0 ? pods.active : spec.parallelism;
  return Math.max(0, Math.min(spec.parallelism, spec.completions - pods.succeeded));
}

/** What one look does, and the pods that are left by it; deleted pods of a failed Job count as failed. */
export interface JobLook {
  readonly creations: number;
  readonly deletions: number;
  readonly active: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly failure: JobFailure | null;
  readonly complete: boolean;
}

/**
 * One look, to be taken once the retry delay has passed: the controller creates nothing before.
 *
 * @param age time since the Job started, in the unit of the deadline
 */
export function lookAtJob(spec: JobSpec, pods: JobPods, age: number, sink?: (evidence: JobEvidence) => void): JobLook {
  const { succeeded } = pods;
  const failure = jobFailure(spec, pods, age, sink);
  if (failure !== null) {
    const failed = pods.failed + pods.active;
    return { creations: 0, deletions: pods.active, active: 0, succeeded, failed, failure, complete: false };
  }
  const change = wantedPods(spec, pods) - pods.active;
  const creations = Math.min(PODS_PER_LOOK, Math.max(0, change));
  const deletions = Math.min(PODS_PER_LOOK, Math.max(0, -change));
  const active = pods.active + creations - deletions;
  const complete = spec.completions === null ? succeeded > 0 && active === 0 : succeeded >= spec.completions;
  return { creations, deletions, active, succeeded, failed: pods.failed, failure, complete };
}
