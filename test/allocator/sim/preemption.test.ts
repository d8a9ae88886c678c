import { describe, expect, it } from 'vitest';
import { evidenceOf, runOf } from '../scenario/timeline.ts';
import { job, nodes, story } from './kit.ts';

const one = nodes({ n: 1 });
const policy = { order: 'priority', preemption: 'lower-priority' } as const;
const high = (arrival: number, service = 3, slots = 1, more = {}) =>
  job('high', arrival, service, slots, { priority: 1, ...more });
const of = (name: string, lines: readonly string[]) => lines.filter((line) => line.split(' ')[1] === name);

describe('SPEC 4.2: a preempted job', () => {
  it('has its grace period, in which the other waits, nominated to the node', () => {
    expect(
      story({ cluster: one, policy: { preset: 'kubernetes' }, jobs: [job('low', 0, 20, 1, { grace: 5 }), high(4)] })
    ).toEqual([
      '0 low running@n',
      '4 high preempting',
      '4 high nominated@n',
      '4 low stopping',
      '9 low requeued',
      '9 high not nominated@n',
      '9 high running@n',
      '9 low queued',
      '12 high released',
      '12 low running@n',
      '32 low released'
    ]);
  });

  it('may still get its work done within it, and then is over', () => {
    const lines = story({ cluster: one, policy, jobs: [job('low', 0, 6, 1, { grace: 5 }), high(4)] });
    expect(of('low', lines)).toEqual(['0 low running@n', '4 low stopping', '6 low released']);
  });

  it('gives back at once where it has not started', () => {
    const low = job('low', 0, 6, 1, { grace: 5, image: { takes: 9 } });
    const lines = story({ cluster: one, policy, jobs: [low, high(4)] });
    expect(of('low', lines)).toEqual(['4 low requeued', '4 low queued', '16 low running@n', '22 low released']);
    expect(of('high', lines)).toContain('4 high running@n');
  });

  it('may stop for good meanwhile: one that is cancelled does not come back', () => {
    const low = job('low', 0, 20, 1, { grace: 5 });
    const lines = story({
      cluster: one,
      policy,
      jobs: [low, high(4)],
      events: [{ at: 6, job: 'low', is: 'cancelled' }]
    });
    expect(of('low', lines)).toEqual(['0 low running@n', '4 low stopping', '9 low failed']);
  });

  it('does not come back either where its node is lost after it was cancelled', () => {
    const low = job('low', 0, 20, 1, { grace: 5 });
    const events = [
      { at: 6, job: 'low', is: 'cancelled' as const },
      { at: 7, node: 'n', is: 'lost' as const }
    ];
    const lines = story({ cluster: one, policy, jobs: [low, high(4)], events });
    expect(of('low', lines)).toEqual(['0 low running@n', '4 low stopping', '7 low failed']);
  });

  it('is cancelled too when that falls in the tick in which it went back to the queue', () => {
    const lines = story({
      cluster: one,
      policy,
      jobs: [job('low', 0, 20, 1, { grace: 5 }), high(4)],
      events: [{ at: 9, job: 'low', is: 'cancelled' }]
    });
    expect(of('low', lines)).toEqual(['0 low running@n', '4 low stopping', '9 low requeued', '9 low failed']);
  });
});

describe('SPEC 4.3: of its work a preempted job keeps', () => {
  const end = (preempted: 'resume' | 'restart', more = {}) =>
    of(
      'low',
      story({ cluster: one, policy: { ...policy, preempted }, jobs: [job('low', 0, 10, 1, more), high(7)] })
    ).at(-1);

  it('all of it where jobs resume', () => {
    expect(end('resume')).toBe('13 low released');
  });

  it('nothing where they restart', () => {
    expect(end('restart')).toBe('20 low released');
  });

  it('what its last checkpoint holds where it has any', () => {
    // One checkpoint every 3 ticks, 1 tick each: after 7 ticks one is written, 7 ticks of work and two checkpoints are left.
    expect(end('restart', { checkpoint: { every: 3, cost: 1 } })).toBe('19 low released');
  });

  it('what it did within the grace period too, where jobs resume', () => {
    // 7 ticks and 2 of grace are done; 1 is left, and high runs from 9 to 12.
    expect(end('resume', { grace: 2 })).toBe('13 low released');
  });
});

describe('SPEC 3.4: preemption is tried', () => {
  const search = (jobs: Parameters<typeof job>[], more = {}) =>
    evidenceOf(
      runOf({ cluster: nodes({ n: 2 }), policy: { ...policy, ...more }, jobs: jobs.map((j) => job(...j)) }),
      'high',
      'mustQueue'
    );

  it('only where the policy has it', () => {
    const jobs: Parameters<typeof job>[] = [
      ['low', 0, 9, 2],
      ['high', 1, 1, 1, { priority: 1 }]
    ];
    expect(search(jobs, { preemption: 'never' }).noPreemption).toBe('policy');
  });

  it('only where the job itself may', () => {
    const never = { priority: 1, preemptionPolicy: 'Never' } as const;
    expect(
      search([
        ['low', 0, 9, 2],
        ['high', 1, 1, 1, never]
      ]).noPreemption
    ).toBe('own-policy');
  });

  it('never against an equal', () => {
    const verdicts = search([
      ['equal', 0, 9, 2, { priority: 1 }],
      ['high', 1, 1, 1, { priority: 1 }]
    ]).preemption;
    expect(verdicts?.map(({ outcome }) => outcome)).toEqual(['nobody-lower']);
  });

  it('on no node where even that would not make room', () => {
    const verdicts = search([
      ['equal', 0, 9, 1, { priority: 1 }],
      ['low', 0, 9, 1],
      ['high', 1, 1, 2, { priority: 1 }]
    ]).preemption;
    expect(verdicts?.map(({ outcome }) => outcome)).toEqual(['still-short']);
  });

  it('against as few as needed, and the most important of them stay', () => {
    const jobs = [job('low', 0, 9, 1), job('middle', 0, 9, 1, { priority: 1 }), job('high', 1, 1, 1, { priority: 2 })];
    const lines = story({ cluster: nodes({ n: 2 }), policy, jobs });
    expect(lines.filter((line) => line.includes('stopping'))).toEqual(['1 low stopping']);
  });

  it('once: while its victims stop, the job asks for no others', () => {
    const low = (name: string) => job(name, 0, 30, 1, { grace: 5 });
    const lines = story({
      cluster: nodes({ n1: 1, n2: 1 }),
      policy: { preset: 'kubernetes' },
      jobs: [low('x'), low('y'), high(1), job('c', 3, 1)]
    });
    expect(lines.filter((line) => line.includes('stopping'))).toHaveLength(1);
  });
});

describe('SPEC 3.4: while a gang stops', () => {
  it('nobody else is stopped for the job that waits for it, on whichever node its pods are', () => {
    const jobs = [
      job('gang', 0, 30, 1, { gang: 2, grace: 5 }),
      job('other', 0, 30, 1, { priority: 1 }),
      job('high', 1, 1, 1, { priority: 2 }),
      job('late', 3, 1)
    ];
    const lines = story({ cluster: nodes({ n1: 1, n2: 1, n3: 1 }), policy: { ...policy, blocked: 'skip' }, jobs });
    expect(lines.filter((line) => line.includes('stopping'))).toEqual(['1 gang stopping']);
  });
});

describe('SPEC 3.1: behind a job that does not fit', () => {
  it.each(['block', 'easy', 'conservative'] as const)('nobody preempts under %s, however urgent', (blocked) => {
    const jobs = [job('low', 0, 9, 1), job('first', 1, 1, 2), high(2)];
    const lines = story({ cluster: one, policy: { ...policy, order: 'fifo', blocked, neverFits: 'wait' }, jobs });
    expect(of('low', lines)).toEqual(['0 low running@n', '9 low released']);
  });
});

describe('SPEC 3.3: room kept for a nominated job', () => {
  const jobs = [
    job('low', 0, 20, 2, { grace: 6 }),
    high(1, 2, 3),
    job('other', 2, 1, 1, { priority: 1 }),
    job('higher', 2, 1, 1, { priority: 2 })
  ];
  const lines = story({ cluster: nodes({ n: 3 }), policy: { ...policy, blocked: 'skip' }, jobs });

  it('is not for those of the same or a lower priority', () => {
    // One slot is free from the start; at 7 high has all three, until 9.
    expect(of('other', lines)).toEqual(['2 other queued', '9 other running@n', '10 other released']);
  });

  it('is for those of a higher one', () => {
    expect(of('higher', lines)).toEqual(['2 higher running@n', '3 higher released']);
  });
});
