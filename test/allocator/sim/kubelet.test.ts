import { describe, expect, it } from 'vitest';
import { runOf, timeline, type Sketch } from '../scenario/timeline.ts';

const GiB = 1024 ** 3;
const node = (memory: string, name = 'n') => ({ name, allocatable: { cpu: 4, memory } });
const untilThen = (lines: string[], event: string) => lines.filter((line) => line.includes(` ${event}`));

/** When jobs end, on a node of 4 CPU. */
const ends = (job: object): string[] =>
  untilThen(timeline(runOf({ cluster: { nodes: [node('8Gi')] }, jobs: [{ name: 'a', ...job }] })), 'end');

describe('CPU above the limit', () => {
  const busy = { service: '10s', resources: { limits: { cpu: 1 } } };

  it('stretches the service by need over limit', () => {
    expect(ends({ ...busy, usage: { cpu: 4 } })).toEqual(['40 a end → releasing']);
  });

  it('rounds the stretched service half up', () => {
    expect(ends({ ...busy, usage: { cpu: '1250m' } })).toEqual(['13 a end → releasing']);
  });

  it('changes nothing at the limit', () => {
    expect(ends({ ...busy, usage: { cpu: 1 } })).toEqual(['10 a end → releasing']);
  });

  it('is no limit where only a request was given', () => {
    expect(ends({ ...busy, resources: { requests: { cpu: 1 } }, usage: { cpu: 4 } })).toEqual(['10 a end → releasing']);
  });

  it('takes its checkpoints in the stretched time', () => {
    // 40 ticks of running, a checkpoint after 15 and 30 of them.
    expect(ends({ ...busy, usage: { cpu: 4 }, checkpoint: { every: '15s', cost: '2s' } })).toEqual([
      '44 a end → releasing'
    ]);
  });
});

describe('a throttled job that is interrupted', () => {
  it('keeps as much of its work as the limit let it do', () => {
    const policy = { order: 'priority', preemption: 'lower-priority', preempted: 'resume' } as const;
    const one = { resources: { limits: { cpu: 1 } } };
    const slow = { name: 'slow', service: '10s', usage: { cpu: 4 }, ...one };
    const high = { name: 'high', arrival: '20s', service: '10s', priority: 1, ...one };
    const cluster = { nodes: [{ name: 'n', allocatable: { cpu: 1 } }] };
    // Half of its forty ticks are over at 20, and half of them are left at 30.
    expect(untilThen(timeline(runOf({ cluster, policy, jobs: [slow, high] })), 'end')).toEqual([
      '30 high end → releasing',
      '50 slow end → releasing'
    ]);
  });
});

/** One node of 8 GiB; every other job leaves it alone. */
const memory = (jobs: Sketch['jobs'], tick = 100): string[] =>
  timeline(runOf({ cluster: { nodes: [node('8Gi')] }, until: { tick }, jobs: jobs ?? [] }));

const growing = [
  { at: '0s', is: '1Gi' },
  { at: '5s', is: '3Gi' }
];

describe('memory above the limit', () => {
  const leak = { name: 'a', service: '20s', resources: { limits: { memory: '2Gi' } }, usage: { memory: growing } };

  it('kills the job when its use passes the limit, and the Job tries again after its back-off', () => {
    expect(memory([{ ...leak, backoffLimit: 1 }])).toEqual([
      '0 a decide → allocated',
      '0 a start → running',
      '5 a kill → releasing',
      '5 a release → backoff',
      '15 a retry → requested',
      '15 a decide → allocated',
      '15 a start → running',
      '20 a kill → releasing',
      '20 a release → failed'
    ]);
  });

  it('leaves a job alone that ends before', () => {
    expect(untilThen(memory([{ ...leak, service: '5s' }]), 'end')).toEqual(['5 a end → releasing']);
  });

  it('leaves a job alone that uses all of its limit', () => {
    const all = { ...leak, usage: { memory: 2 * GiB } };
    expect(untilThen(memory([all]), 'end')).toEqual(['20 a end → releasing']);
  });

  it('restarts the container in place under OnFailure, at once and then after 10 s', () => {
    expect(memory([{ ...leak, restartPolicy: 'OnFailure', backoffLimit: 3 }])).toEqual([
      '0 a decide → allocated',
      '0 a start → running',
      '5 a crash 137',
      '5 a restart',
      '10 a crash 137',
      '20 a restart',
      '25 a kill → releasing',
      '25 a release → failed'
    ]);
  });
});

describe('a program that fails', () => {
  it('goes on in place under OnFailure with the exit code it gave, and completes', () => {
    const flaky = { name: 'a', service: '10s', restartPolicy: 'OnFailure' as const };
    expect(memory([{ ...flaky, fails: [{ attempt: 1, after: '4s', exitCode: 3 }] }])).toEqual([
      '0 a decide → allocated',
      '0 a start → running',
      '4 a crash 3',
      '4 a restart',
      '14 a end → releasing',
      '14 a release → released'
    ]);
  });

  it('does not count as failed or done where a preemption comes first', () => {
    const cluster = { nodes: [node('8Gi')] };
    const low = {
      name: 'low',
      service: '20s',
      resources: { requests: { cpu: 4 } },
      fails: [{ attempt: 1, after: '8s' }],
      grace: '5s'
    };
    const high = { name: 'high', arrival: '5s', service: '10s', priority: 1, resources: { requests: { cpu: 4 } } };
    const policy = { order: 'priority', preemption: 'lower-priority', preempted: 'restart' } as const;
    const lines = timeline(runOf({ cluster, policy, jobs: [low, high] })).filter((line) => line.includes('low'));
    expect(lines.slice(2, 5)).toEqual([
      '5 low preempt → stopping',
      '10 low stop → releasing',
      '10 low release → requested'
    ]);
  });
});

describe('a node whose memory runs short', () => {
  const job = (name: string, is: string, more: object = {}) => ({
    name,
    service: '30s',
    backoffLimit: 0,
    resources: { requests: { memory: '2Gi' } },
    usage: {
      memory: [
        { at: '0s', is: '1Gi' },
        { at: '10s', is }
      ]
    },
    ...more
  });

  it('evicts the job that is furthest beyond its request', () => {
    expect(untilThen(memory([job('a', '4Gi'), job('b', '5Gi')]), 'evict')).toEqual(['10 b evict → stopping']);
  });

  it('evicts nobody while what is used fits exactly', () => {
    expect(untilThen(memory([job('a', '4Gi'), job('b', '4Gi')]), 'evict')).toEqual([]);
  });

  it('evicts a lower priority first, however little it is beyond its request', () => {
    const jobs = [job('a', '3Gi'), job('b', '7Gi', { priority: 1 })];
    expect(untilThen(memory(jobs), 'evict')).toEqual(['10 a evict → stopping']);
  });

  it('evicts one after the other until the rest fits', () => {
    const jobs = [job('a', '7Gi'), job('b', '6Gi'), job('c', '5Gi')];
    expect(untilThen(memory(jobs), 'evict')).toEqual(['10 a evict → stopping', '10 b evict → stopping']);
  });

  it('counts a job that says nothing of its use with what it requests', () => {
    const quiet = { name: 'quiet', service: '30s', resources: { requests: { memory: '4Gi' } } };
    expect(untilThen(memory([quiet, job('a', '5Gi')]), 'evict')).toEqual(['10 a evict → stopping']);
  });

  it('stops at once, gives everything back, and the Job counts a failure', () => {
    expect(memory([job('a', '9Gi')]).slice(-3)).toEqual([
      '10 a evict → stopping',
      '10 a stop → releasing',
      '10 a release → failed'
    ]);
  });
});
