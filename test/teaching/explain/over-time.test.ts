import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stateId } from '#lib/allocator/lifecycle/index.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { Cursor, jobName, nodeOf, type Run } from '#lib/allocator/trace/index.ts';
import { barAt, viewRun } from '#lib/teaching/explain/index.ts';
import { runContent, runText } from '../../kit.ts';
import { anyScenario, assertHolds } from '../../allocator/sim/scenarios.ts';

/** States of a job that has a place in the queue. */
const waiting: readonly number[] = [
  stateId['waiting.queued'],
  stateId['waiting.held'],
  stateId['waiting.scaling'],
  stateId['waiting.preempting'],
  stateId.backoff
];

/** Holds the bars at every step against the world there. */
function expectWorld(run: Run): void {
  const { lanes, queue } = viewRun(run).overTime;
  const cursor = new Cursor(run.trace);
  for (let step = 0; step <= run.trace.last; step++) {
    const world = cursor.seek(step);
    const names = (jobs: readonly number[]) => jobs.map((job) => jobName(world, job)).sort();
    const on = new Map<string, Set<string>>();
    for (const { node, bars } of lanes) {
      const bar = barAt(bars, step);
      if (bar !== undefined) on.set(node, (on.get(node) ?? new Set()).add(bar.job));
    }
    for (const node of world.up.keys()) {
      const there = [...(on.get(nodeOf(run.trace.scenario, node).name) ?? [])].sort();
      expect(there, `step ${step}, node ${node}`).toEqual(names(world.holders(node)));
    }
    const queued = queue.flatMap(({ bars }) => barAt(bars, step)?.job ?? []);
    expect(new Set(queued).size, `step ${step}`).toBe(queued.length);
    const jobs = [...world.state.keys()].filter((job) => waiting.includes(world.state[job]! - 1));
    expect(queued, `step ${step}`).toEqual(expect.arrayContaining(names(jobs)));
    for (const job of world.state.keys())
      if (!waiting.includes(world.state[job]! - 1) && world.state[job] !== stateId.checking + 1)
        expect(queued, `step ${step}`).not.toContain(jobName(world, job));
  }
}

describe('the bars of a run', () => {
  for (const file of readdirSync('content/scenarios'))
    it(`show at each step who holds room where, and who waits: ${file}`, () => {
      expectWorld(runContent(file.replace(/\.yaml$/, '')));
    });

  it('show it in any random run, of gangs, victims and lost nodes', () => {
    assertHolds((scenario) => expectWorld(run(scenario)), anyScenario, 150);
  });

  it('are one by one those of the whole timeline, and none outside of it', () => {
    for (const id of ['gang-deadlock', 'preempt-restarts', 'node-lost', 'hpa-up-and-down', 'same-jobs-slurm']) {
      const { overTime, timeline } = viewRun(runContent(id));
      for (const part of ['lanes', 'queue'] as const)
        overTime[part].forEach(({ bars }, lane) => {
          const whole = timeline[part][lane]!.bars;
          expect(bars.length).toBe(whole.length);
          whole.forEach((bar, i) => {
            expect(bars.at(i)).toEqual(bar);
            expect(barAt(bars, bar.step)).toEqual(bar);
            expect(barAt(bars, bar.until)?.step).not.toBe(bar.step);
          });
          expect([bars.at(-1), bars.at(bars.length)]).toEqual([undefined, undefined]);
        });
    }
  });

  it('use as few lanes of the queue as there are jobs that ever wait at once', () => {
    const finished = runText(`{ schema: 1, id: crowd, policy: { preset: textbook },
      cluster: { nodes: [ { name: node, allocatable: { nvidia.com/gpu: 2 } } ] },
      jobs: [ { name: job, resources: { limits: { nvidia.com/gpu: 1 } } } ],
      workload: { n: 200, arrival: { exponential: 14s }, service: { exponential: 30s }, like: job } }`);
    const cursor = new Cursor(finished.trace);
    const waits = Array.from({ length: cursor.trace.last + 1 }, (_, step) => {
      const { state } = cursor.seek(step);
      return state.reduce((sum, now) => sum + (waiting.includes(now - 1) ? 1 : 0), 0);
    });
    expect(viewRun(finished).overTime.queue).toHaveLength(Math.max(...waits));
  });
});
