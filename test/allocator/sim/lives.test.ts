import { describe, expect, it } from 'vitest';
import type { Sketch } from '../scenario/timeline.ts';
import { job, nodes, quota, story } from './kit.ts';

const one = nodes({ n: 1 });
const fails = (...after: number[]) => ({ fails: after.map((ticks, i) => ({ attempt: i + 1, after: ticks })) });

describe('SPEC 4.1: an allocated job', () => {
  it('starts when its image is there, and holds its room meanwhile', () => {
    const a = job('a', 0, 5, 1, { image: { takes: 3 } });
    expect(story({ cluster: one, jobs: [a, job('b', 1, 1)] }, ['allocated'])).toEqual([
      '0 a allocated',
      '1 b queued',
      '3 a running@n',
      '8 a released',
      '8 b allocated',
      '8 b running@n',
      '9 b released'
    ]);
  });

  it('stays where it is, and holds its room, while its image cannot be pulled', () => {
    const a = job('a', 0, 5, 1, { image: { pull: 'missing' }, activeDeadlineSeconds: 60 });
    expect(story({ cluster: one, jobs: [a, job('b', 1, 1)] }, ['allocated'])).toEqual([
      '0 a allocated',
      '0 a pullBackoff',
      '1 b queued',
      '60 a failed',
      '60 b allocated',
      '60 b running@n',
      '61 b released'
    ]);
  });
});

describe('SPEC 4.4: a job whose program fails', () => {
  it('backs off 10 s, then twice as long, and gives its room to others meanwhile', () => {
    expect(
      story({ cluster: one, jobs: [job('a', 0, 5, 1, { ...fails(2, 3), backoffLimit: 2 }), job('b', 1, 4)] })
    ).toEqual([
      '0 a running@n',
      '1 b queued',
      '2 a backoff',
      '2 b running@n',
      '6 b released',
      '12 a running@n',
      '15 a backoff',
      '35 a running@n',
      '40 a released'
    ]);
  });

  it('fails for good when no retry is left', () => {
    expect(story({ cluster: one, jobs: [job('a', 0, 5, 1, { ...fails(2, 3), backoffLimit: 1 })] })).toEqual([
      '0 a running@n',
      '2 a backoff',
      '12 a running@n',
      '15 a failed'
    ]);
  });

  it('starts again from its last checkpoint', () => {
    // Checkpoints after 2 and 4 ticks of work cost nothing: 1 tick is left of 5.
    const a = job('a', 0, 5, 1, { ...fails(4), checkpoint: { every: 2 } });
    expect(story({ cluster: one, jobs: [a] })).toEqual([
      '0 a running@n',
      '4 a backoff',
      '14 a running@n',
      '15 a released'
    ]);
  });

  it('is done all the same if its work was done at that tick', () => {
    expect(story({ cluster: one, jobs: [job('a', 0, 5, 1, fails(5))] })).toEqual(['0 a running@n', '5 a released']);
  });
});

describe('SPEC 4.5: when a node is lost', () => {
  it('its jobs go back to the queue with nothing but their checkpoints, and may return with it', () => {
    expect(
      story({
        cluster: nodes({ n1: 1, n2: 1 }),
        jobs: [job('a', 0, 10), job('b', 0, 3), job('c', 1, 5)],
        events: [
          { at: 2, node: 'n1', is: 'lost' },
          { at: 6, node: 'n1', is: 'back' }
        ]
      })
    ).toEqual([
      '0 a running@n1',
      '0 b running@n2',
      '1 c queued',
      '2 n1 down',
      '2 a requeued',
      '2 a queued',
      '3 b released',
      '3 c running@n2',
      '6 n1 up',
      '6 a running@n1',
      '8 c released',
      '16 a released'
    ]);
  });

  it('nobody is nominated to it any more', () => {
    const lines = story({
      cluster: one,
      policy: { order: 'priority', preemption: 'lower-priority' },
      jobs: [job('low', 0, 9, 1, { grace: 9 }), job('high', 1, 1, 1, { priority: 1 })],
      events: [{ at: 3, node: 'n', is: 'lost' }]
    });
    expect(lines.slice(0, 6)).toEqual([
      '0 low running@n',
      '1 high preempting',
      '1 high nominated@n',
      '1 low stopping',
      '3 n down',
      '3 high not nominated@n'
    ]);
    expect(lines.filter((line) => line.includes('not nominated'))).toHaveLength(1);
  });

  it('and it was lost already, nothing happens', () => {
    const events = [1, 2].map((at) => ({ at, node: 'n', is: 'lost' as const }));
    expect(story({ cluster: one, jobs: [job('a', 0, 3)], events }).filter((line) => line.includes('down'))).toEqual([
      '1 n down'
    ]);
  });
});

describe('SPEC 4.7: a deadline', () => {
  it('ends a job that waits and one that runs, for good', () => {
    const within = (ticks: number) => ({ activeDeadlineSeconds: ticks });
    expect(
      story({ cluster: one, jobs: [job('a', 0, 10, 1, within(4)), job('b', 0, 10, 1, within(3)), job('c', 0, 2)] })
    ).toEqual([
      '0 a running@n',
      '0 b queued',
      '0 c queued',
      '3 b failed',
      '4 a failed',
      '4 c running@n',
      '6 c released'
    ]);
  });

  it('ends a job that backs off', () => {
    const a = job('a', 0, 5, 1, { ...fails(2), activeDeadlineSeconds: 7 });
    expect(story({ cluster: one, jobs: [a] })).toEqual(['0 a running@n', '2 a backoff', '7 a failed']);
  });
});

describe('SPEC 4.8: an owner who cancels', () => {
  it('ends the job wherever it is', () => {
    const events = [2, 3].map((at, i) => ({ at, job: ['a', 'b'][i]!, is: 'cancelled' as const }));
    expect(story({ cluster: one, jobs: [job('a', 0, 9), job('b', 0, 9), job('c', 0, 1)], events })).toEqual([
      '0 a running@n',
      '0 b queued',
      '0 c queued',
      '2 a failed',
      '2 b running@n',
      '3 b failed',
      '3 c running@n',
      '4 c released'
    ]);
  });

  it('changes nothing for one that has not arrived, or is over', () => {
    const events = [0, 9].map((at) => ({ at, job: 'a', is: 'cancelled' as const }));
    expect(story({ cluster: one, jobs: [job('a', 1, 2)], events })).toEqual(['1 a running@n', '3 a released']);
  });
});

describe('SPEC 5: a quota', () => {
  const cluster = nodes({ n: 4 });

  it('5.1 that rejects counts what waits and what runs, and refuses for good', () => {
    const jobs = [job('a', 0, 5, 1), job('b', 1, 5, 2), job('c', 5, 1, 2)];
    expect(story({ cluster, quotas: [quota(2, 'reject')], jobs })).toEqual([
      '0 a running@n',
      '1 b rejected',
      '5 a released',
      '5 c running@n',
      '6 c released'
    ]);
  });

  it('5.1 counts a job that waits for room as well', () => {
    const jobs = [job('a', 0, 5, 1), job('b', 1, 5, 1), job('c', 2, 1, 1)];
    expect(story({ cluster: one, quotas: [quota(2, 'reject')], jobs })).toContain('2 c rejected');
  });

  it('5.2 that holds keeps a job back until there is quota, and lets those behind it pass', () => {
    const jobs = [job('a', 0, 5, 1), job('b', 1, 5, 2), job('c', 2, 1, 1)];
    expect(story({ cluster, quotas: [quota(2, 'hold')], jobs })).toEqual([
      '0 a running@n',
      '1 b held',
      '2 c running@n',
      '3 c released',
      '5 a released',
      '5 b running@n',
      '10 b released'
    ]);
  });

  it('5.3 is given back while a job backs off', () => {
    const a = job('a', 0, 5, 1, fails(2));
    expect(story({ cluster, quotas: [quota(1, 'hold')], jobs: [a, job('b', 1, 4)] })).toEqual([
      '0 a running@n',
      '1 b held',
      '2 a backoff',
      '2 b running@n',
      '6 b released',
      '12 a running@n',
      '17 a released'
    ]);
  });
});

describe('SPEC 5.1: a job that comes back', () => {
  it('is rejected where its quota was taken meanwhile', () => {
    const a = job('a', 0, 5, 1, fails(2));
    expect(story({ cluster: one, quotas: [quota(1, 'reject')], jobs: [a, job('b', 3, 20)] })).toEqual([
      '0 a running@n',
      '2 a backoff',
      '3 b running@n',
      '12 a rejected',
      '23 b released'
    ]);
  });
});

describe('SPEC 3.2: of the nodes that fit', () => {
  const placed = (rank: NonNullable<Sketch['policy']>['rank'], jobs: Sketch['jobs']) =>
    story({ cluster: nodes({ n1: 4, n2: 4, n3: 2 }), policy: { rank }, jobs }).filter((line) =>
      line.includes('running')
    );

  it('the first is taken by first-fit, and by any rank where all are equal', () => {
    expect(placed('first-fit', [job('a', 0, 1)])).toEqual(['0 a running@n1']);
    expect(placed('least-allocated', [job('a', 0, 1, 0)])).toEqual(['0 a running@n1']);
  });

  it('the tightest is taken by best-fit', () => {
    expect(placed('best-fit', [job('a', 0, 1)])).toEqual(['0 a running@n3']);
  });

  it('the emptiest is taken by least-allocated', () => {
    expect(placed('least-allocated', [job('a', 0, 9), job('b', 1, 1)])).toEqual(['0 a running@n1', '1 b running@n2']);
  });

  it('the fullest is taken by most-allocated', () => {
    expect(placed('most-allocated', [job('a', 0, 9), job('b', 1, 1)])).toEqual(['0 a running@n3', '1 b running@n3']);
  });
});

describe('SPEC 3.5: a job that no node could hold, even empty', () => {
  const jobs = [job('a', 0, 5, 3), job('b', 1, 1)];

  it('is rejected where the policy says so', () => {
    expect(story({ cluster: one, policy: { neverFits: 'reject' }, jobs })).toContain('0 a rejected');
  });

  it('waits elsewhere, and blocks those behind it where nobody may pass', () => {
    expect(story({ cluster: one, policy: { neverFits: 'wait' }, jobs })).toEqual(['0 a queued', '1 b queued']);
  });
});
