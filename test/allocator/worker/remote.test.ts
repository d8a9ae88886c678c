import { describe, expect, it } from 'vitest';
import type { Gathered, Steps } from '#lib/allocator/sim/index.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { remoteRun, type Answer } from '#lib/allocator/worker/index.ts';
import { scenarioOf, type Sketch } from '../scenario/timeline.ts';
import { fileOf } from '../sim/scenarios.ts';
import { loopback } from './loopback.ts';

/** Some ten thousand steps. */
const long: Sketch = {
  cluster: { nodes: [{ name: 'n', count: 4, allocatable: { cpu: 1 } }] },
  policy: { preset: 'textbook' },
  jobs: [{ name: 'job', count: 0, resources: { requests: { cpu: 1 } } }],
  workload: { n: 2500, arrival: { exponential: 10 }, service: { exponential: 35 }, like: 'job' }
};
const finished = run(scenarioOf(long));
const { trace, counts, end } = finished;

/** The run with its evidence in a worker in this thread, and the steps it was asked for. */
function remote() {
  const { client } = loopback();
  const asked: Steps[] = [];
  const cancelled: Steps[] = [];
  const made = remoteRun(trace, counts, end, (steps) => {
    asked.push(steps);
    const controller = new AbortController();
    return {
      answer: client.gather(fileOf(long), steps, { signal: controller.signal }),
      cancel: () => {
        cancelled.push(steps);
        controller.abort();
      }
    };
  });
  return { ...made, remote: made.remote!, asked, cancelled };
}

/** The run whose evidence comes when it is given. */
function held() {
  const waiting: ((answer: Answer<Gathered>) => void)[] = [];
  const made = remoteRun(trace, counts, end, () => ({
    answer: new Promise((resolve) => waiting.push(resolve)),
    cancel: () => waiting.splice(0).forEach((settle) => settle({ ok: false, why: 'cancelled' }))
  }));
  return { remote: made.remote!, waiting };
}

describe('a run whose evidence is gathered elsewhere', () => {
  it('is long enough to be told from one that is gathered at once', () => {
    expect(trace.last).toBeGreaterThan(9500);
  });

  it('says of any step what the run itself says, once it is fetched', async () => {
    const { remote: evidence, evidenceAt } = remote();
    for (const step of [0, trace.last, 4000, 4001, 3999, 700]) {
      await evidence.fetch(step);
      expect(evidence.has(step)).toBe(true);
      for (let s = Math.max(0, step - 512); s <= Math.min(step + 64, trace.last); s++)
        expect(evidenceAt(s)).toEqual(finished.evidenceAt(s));
    }
  });

  it('has nothing before, and fetches nothing twice', async () => {
    const { remote: evidence, evidenceAt, asked } = remote();
    expect([evidence.has(5000), evidenceAt(5000)]).toEqual([false, undefined]);
    await evidence.fetch(5000);
    expect(evidence.fetch(5000)).toBeUndefined();
    expect(evidence.fetch(5001)).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it('goes on by what comes next, before it is reached', async () => {
    const { remote: evidence, asked } = remote();
    await evidence.fetch(5000);
    for (let step = 5000; step < 7000; step++) {
      await evidence.fetch(step);
      expect(evidence.has(step)).toBe(true);
    }
    expect(asked.length).toBeLessThan(8);
  });

  it('keeps what is near and lets go what is far', async () => {
    const { remote: evidence } = remote();
    await evidence.fetch(100);
    await evidence.fetch(4000);
    expect(evidence.has(100)).toBe(true);
    await evidence.fetch(trace.last);
    expect(evidence.has(100)).toBe(false);
  });

  it('drops a fetch for one elsewhere, and keeps one that brings what is wanted', async () => {
    const { remote: evidence, asked, cancelled } = remote();
    const first = evidence.fetch(8000);
    expect(evidence.fetch(8001)).toBe(first);
    const other = evidence.fetch(2000);
    await Promise.all([first, other]);
    expect([evidence.has(8000), evidence.has(2000)]).toEqual([false, true]);
    expect([asked.length, cancelled.length]).toEqual([2, 1]);
  });

  it('says why it cannot be had, and tries again when asked again', async () => {
    const { remote: evidence, waiting } = held();
    const fetching = evidence.fetch(9);
    waiting[0]!({ ok: false, why: 'failed', message: 'not found' });
    await expect(fetching).rejects.toThrow('not found');
    expect(evidence.has(9)).toBe(false);
    expect(evidence.fetch(9)).toBeInstanceOf(Promise);
    expect(waiting).toHaveLength(2);
  });
});
