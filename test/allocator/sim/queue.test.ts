import { describe, expect, it } from 'vitest';
import { evidenceOf, runOf } from '../scenario/timeline.ts';
import { job, nodes, story } from './kit.ts';

const one = nodes({ n: 1 });
const starts = (lines: readonly string[]) =>
  lines.filter((line) => line.includes('running')).map((line) => line.replace(/@.*/, ''));

describe('SPEC 2.1: the queue is ordered', () => {
  const busy = job('busy', 0, 10);

  it('by arrival, then by place in the file', () => {
    expect(starts(story({ cluster: one, jobs: [busy, job('b', 2, 1), job('c', 1, 1), job('d', 2, 1)] }))).toEqual([
      '0 busy running',
      '10 c running',
      '11 b running',
      '12 d running'
    ]);
  });

  it('by priority, the larger first, under priority', () => {
    const jobs = [busy, job('b', 1, 1), job('c', 2, 1, 1, { priority: 5 }), job('d', 3, 1, 1, { priority: 5 })];
    expect(starts(story({ cluster: one, policy: { order: 'priority' }, jobs }))).toEqual([
      '0 busy running',
      '10 c running',
      '11 d running',
      '12 b running'
    ]);
  });

  it('by estimate, not by service, under shortest-first', () => {
    const jobs = [busy, job('b', 1, 2, 1, { estimate: 9 }), job('c', 2, 5, 1, { estimate: 4 })];
    expect(starts(story({ cluster: one, policy: { order: 'shortest-first' }, jobs }))).toEqual([
      '0 busy running',
      '10 c running',
      '15 b running'
    ]);
  });

  it('by what is left, and the shorter stops the longer, under shortest-remaining with preemption', () => {
    const jobs = [job('a', 0, 8), job('b', 1, 4), job('c', 2, 9), job('d', 3, 5)];
    expect(
      starts(story({ cluster: one, policy: { order: 'shortest-remaining', preemption: 'lower-priority' }, jobs }))
    ).toEqual(['0 a running', '1 b running', '5 d running', '10 a running', '17 c running']);
  });

  it('by who used least, under fair-share', () => {
    const of = (tenant: string) => ({ tenant });
    const jobs = [
      job('a1', 0, 4, 1, of('a')),
      job('a2', 1, 4, 1, of('a')),
      job('b1', 2, 4, 1, of('b')),
      job('b2', 2, 4, 1, of('b'))
    ];
    // a used 4 slot ticks when b1 goes first at 4; at 8 both used 4, and a2 came earlier.
    expect(starts(story({ cluster: one, policy: { order: 'fair-share' }, jobs }))).toEqual([
      '0 a1 running',
      '4 b1 running',
      '8 a2 running',
      '12 b2 running'
    ]);
  });

  it('by the smaller dominant share, under drf', () => {
    // The paper's example: 9 CPUs and 18 GB, A asks <1, 4>, B asks <3, 1>. A gets 3 tasks, B gets 2.
    const finished = runOf({
      cluster: { nodes: [{ name: 'n', allocatable: { cpu: 9, memory: 18 } }] },
      policy: { order: 'drf', blocked: 'skip' },
      jobs: [
        { name: 'a', tenant: 'a', count: 6, service: 9, resources: { requests: { cpu: 1, memory: 4 } } },
        { name: 'b', tenant: 'b', count: 6, service: 9, resources: { requests: { cpu: 3, memory: 1 } } }
      ],
      until: { tick: 0 }
    });
    const { trace } = finished;
    const allocated = Array.from({ length: trace.length }, (_, i) => trace.at(i))
      .filter(({ node, kind }) => node >= 0 && kind < 128)
      .map(({ subject }) => trace.scenario.jobs.name(subject).replace(/-.*/, ''));
    expect(allocated).toEqual(['a', 'b', 'a', 'b', 'a']);
  });
});

describe('SPEC 2.2: who comes back', () => {
  it('goes to the end of its equals', () => {
    const jobs = [job('a', 0, 3), job('b', 1, 5), job('high', 2, 1, 1, { priority: 1 })];
    expect(starts(story({ cluster: one, policy: { order: 'priority', preemption: 'lower-priority' }, jobs }))).toEqual([
      '0 a running',
      '2 high running',
      '3 b running',
      '8 a running'
    ]);
  });
});

describe('SPEC 2.2: who came back earlier', () => {
  it('goes before an equal that joins later', () => {
    const jobs = [job('a', 0, 3), job('high', 2, 4, 1, { priority: 1 }), job('b', 3, 5)];
    expect(starts(story({ cluster: one, policy: { order: 'priority', preemption: 'lower-priority' }, jobs }))).toEqual([
      '0 a running',
      '2 high running',
      '6 a running',
      '7 b running'
    ]);
  });
});

describe('SPEC 2.8: under round-robin', () => {
  const policy = { order: 'round-robin', quantum: 4 } as const;

  it('a turn passes after the quantum and loses no work', () => {
    expect(story({ cluster: one, policy, jobs: [job('a', 0, 10), job('b', 0, 4), job('c', 4, 3)] })).toEqual([
      '0 a running@n',
      '0 b queued',
      '4 a stopping',
      '4 a requeued',
      '4 b running@n',
      '4 c queued',
      '4 a queued',
      '8 b released',
      '8 c running@n',
      '11 c released',
      '11 a running@n',
      '17 a released'
    ]);
  });

  it('a job that nobody waits for runs on for another quantum', () => {
    expect(starts(story({ cluster: one, policy, jobs: [job('a', 0, 10), job('b', 6, 1)] }))).toEqual([
      '0 a running',
      '8 b running',
      '9 a running'
    ]);
  });

  it('quanta alone do not keep a run alive', () => {
    const deployments = [{ name: 'serve', replicas: 1, resources: { requests: { cpu: 1 } } }];
    expect(runOf({ cluster: one, policy, jobs: [], deployments }).end).toBe('nothing left');
  });
});

/** a runs to 10 on 3 of 4 slots; b waits for all 4; the others would fit beside a. */
const behindB = [job('a', 0, 10, 3), job('b', 1, 5, 4), job('c', 2, 12), job('d', 3, 3), job('e', 4, 4)];
const blocked = (rule: 'block' | 'skip' | 'easy' | 'conservative', jobs = behindB) =>
  starts(story({ cluster: nodes({ n: 4 }), policy: { blocked: rule }, jobs }));

describe('SPEC 2.4 to 2.7: behind a job that does not fit', () => {
  it('2.4 block: nobody passes', () => {
    expect(blocked('block')).toEqual(['0 a running', '10 b running', '15 c running', '15 d running', '15 e running']);
  });

  it('2.5 skip: whoever fits passes, and b waits for c and e', () => {
    expect(blocked('skip')).toEqual(['0 a running', '2 c running', '10 d running', '10 e running', '14 b running']);
  });

  it('2.6 easy: whoever ends before the head is due passes, and c, which would not, does not', () => {
    // b is due at 10: d ends at 6, e begins then and ends at 10.
    expect(blocked('easy')).toEqual(['0 a running', '3 d running', '6 e running', '10 b running', '15 c running']);
  });

  it('2.6 easy: whoever needs only what the head leaves over passes, however long', () => {
    const jobs = [job('a', 0, 10, 3), job('b', 1, 5, 3), job('c', 2, 50)];
    expect(blocked('easy', jobs)).toEqual(['0 a running', '2 c running', '10 b running']);
  });

  it('2.6 easy believes the estimate: an early end lets the head go early, a late one keeps it waiting', () => {
    const early = [job('a', 0, 4, 4, { estimate: 10 }), job('b', 1, 5, 4), job('c', 2, 8)];
    expect(blocked('easy', early)).toEqual(['0 a running', '4 b running', '9 c running']);
    const late = [job('a', 0, 10, 3), job('b', 1, 5, 4), job('c', 2, 30, 1, { estimate: 8 })];
    expect(blocked('easy', late)).toEqual(['0 a running', '2 c running', '32 b running']);
  });

  /** b is due at 10, c (2 slots, 10 ticks) after it at 15; d delays only c. */
  const twoWait = [job('a', 0, 10, 3), job('b', 1, 5, 3), job('c', 2, 10, 4), job('d', 3, 20)];

  it('2.6 easy: only the head is protected, so d passes c', () => {
    expect(blocked('easy', twoWait)).toEqual(['0 a running', '3 d running', '10 b running', '23 c running']);
  });

  it('2.7 conservative: everybody ahead is protected, so d does not pass c', () => {
    expect(blocked('conservative', twoWait)).toEqual(['0 a running', '10 b running', '15 c running', '25 d running']);
  });

  it('2.6 easy expects a job that is stopping to end with its grace period', () => {
    const finished = runOf({
      cluster: nodes({ n: 4, m: 1 }),
      policy: { blocked: 'easy', order: 'priority', preemption: 'lower-priority' },
      jobs: [job('low', 0, 90, 4, { grace: 5 }), job('high', 1, 9, 4, { priority: 1 }), job('small', 2, 3)]
    });
    expect(evidenceOf(finished, 'small', 'fits').backfill).toMatchObject({ head: 'high', shadow: 6, ends: 5 });
  });

  it('2.3 a newcomer behind a blocked head is told that it waits, and is not looked at again', () => {
    const { counts } = runOf({ cluster: nodes({ n: 4 }), policy: { blocked: 'block' }, jobs: behindB.slice(0, 3) });
    // a once; b at 1, at 2, at 10; c at 2, at 10 behind b's allocation, at 15.
    expect(counts.checks).toBe(7);
  });
});

describe('SPEC 2.9: a hinted wake-up', () => {
  const policy = { blocked: 'skip', wake: 'hinted' } as const;

  it('leaves alone whom the room that was given back does not help', () => {
    const jobs = [job('a', 0, 2), job('b', 0, 9, 3), job('c', 1, 1, 3)];
    const checks = (wake: 'all' | 'hinted') =>
      runOf({ cluster: nodes({ n: 4 }), policy: { ...policy, wake }, jobs }).counts.checks;
    // When a ends at 2 one slot is free, which is no help to c.
    expect([checks('all'), checks('hinted')]).toEqual([5, 4]);
  });

  it('still reaches whoever waits behind a head that is cancelled', () => {
    expect(
      story({
        cluster: nodes({ n: 2 }),
        policy: { blocked: 'block', wake: 'hinted' },
        jobs: [job('a', 0, 9), job('b', 1, 1, 2), job('c', 2, 1)],
        events: [{ at: 3, job: 'b', is: 'cancelled' }]
      })
    ).toContain('3 c running@n');
  });

  it('still reaches whoever could now preempt', () => {
    // high needs 2; equal holds one, low the other. Only when equal ends can high take low's place.
    const jobs = [job('equal', 0, 4, 1, { priority: 1 }), job('low', 0, 50), job('high', 1, 1, 2, { priority: 1 })];
    expect(
      story({ cluster: nodes({ n: 2 }), policy: { ...policy, order: 'priority', preemption: 'lower-priority' }, jobs })
    ).toContain('4 high running@n');
  });

  it('reaches those for whom a nomination is taken back', () => {
    const jobs = [
      job('low', 0, 20, 2, { grace: 6 }),
      job('high', 1, 1, 3, { priority: 2 }),
      job('middle', 2, 1, 1, { priority: 1 })
    ];
    // One slot is free all the time, but kept for high until its owner gives up.
    expect(
      story({
        cluster: nodes({ n: 3 }),
        policy: { ...policy, order: 'priority', preemption: 'lower-priority' },
        jobs,
        events: [{ at: 3, job: 'high', is: 'cancelled' }]
      }).filter((line) => line.includes('middle'))
    ).toEqual(['2 middle queued', '3 middle running@n', '4 middle released']);
  });

  it('reaches them in the same tick where the nominated job finds another place', () => {
    // high is nominated to n1, whose third slot is kept for it, until other leaves n2 at 4.
    const jobs = [
      job('low', 0, 50, 2, { grace: 9 }),
      job('other', 1, 3, 2, { priority: 2 }),
      job('high', 2, 9, 2, { priority: 2 }),
      job('middle', 3, 1, 1, { priority: 1 })
    ];
    expect(
      story({
        cluster: nodes({ n1: 3, n2: 2 }),
        policy: { ...policy, order: 'priority', preemption: 'lower-priority' },
        jobs
      }).filter((line) => /(high|middle) running/.test(line))
    ).toEqual(['4 high running@n2', '4 middle running@n1']);
  });
});
