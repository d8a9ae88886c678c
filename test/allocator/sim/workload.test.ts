import { describe, expect, it } from 'vitest';
import { runOf, scenarioOf, timeline, type Sketch } from '../scenario/timeline.ts';

const cluster = { nodes: [{ name: 'n', allocatable: { cpu: 4, 'nvidia.com/gpu': 4 } }] };
const sketch = (workload: Sketch['workload'], more: Partial<Sketch> = {}): Sketch => ({ cluster, workload, ...more });
const jobsOf = (s: Sketch) => {
  const { jobs, kinds } = scenarioOf(s);
  return Array.from({ length: jobs.count }, (_, i) => ({
    name: jobs.name(i),
    arrival: jobs.arrival[i] as number,
    service: jobs.service[i] as number,
    estimate: jobs.estimate[i] as number,
    kind: kinds[jobs.kind[i] as number]?.name,
    gangOf: jobs.gangOf[i]
  }));
};
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a workload of distributions', () => {
  const every = { arrival: { constant: '30s' }, service: { constant: '10s' } };

  it('spaces arrivals by its gaps, the first one included', () => {
    expect(jobsOf(sketch({ n: 3, ...every }))).toEqual([
      { name: 'job-1', arrival: 30, service: 10, estimate: 10, kind: 'job', gangOf: 0 },
      { name: 'job-2', arrival: 60, service: 10, estimate: 10, kind: 'job', gangOf: 1 },
      { name: 'job-3', arrival: 90, service: 10, estimate: 10, kind: 'job', gangOf: 2 }
    ]);
  });

  it('lets all arrive together at the start where the gap is constantly none', () => {
    const jobs = jobsOf(sketch({ n: 3, ...every, arrival: { constant: 0 } }));
    expect(jobs.map(({ arrival }) => arrival)).toEqual([0, 0, 0]);
    expect(() => jobsOf(sketch({ n: 3, arrival: every.arrival, service: { constant: 0 } }))).toThrow('one tick');
  });

  it('gives jobs that are like nothing one CPU', () => {
    const { kinds, resources } = scenarioOf(sketch({ n: 1, ...every }));
    expect(kinds[0]?.requests[resources.indexOf('cpu')]).toBe(1000);
  });

  it('rounds draws half up to at least one tick', () => {
    const fine = { n: 2000, arrival: { exponential: '1s' }, service: { uniform: { from: '1s', to: '2s' } } };
    const jobs = jobsOf(sketch(fine));
    const gaps = jobs.map(({ arrival }, i) => arrival - (jobs[i - 1]?.arrival ?? 0));
    expect(Math.min(...gaps)).toBe(1);
    const services = jobs.map(({ service }) => service);
    expect([Math.min(...services), Math.max(...services)]).toEqual([1, 2]);
    // Half of [1, 2) rounds to 2.
    expect(mean(services)).toBeCloseTo(1.5, 1);
  });

  it('has the mean that was asked for', () => {
    const work = { n: 20_000, arrival: { exponential: '100s' }, service: { lognormal: { mean: '200s', cv: 1 } } };
    const jobs = jobsOf(sketch(work));
    expect((jobs.at(-1)?.arrival ?? 0) / jobs.length / 100).toBeCloseTo(1, 1);
    expect(mean(jobs.map(({ service }) => service)) / 200).toBeCloseTo(1, 1);
  });

  it('draws the same for the same seed, and the services whatever the arrivals are', () => {
    const services = (seed: number, arrival: string): number[] =>
      jobsOf(sketch({ n: 20, arrival: { exponential: arrival }, service: { exponential: '1m' } }, { seed })).map(
        ({ service }) => service
      );
    expect(services(7, '30s')).toEqual(services(7, '90s'));
    expect(services(7, '30s')).not.toEqual(services(8, '30s'));
  });

  it('takes everything but the times from the job that it is like', () => {
    const train = { name: 'train', count: 0, estimate: '20s', resources: { limits: { 'nvidia.com/gpu': 2 } } };
    const s = sketch({ n: 3, ...every, like: 'train' }, { jobs: [train] });
    expect(jobsOf(s)[0]).toEqual({ name: 'job-1', arrival: 30, service: 10, estimate: 20, kind: 'train', gangOf: 0 });
    expect(timeline(runOf(s)).at(-1)).toBe('100 job-3 release → released');
  });

  it('gives each pod of a gang a place of its own where gangs are placed pod by pod', () => {
    const train = { name: 'train', count: 0, gang: 2 };
    const policy = { gangs: 'pod-by-pod' } as const;
    const jobs = jobsOf(sketch({ n: 2, ...every, like: 'train' }, { jobs: [train], policy }));
    expect(jobs.map(({ name, gangOf }) => `${name} ${gangOf}`)).toEqual([
      'job-1-0 0',
      'job-1-1 0',
      'job-2-0 2',
      'job-2-1 2'
    ]);
  });

  it('joins the jobs that the file lists, in order of arrival, the listed first', () => {
    const jobs = [
      { name: 'late', arrival: '60s' },
      { name: 'pair', arrival: '45s', gang: 2 }
    ];
    const s = sketch({ n: 2, ...every }, { jobs, policy: { gangs: 'pod-by-pod' } });
    expect(jobsOf(s).map(({ name, arrival, gangOf }) => `${arrival} ${name} ${gangOf}`)).toEqual([
      '30 job-1 0',
      '45 pair-0 1',
      '45 pair-1 1',
      '60 late 3',
      '60 job-2 4'
    ]);
  });

  it('can be waited for by name', () => {
    const s = sketch({ n: 3, ...every }, { until: { job: 'job-2', state: 'running' } });
    expect(timeline(runOf(s)).at(-1)).toBe('60 job-2 start → running');
  });

  it.each([
    ['a job that is not there', { n: 1, ...every, like: 'train' }, 'workload.like: there is no job "train" to be like'],
    ['a mean of nothing', { n: 1, ...every, arrival: { exponential: 0 } }, 'workload.arrival: Cannot sample'],
    ['a constant off the tick', { n: 1, ...every, arrival: { constant: '1.5s' } }, 'is not a whole number of ticks'],
    ['bounds that are none', { n: 1, ...every, service: { uniform: { from: 5, to: 5 } } }, 'the first must be less']
  ])('refuses %s', (_, workload, message) => {
    expect(() => scenarioOf(sketch(workload))).toThrow(message);
  });
});

describe('a workload from a trace', () => {
  it('takes a job from each row, in order of arrival', () => {
    const csv = 'arrival,service,name\n60,10s,second\n0s,1m,first\n';
    expect(jobsOf(sketch({ csv })).map(({ name, arrival, service }) => [name, arrival, service])).toEqual([
      ['first', 0, 60],
      ['second', 60, 10]
    ]);
  });

  it('counts rows without a name', () => {
    expect(jobsOf(sketch({ csv: 'arrival,service\n0,1\n0,1\n' })).map(({ name }) => name)).toEqual(['job-1', 'job-2']);
  });

  it('lets a row say what it asks for, whose it is and how urgent; rows alike share a kind', () => {
    const csv =
      'arrival,service,estimate,gpus,cpu,memory,priority,tenant\n' +
      '0,10,20,2,500m,1Gi,5,team-a\n0,10,20,2,500m,1Gi,5,team-a\n0,10,,1,,,,\n';
    const { kinds, resources, jobs, tenants } = scenarioOf(sketch({ csv }));
    expect(kinds.map(({ requests }) => requests)).toEqual([
      [500, 1024 ** 3, 2],
      [0, 0, 1]
    ]);
    expect(resources).toEqual(['cpu', 'memory', 'nvidia.com/gpu']);
    expect([...jobs.kind]).toEqual([0, 0, 1]);
    expect([...jobs.estimate]).toEqual([20, 20, 10]);
    expect([kinds[0]?.priority, tenants[kinds[0]?.tenant ?? -1]?.name]).toEqual([5, 'team-a']);
  });

  it('takes what a row leaves open from the job that it is like', () => {
    const train = { name: 'train', count: 0, priority: 3, resources: { limits: { 'nvidia.com/gpu': 2 } } };
    const csv = 'arrival,service,gpus\n0,10,\n0,10,4\n';
    const { kinds, jobs } = scenarioOf(sketch({ csv, like: 'train' }, { jobs: [train] }));
    expect([...jobs.kind].map((kind) => kinds[kind]?.requests.at(-1))).toEqual([2, 4]);
    expect([...jobs.kind].map((kind) => kinds[kind]?.priority)).toEqual([3, 3]);
  });

  it('tells every row that is wrong, with its line', () => {
    const csv = 'arrival,service,gpus\n0,10,1\nsoon,10,1\n0,0,1\n0,1.5,1\n0,10,1.5\n';
    expect(() => scenarioOf(sketch({ csv }))).toThrow(
      /line 3:1 .*soon.*\n.*line 4:3 .*at least one tick.*\n.*line 5:3 .*ticks.*\n.*line 6:6 .*whole number/
    );
  });

  it('refuses a name that two rows have', () => {
    expect(() => scenarioOf(sketch({ csv: 'arrival,service,name\n0,1,a\n0,1,a\n' }))).toThrow('duplicate name');
  });
});

describe('a scenario that is too large', () => {
  it('is refused before it is made', () => {
    const gangs = { jobs: [{ name: 'a', count: 1_000_000, gang: 10_000 }], policy: { gangs: 'pod-by-pod' as const } };
    expect(() => scenarioOf({ cluster, ...gangs })).toThrow('jobs: 10000000000 jobs are too many');
    const nodes = [
      { name: 'a', count: 60_000, allocatable: { cpu: 1 } },
      { name: 'b', count: 60_000, allocatable: { cpu: 1 } }
    ];
    expect(() => scenarioOf({ cluster: { nodes }, jobs: [{ name: 'a' }] })).toThrow(
      'cluster.nodes: 120000 nodes are too many; at most 100000 are run'
    );
  });

  it('may have a million jobs in its workload', () => {
    const work = { n: 1_000_000, arrival: { exponential: '30s' }, service: { exponential: '30s' } };
    expect(scenarioOf(sketch(work)).jobs.count).toBe(1_000_000);
  });
});
