import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metricsOf, RunMetrics } from '#lib/allocator/metrics/index.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { Cursor, type Trace } from '#lib/allocator/trace/index.ts';
import { runContent, runText } from '../../kit.ts';
import { anyScenario, assertHolds } from '../sim/scenarios.ts';
import { plainMetrics } from './plain.ts';

/** Every step of a run, from the last to the first. */
const backwards = (trace: Trace): number[] => Array.from({ length: trace.last + 1 }, (_, i) => trace.last - i);

function expectPlain(trace: Trace, steps = backwards(trace)): void {
  const metrics = new RunMetrics(new Cursor(trace));
  for (const step of steps) expect(metrics.at(step), `step ${step}`).toStrictEqual(plainMetrics(trace, step));
}

describe('the figures of a run up to any step', () => {
  for (const file of readdirSync('content/scenarios'))
    it(`are those added up from its first record on, to the last bit: ${file}`, () => {
      expectPlain(runContent(file.replace(/\.yaml$/, '')).trace);
    });

  it('are the same in any random run, of gangs, victims and lost nodes', () => {
    assertHolds((scenario) => expectPlain(run(scenario).trace), anyScenario, 150);
  });

  it('are the same all over a long run, and where its kept sums meet', () => {
    const { trace } = runText(`{ schema: 1, id: long, policy: { preset: kubernetes },
      cluster: { nodes: [ { name: node, count: 3, allocatable: { cpu: 4, memory: 64Gi } } ] },
      jobs: [ { name: low, resources: { requests: { cpu: 1, memory: 3Gi } } },
              { name: high, count: 20, arrival: 300s, priority: 5, service: 70s, resources: { requests: { cpu: 2, memory: 1Gi } } } ],
      workload: { n: 600, arrival: { exponential: 3s }, service: { exponential: 30s }, like: low } }`);
    expect(trace.last).toBeGreaterThan(2048);
    const steps = [0, 1, 511, 512, 513, 1023, 1024, 1025, 1700, trace.last - 1, trace.last];
    expectPlain(trace, steps);
    expect(metricsOf(trace)).toStrictEqual(plainMetrics(trace, trace.last));
  });

  it('refuse a step that is not of the run', () => {
    const metrics = new RunMetrics(new Cursor(runContent('one-gpu-busy').trace));
    for (const step of [-1, 11]) expect(() => metrics.at(step)).toThrow(RangeError);
  });
});
