import { describe, expect, it } from 'vitest';
import { figuresOf, jobTimes, metricsOf } from '#lib/allocator/metrics/index.ts';
import { runOf, type Sketch } from '../scenario/timeline.ts';
import { job, nodes } from './kit.ts';

const one = nodes({ n: 1 });
const metrics = (sketch: Sketch) => metricsOf(runOf(sketch).trace);

/** a runs 2 to 6, b waits from 3 to 6 and runs to 8. */
const two: Sketch = { cluster: one, jobs: [job('a', 2, 4), job('b', 3, 2)] };

describe('SPEC 7: the metrics of a run', () => {
  it('are means over released jobs, in ticks', () => {
    expect(metrics(two)).toMatchObject({ meanWait: 1.5, maxWait: 3, meanTurnaround: 4.5, meanSlowdown: 1.75 });
  });

  it('count the makespan from the first arrival, not from tick 0', () => {
    expect(metrics(two)).toMatchObject({ makespan: 6, throughput: 2 / 6 });
  });

  it('count as wait all time without room, before the start and after a preemption', () => {
    const { trace } = runOf({
      cluster: one,
      policy: { order: 'priority', preemption: 'lower-priority' },
      jobs: [job('low', 0, 5), job('high', 2, 3, 1, { priority: 1 })]
    });
    const [low] = jobTimes(trace);
    expect(low).toMatchObject({ start: 0, end: 8, held: 5 });
    expect(figuresOf(low!)).toEqual({ job: 0, wait: 3, turnaround: 8, slowdown: 8 / 5 });
  });

  it('are undefined where nothing ended', () => {
    expect(metrics({ ...two, until: { tick: 4 } })).toMatchObject({ meanWait: undefined, makespan: undefined });
  });

  it('are had of more jobs than a call may have arguments', { timeout: 60_000 }, () => {
    const each = { constant: '1s' };
    const { makespan, jobs } = metrics({
      cluster: one,
      jobs: [job('like', 0, 1)],
      workload: { n: 150_000, arrival: each, service: each, like: 'like' }
    });
    expect([makespan! >= 150_000, jobs.released >= 150_000]).toEqual([true, true]);
  });
});
