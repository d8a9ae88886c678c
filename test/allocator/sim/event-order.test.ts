import { describe, expect, it } from 'vitest';
import { Engine } from '#lib/allocator/sim/index.ts';
import { change } from '#lib/allocator/trace/index.ts';
import { runOf, scenarioOf, timeline } from '../scenario/timeline.ts';
import { job, nodes, story } from './kit.ts';

const one = nodes({ n: 1 });
const quiet = { step: () => undefined, record: () => undefined };

describe('SPEC 1.2: at one tick', () => {
  it('a end comes before an arrival: who arrives as another ends does not wait', () => {
    expect(story({ cluster: one, jobs: [job('a', 0, 5), job('b', 5, 1)] })).toEqual([
      '0 a running@n',
      '5 a released',
      '5 b running@n',
      '6 b released'
    ]);
  });

  it('an end comes before a stop: work done as the grace period is over counts', () => {
    const low = job('low', 0, 6, 1, { grace: 4 });
    expect(
      story({
        cluster: one,
        policy: { order: 'priority', preemption: 'lower-priority' },
        jobs: [low, job('high', 2, 1, 1, { priority: 1 })]
      })
    ).toEqual([
      '0 low running@n',
      '2 high preempting',
      '2 high nominated@n',
      '2 low stopping',
      '6 low released',
      '6 high not nominated@n',
      '6 high running@n',
      '7 high released'
    ]);
  });

  it('an end comes before the deadline: a job that ends in its last tick is done', () => {
    expect(story({ cluster: one, jobs: [job('a', 0, 4, 1, { activeDeadlineSeconds: 4 })] })).toEqual([
      '0 a running@n',
      '4 a released'
    ]);
  });

  it('a turn comes before an arrival, and yet the newcomer goes first', () => {
    expect(
      story({
        cluster: one,
        policy: { order: 'round-robin', quantum: 2 },
        jobs: [job('a', 0, 4), job('b', 2, 1)]
      })
    ).toEqual([
      '0 a running@n',
      '2 a stopping',
      '2 a requeued',
      '2 b running@n',
      '2 a queued',
      '3 b released',
      '3 a running@n',
      '5 a released'
    ]);
  });

  it('a deadline comes before what happens from outside: the job is past it, not cancelled', () => {
    const finished = runOf({
      cluster: one,
      jobs: [job('a', 0, 9, 1, { activeDeadlineSeconds: 3 })],
      events: [{ at: 3, job: 'a', is: 'cancelled' }]
    });
    expect(timeline(finished).slice(-2)).toEqual(['3 a expire → releasing', '3 a release → failed']);
  });

  it('what happens from outside comes before an arrival: a node that leaves is not there for it', () => {
    expect(story({ cluster: one, jobs: [job('a', 1, 2)], events: [{ at: 1, node: 'n', is: 'lost' }] })).toEqual([
      '1 n down',
      '1 a queued'
    ]);
  });

  it('a retry comes before an arrival, and yet the newcomer goes first', () => {
    // a fails at 2 and may try again at 12, when b arrives.
    const a = job('a', 0, 3, 1, { fails: [{ attempt: 1, after: 2 }] });
    expect(story({ cluster: one, jobs: [a, job('b', 12, 1)] })).toEqual([
      '0 a running@n',
      '2 a backoff',
      '12 b running@n',
      '12 a queued',
      '13 b released',
      '13 a running@n',
      '16 a released'
    ]);
  });

  it('all ends come before the pass: what two give back together is one room', () => {
    expect(story({ cluster: nodes({ n: 2 }), jobs: [job('a', 0, 3), job('b', 0, 3), job('c', 1, 1, 2)] })).toEqual([
      '0 a running@n',
      '0 b running@n',
      '1 c queued',
      '3 a released',
      '3 b released',
      '3 c running@n',
      '4 c released'
    ]);
  });
});

describe('SPEC 1.3: events of one kind', () => {
  it('come in the order in which they were scheduled', () => {
    expect(story({ cluster: nodes({ n: 2 }), jobs: [job('b', 0, 3), job('a', 0, 3)] })).toEqual([
      '0 b running@n',
      '0 a running@n',
      '3 b released',
      '3 a released'
    ]);
  });
});

describe('SPEC 1.4: what was scheduled for a job', () => {
  it('is void once its life took another turn: a preempted job is not ended by its first run', () => {
    expect(
      story({
        cluster: one,
        policy: { order: 'priority', preemption: 'lower-priority', preempted: 'restart' },
        jobs: [job('low', 0, 6), job('high', 4, 1, 1, { priority: 1 })]
      }).filter((line) => line.includes('low'))
    ).toEqual([
      '0 low running@n',
      '4 low stopping',
      '4 low requeued',
      '4 low queued',
      '5 low running@n',
      '11 low released'
    ]);
  });
});

describe('SPEC 1.6: a step', () => {
  const { trace } = runOf({ cluster: one, jobs: [job('a', 0, 5), job('b', 1, 2)] });
  const steps = Array.from({ length: trace.last }, (_, i) => trace.recordsOf(i + 1));

  it('is a request with its check, a decision, a start, or an end with its release', () => {
    // a: request+check, decide, start; b: request+check, decide; a: end+release; b: recheck, decide, start; end+release.
    expect(steps.map((records) => records.length)).toEqual([2, 1, 1, 2, 1, 2, 1, 1, 1, 2]);
  });

  it('has one tick, and step 0 is before anything happens', () => {
    expect(steps.map((records) => records[0]?.tick)).toEqual([0, 0, 0, 1, 1, 5, 5, 5, 5, 7]);
    expect(trace.recordsOf(0)).toEqual([]);
  });
});

describe('SPEC 1.7: a run ends', () => {
  const jobs = [job('a', 0, 5), job('b', 0, 5), job('c', 6, 1)];

  it('when nothing is left to happen', () => {
    const finished = runOf({ cluster: one, jobs });
    expect([finished.end, finished.trace.tickOf(finished.trace.last)]).toEqual(['nothing left', 11]);
  });

  it('after everything of the tick that it was to last until', () => {
    expect(story({ cluster: one, until: { tick: 5 }, jobs })).toEqual([
      '0 a running@n',
      '0 b queued',
      '5 a released',
      '5 b running@n'
    ]);
    expect(runOf({ cluster: one, until: { tick: 5 }, jobs }).end).toBe('until');
  });

  it('with the step in which a job comes to the state it was to last until', () => {
    const finished = runOf({ cluster: one, until: { job: 'b', state: 'allocated' }, jobs });
    const last = finished.trace.recordsOf(finished.trace.last);
    expect([finished.end, last.at(-1)?.subject, last.at(-1)?.node]).toEqual(['until', 1, 0]);
  });

  it('as waited for, even if that is the last thing to happen', () => {
    expect(runOf({ cluster: one, until: { job: 'c', state: 'released' }, jobs }).end).toBe('until');
  });

  it('before a step beyond the limit, so that none goes on for ever', () => {
    const engine = new Engine(scenarioOf({ cluster: one, jobs }), quiet, undefined, { steps: 3, work: Infinity });
    engine.advance();
    expect([engine.end, engine.sim.step]).toEqual(['limit', 3]);
  });

  it('before the next step once queue scans, node checks and victim searches come to the limit', () => {
    const engine = new Engine(scenarioOf({ cluster: one, jobs }), quiet, undefined, { steps: Infinity, work: 4 });
    engine.advance();
    const { queueScans, nodeChecks, victimSearches } = engine.counts;
    expect([engine.end, queueScans + nodeChecks + victimSearches]).toEqual(['limit', 4]);
  });

  it('at limits that grow with the jobs of the scenario', () => {
    const { sim } = new Engine(scenarioOf({ cluster: one, jobs: [job('a', 0, 1, 1, { count: 100 })] }), quiet);
    expect(sim.limits).toEqual({ steps: 5_001_000, work: 1_000_100_000 });
  });

  it('with a deadlock named, one record for each pod that holds room for ever', () => {
    const { trace } = runOf({
      cluster: nodes({ n1: 1, n2: 1 }),
      policy: { order: 'priority', gangs: 'pod-by-pod' },
      jobs: [
        job('x', 0, 4),
        job('y', 0, 6),
        job('a', 1, 5, 1, { gang: 2 }),
        job('b', 5, 5, 1, { gang: 2, priority: 1 })
      ]
    });
    const last = trace.recordsOf(trace.last);
    expect(last.map(({ kind, subject }) => [kind, trace.scenario.jobs.name(subject)])).toEqual([
      [change.deadlock, 'a-0'],
      [change.deadlock, 'b-0']
    ]);
  });
});
