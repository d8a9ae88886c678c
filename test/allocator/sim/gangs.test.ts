import { describe, expect, it } from 'vitest';
import { job, nodes, story } from './kit.ts';

const two = { gang: 2 };

/** Both slots are taken until 4 and 6; gang a waits for both, and b, which is more urgent, comes at 5. */
const rivals = [job('x', 0, 4), job('y', 0, 6), job('a', 1, 5, 1, two), job('b', 5, 5, 1, { ...two, priority: 1 })];
const cluster = nodes({ n1: 1, n2: 1 });

describe('SPEC 4.6: gangs', () => {
  it('all or nothing: a gang gets all its places at once, or none', () => {
    expect(story({ cluster, policy: { order: 'priority', gangs: 'all-or-nothing' }, jobs: rivals })).toEqual([
      '0 x running@n1',
      '0 y running@n2',
      '1 a queued',
      '4 x released',
      '5 b queued',
      '6 y released',
      '6 b running@n1+n2',
      '11 b released',
      '11 a running@n1+n2',
      '16 a released'
    ]);
  });

  it('pod by pod: two gangs can each hold what the other waits for, for ever', () => {
    expect(story({ cluster, policy: { order: 'priority', gangs: 'pod-by-pod' }, jobs: rivals }, ['allocated'])).toEqual(
      [
        '0 x allocated',
        '0 x running@n1',
        '0 y allocated',
        '0 y running@n2',
        '1 a-0 queued',
        '1 a-1 queued',
        '4 x released',
        '4 a-0 allocated',
        '5 b-0 queued',
        '5 b-1 queued',
        '6 y released',
        '6 b-0 allocated',
        '6 a-0 deadlocked',
        '6 b-0 deadlocked'
      ]
    );
  });

  const podByPod = { blocked: 'skip', gangs: 'pod-by-pod' } as const;

  it('pod by pod: the pods start together, as the last of them gets its place', () => {
    const lines = story({ cluster, policy: podByPod, jobs: [job('x', 0, 4), job('a', 1, 5, 1, two)] }, ['allocated']);
    expect(lines.filter((line) => line.includes('a-'))).toEqual([
      '1 a-0 allocated',
      '1 a-1 queued',
      '4 a-1 allocated',
      '4 a-0 running@n2',
      '4 a-1 running@n1',
      '9 a-0 released',
      '9 a-1 released'
    ]);
  });

  it('pod by pod: a pod that comes back starts alone while the others run', () => {
    const events = [
      { at: 2, node: 'n1', is: 'lost' as const },
      { at: 3, node: 'n1', is: 'back' as const }
    ];
    const lines = story({ cluster, policy: podByPod, jobs: [job('a', 0, 5, 1, two)], events });
    expect(lines).toEqual([
      '0 a-0 running@n1',
      '0 a-1 running@n2',
      '2 n1 down',
      '2 a-0 requeued',
      '2 a-0 queued',
      '3 n1 up',
      '3 a-0 running@n1',
      '5 a-1 released',
      '8 a-0 released'
    ]);
  });

  it('pod by pod: the others no longer wait for a pod that is over', () => {
    const events = [{ at: 3, job: 'a-1', is: 'cancelled' as const }];
    const lines = story({ cluster, policy: podByPod, jobs: [job('x', 0, 9), job('a', 1, 5, 1, two)], events });
    expect(lines.filter((line) => line.includes('a-'))).toEqual([
      '1 a-1 queued',
      '3 a-1 failed',
      '3 a-0 running@n2',
      '8 a-0 released'
    ]);
  });

  it('all or nothing: a gang that loses one node loses its place on all', () => {
    const lines = story({
      cluster: nodes({ n1: 1, n2: 1, n3: 1 }),
      policy: { gangs: 'all-or-nothing' },
      jobs: [job('a', 0, 5, 1, two)],
      events: [{ at: 2, node: 'n2', is: 'lost' }]
    });
    expect(lines).toEqual(['0 a running@n1+n2', '2 n2 down', '2 a requeued', '2 a running@n1+n3', '7 a released']);
  });
});
