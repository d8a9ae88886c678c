import { describe, expect, it } from 'vitest';
import {
  type JobEvidence,
  jobFailure,
  type JobPods,
  type JobSpec,
  lookAtJob,
  wantedPods
} from '#lib/allocator/rules/job-control.ts';

const spec: JobSpec = { parallelism: 2, completions: 5, backoffLimit: 3, activeDeadline: null, restartPolicy: 'Never' };
const none: JobPods = { active: 0, succeeded: 0, failed: 0, restarts: 0 };

describe('jobFailure()', () => {
  it('allows as many failed pods as the limit, so a limit of 3 means four runs', () => {
    expect([3, 4].map((failed) => jobFailure(spec, { ...none, failed }, 0))).toEqual([null, 'BackoffLimitExceeded']);
  });

  it('does not count restarts of a pod that never restarts', () => {
    expect(jobFailure(spec, { ...none, restarts: 9 }, 0)).toBeNull();
  });

  it('ends a Job that restarts in place when the restarts reach the limit', () => {
    const onFailure: JobSpec = { ...spec, restartPolicy: 'OnFailure' };
    expect([2, 3].map((restarts) => jobFailure(onFailure, { ...none, restarts }, 0))).toEqual([
      null,
      'BackoffLimitExceeded'
    ]);
  });

  it('takes a first restart to pass a limit of 0', () => {
    const onFailure: JobSpec = { ...spec, backoffLimit: 0, restartPolicy: 'OnFailure' };
    expect([0, 1].map((restarts) => jobFailure(onFailure, { ...none, restarts }, 0))).toEqual([
      null,
      'BackoffLimitExceeded'
    ]);
  });

  it('ends a Job at its deadline, not after it', () => {
    const limited: JobSpec = { ...spec, activeDeadline: 10 };
    expect([9, 10].map((age) => jobFailure(limited, none, age))).toEqual([null, 'DeadlineExceeded']);
  });

  it('names the failures when both are true', () => {
    expect(jobFailure({ ...spec, activeDeadline: 10 }, { ...none, failed: 4 }, 10)).toBe('BackoffLimitExceeded');
  });

  it('reports the numbers it compares', () => {
    const seen: JobEvidence[] = [];
    jobFailure({ ...spec, activeDeadline: 10 }, { ...none, failed: 1 }, 4, (evidence) => seen.push(evidence));
    expect(seen).toEqual([
      { asks: 'BackoffLimitExceeded', value: 1, comparison: 'exceeds', limit: 3, holds: false },
      { asks: 'DeadlineExceeded', value: 4, comparison: 'reaches', limit: 10, holds: false }
    ]);
  });
});

describe('wantedPods()', () => {
  it('wants no more than there are completions left', () => {
    expect(wantedPods(spec, { ...none, succeeded: 4 })).toBe(1);
  });

  it('wants none, not fewer, when more have succeeded than were asked for', () => {
    expect(wantedPods(spec, { ...none, succeeded: 6 })).toBe(0);
  });

  it('leaves a work queue’s pods running after the first success and starts none', () => {
    const queue: JobSpec = { ...spec, completions: null };
    expect([
      wantedPods(queue, { ...none, active: 1 }),
      wantedPods(queue, { ...none, active: 1, succeeded: 1 })
    ]).toEqual([2, 1]);
  });
});

describe('lookAtJob()', () => {
  it('creates what is missing', () => {
    expect(lookAtJob(spec, { ...none, active: 1, succeeded: 1 }, 0)).toMatchObject({ creations: 1, active: 2 });
  });

  it('deletes what is too many', () => {
    expect(lookAtJob(spec, { ...none, active: 10 }, 0)).toMatchObject({ deletions: 8, active: 2 });
  });

  it('creates at most 500 pods at once', () => {
    const wide: JobSpec = { ...spec, parallelism: 900, completions: 900 };
    expect(lookAtJob(wide, none, 0)).toMatchObject({ creations: 500, active: 500 });
  });

  it('deletes the pods of a failed Job and counts them as failed', () => {
    expect(lookAtJob(spec, { ...none, active: 2, failed: 4 }, 0)).toEqual({
      creations: 0,
      deletions: 2,
      active: 0,
      succeeded: 0,
      failed: 6,
      failure: 'BackoffLimitExceeded',
      complete: false
    });
  });

  it('is complete with the last completion', () => {
    expect([4, 5].map((succeeded) => lookAtJob(spec, { ...none, succeeded }, 0).complete)).toEqual([false, true]);
  });

  it('does not take an empty work queue for complete before a pod has succeeded', () => {
    expect(lookAtJob({ ...spec, completions: null, parallelism: 0 }, none, 0).complete).toBe(false);
  });

  it('completes a work queue when one has succeeded and none is left', () => {
    const queue: JobSpec = { ...spec, completions: null };
    const at = (active: number) => lookAtJob(queue, { ...none, active, succeeded: 1 }, 0).complete;
    expect([at(1), at(0)]).toEqual([false, true]);
  });
});
