import { recordEnds, remainingDelay, retryDelay } from '#lib/allocator/rules/job-backoff.ts';
import {
  JOB_FAILURE_MESSAGE,
  jobFailure,
  type JobLook,
  type JobPods,
  type JobSpec,
  lookAtJob
} from '#lib/allocator/rules/job-control.ts';
import { type Case, differences, UnknownKind } from '../case-kit.ts';

interface Fields extends Case {
  readonly previousFailures: number;
  readonly newSucceededFinishedAtMs: number[];
  readonly newFailedFinishedAtMs: number[];
  readonly failuresAfterLastSuccess: number;
  readonly secondsSinceLastFailure: number;
  readonly defaultBackoffSeconds: number;
  readonly maxBackoffSeconds: number;
  readonly failures: number[];
  readonly parallelism?: number;
  readonly completions?: number | null;
  readonly backoffLimit: number;
  readonly activeDeadlineSeconds?: number;
  readonly secondsSinceStart?: number;
  readonly podRunSeconds: number;
  readonly restartCounts?: number[];
  readonly pendingPods?: number;
  readonly activePods?: number;
  readonly succeededPods?: number;
  readonly failedPods?: number;
}

const specOf = (c: Fields): JobSpec => ({
  parallelism: c.parallelism ?? 1,
  completions: c.completions === undefined ? 1 : c.completions,
  backoffLimit: c.backoffLimit,
  activeDeadline: c.activeDeadlineSeconds ?? null,
  restartPolicy: c.kind === 'restartPolicyOnFailure' ? 'OnFailure' : 'Never'
});

const podsOf = (c: Fields): JobPods => ({
  // A pod whose containers have restarted is pending or running, that is active.
  active: c.restartCounts?.length ?? (c.pendingPods ?? 0) + (c.activePods ?? 0),
  succeeded: c.succeededPods ?? 0,
  failed: c.failedPods ?? 0,
  restarts: (c.restartCounts ?? []).reduce((sum, count) => sum + count, 0)
});

const condition = (look: JobLook): string | null => (look.failure ? 'Failed' : look.complete ? 'Complete' : null);

/** The whole life of a Job of one pod at a time, each of which fails after `podRunSeconds`. */
function alwaysFailing(c: Fields): unknown {
  const spec = specOf(c);
  const podStartTimes = [0];
  const delays: number[] = [];
  let end = c.podRunSeconds;
  for (let failed = 1; ; failed++) {
    const failure = jobFailure(spec, { active: 0, succeeded: 0, failed, restarts: 0 }, end);
    if (failure !== null) {
      return {
        podsCreated: failed,
        failedReason: failure,
        failedMessage: JOB_FAILURE_MESSAGE[failure],
        delaysBeforeRetriesSeconds: delays,
        podStartTimes
      };
    }
    const delay = retryDelay(failed);
    delays.push(delay);
    podStartTimes.push(end + delay);
    end += delay + c.podRunSeconds;
  }
}

function answer(c: Fields): unknown {
  switch (c.kind) {
    case 'record': {
      const before = { failures: c.previousFailures, lastFailure: null };
      const after = recordEnds(before, c.newSucceededFinishedAtMs, c.newFailedFinishedAtMs);
      return { failuresAfterLastSuccess: after.failures, lastFailureAtMs: after.lastFailure };
    }
    case 'remaining': {
      const { failuresAfterLastSuccess: failures, secondsSinceLastFailure: since } = c;
      return { seconds: remainingDelay(failures, since, c.defaultBackoffSeconds, c.maxBackoffSeconds) };
    }
    case 'schedule':
      return { seconds: c.failures.map((n) => retryDelay(n)) };
    case 'restartPolicyOnFailure':
    case 'restartPolicyNever':
    case 'activeDeadline':
    case 'podCount': {
      const look = lookAtJob(specOf(c), podsOf(c), c.secondsSinceStart ?? 0);
      return { ...look, failedReason: look.failure, condition: condition(look) };
    }
    case 'alwaysFailing':
      return alwaysFailing(c);
    default:
      throw new UnknownKind(c.kind);
  }
}

/** Topic `job-backoff`: retries, limits and pod counts of a Job. */
export const check = (c: Case) => differences(c.expect, answer(c as Fields));
