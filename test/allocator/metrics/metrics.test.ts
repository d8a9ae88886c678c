import { describe, expect, it } from 'vitest';
import { figuresOf, jain, jobTimes, metricsOf } from '#lib/allocator/metrics/index.ts';
import { runContent, runText } from '../../kit.ts';

describe('metrics', () => {
  it('give wait, turnaround and slowdown of each job of one-gpu-busy', () => {
    const figures = jobTimes(runContent('one-gpu-busy').trace).map(figuresOf);
    expect(figures).toEqual([
      { job: 0, wait: 0, turnaround: 10, slowdown: 1 },
      { job: 1, wait: 6, turnaround: 12, slowdown: 2 }
    ]);
  });

  it('give makespan from the first arrival to the last end, and full utilisation while somebody always held the GPU', () => {
    const m = metricsOf(runContent('one-gpu-busy').trace);
    expect(m.makespan).toBe(16);
    expect(m.utilisation).toEqual({ 'nvidia.com/gpu': 1 });
    expect(m.meanWait).toBe(3);
    expect(m.throughput).toBe(2 / 16);
  });

  it('count only what has happened up to a step', () => {
    const { trace } = runContent('one-gpu-busy');
    expect(metricsOf(trace, 5).jobs).toEqual({ arrived: 2, released: 0, failed: 0, rejected: 0 });
    expect(metricsOf(trace, 5).meanWait).toBeUndefined();
    expect(metricsOf(trace, 6).jobs.released).toBe(1);
  });

  it('offer nothing on a node that is lost', () => {
    const { trace } = runText(`{ schema: 1, id: x,
      cluster: { nodes: [ { name: node, count: 2, allocatable: { nvidia.com/gpu: 1 } } ] },
      jobs: [ { name: a, service: 10s, resources: { limits: { nvidia.com/gpu: 1 } } } ],
      events: [ { at: 5s, node: node-2, is: lost } ] }`);
    expect(metricsOf(trace).utilisation['nvidia.com/gpu']).toBe(10 / 15);
  });

  it('leave a job that was rejected out of the means', () => {
    const { trace } = runText(`{ schema: 1, id: x,
      cluster: { nodes: [ { name: node-a, allocatable: { nvidia.com/gpu: 1 } } ] },
      jobs: [ { name: big, resources: { limits: { nvidia.com/gpu: 2 } } } ] }`);
    expect(metricsOf(trace)).toMatchObject({ jobs: { rejected: 1, released: 0 }, meanWait: undefined });
  });
});

describe('the fairness index', () => {
  it('is 1 when all fare alike and 1/n when one bears it all', () => {
    expect(jain([3, 3, 3])).toBe(1);
    expect(jain([1, 0, 0, 0])).toBe(0.25);
    expect(jain([])).toBeUndefined();
  });
});
