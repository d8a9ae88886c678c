import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table } from '#lib/allocator/lifecycle/index.ts';
import { jobTimes, metricsOf } from '#lib/allocator/metrics/index.ts';
import { checkpointOverhead, dalyInterval, youngInterval } from '#lib/allocator/rules/checkpoint.ts';
import { mmc } from '#lib/allocator/rules/erlang.ts';
import { fcfsTrace } from '#lib/allocator/rules/fcfs-trace.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { countJobs, run } from '#lib/allocator/sim/index.ts';
import { change, isTransition, type Trace } from '#lib/allocator/trace/index.ts';
import { exponential, stream } from '#lib/base/random/index.ts';
import { runOf, scenarioOf, type Sketch } from '../scenario/timeline.ts';
import { job, nodes } from './kit.ts';
import { anyScenario, assertHolds } from './scenarios.ts';

/** Milliseconds of service on average; with a tick of a millisecond, rounding to whole ticks does not show. */
const SERVICE = 10_000;

const pool = (servers: number, rho: number, n: number, seed: number): Scenario =>
  scenarioOf({
    seed,
    tick: '1ms',
    cluster: nodes({ pool: servers }),
    jobs: [job('like', 0, 1)],
    workload: {
      n,
      arrival: { exponential: `${Math.round(SERVICE / (servers * rho))}ms` },
      service: { exponential: `${SERVICE}ms` },
      like: 'like'
    }
  });

describe('M/M/c waits', () => {
  /** Two-sided 99 % quantile of Student's t with 19 degrees of freedom, for 20 independent runs. */
  const RUNS = 20;
  const T = 2.861;
  const N = 25_000;
  /** Jobs of each run that are left out, because the queue begins empty. */
  const WARM_UP = 5_000;

  function meanWait(scenario: Scenario): number {
    const { start } = countJobs(scenario);
    const { arrival, count } = scenario.jobs;
    let sum = 0;
    for (let j = WARM_UP; j < count; j++) sum += start[j]! - arrival[j]!;
    return sum / (count - WARM_UP);
  }

  it.each([1, 4, 16].flatMap((c) => [0.5, 0.8, 0.95].map((rho) => [c, rho] as const)))(
    'agree with Erlang C within its 99 per cent confidence interval, c = %d, rho = %s',
    { timeout: 60_000 },
    (servers, rho) => {
      const waits = Array.from({ length: RUNS }, (_, i) => meanWait(pool(servers, rho, N, i + 1)));
      const mean = waits.reduce((a, b) => a + b, 0) / RUNS;
      const variance = waits.reduce((sum, w) => sum + (w - mean) * (w - mean), 0) / (RUNS - 1);
      const half = T * Math.sqrt(variance / RUNS);
      const gap = Math.round(SERVICE / (servers * rho));
      expect(Math.abs(mean - mmc(1 / gap, 1 / SERVICE, servers).Wq)).toBeLessThanOrEqual(half);
    }
  );
});

describe('first come first served on equal servers', { timeout: 60_000 }, () => {
  it('gives every job the start that the recursion over servers gives', () => {
    const law = (scenario: Scenario) => {
      const { arrival, service } = scenario.jobs;
      const servers = scenario.nodes[0]!.allocatable[0]!;
      const { starts, ends } = fcfsTrace([...arrival], [...service], servers);
      const times = jobTimes(run(scenario).trace);
      expect([times.map(({ start }) => start), times.map(({ end }) => end)]).toEqual([starts, ends]);
    };
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 12 })), {
      minLength: 1,
      maxLength: 15
    });
    const sketches = fc.tuple(some, fc.integer({ min: 1, max: 3 })).map(([jobs, servers]): Sketch => ({
      cluster: nodes({ pool: servers }),
      jobs: jobs.map(([arrival, service], i) => job(`j${i}`, arrival, service))
    }));
    assertHolds(law, sketches, 300);
  });
});

describe("Little's law", { timeout: 60_000 }, () => {
  /** Jobs in the system, summed over the ticks. */
  function jobTicks(trace: Trace): number {
    let inside = 0;
    let since = 0;
    let sum = 0;
    for (let i = 0; i < trace.length; i++) {
      const { kind, tick } = trace.at(i);
      sum += inside * (tick - since);
      since = tick;
      if (kind === change.request) inside++;
      else if (isTransition(kind) && table.final[table.transitions[kind]!.to]) inside--;
    }
    return sum;
  }

  it('is exact on every run that ends empty: jobs in the system, summed over time, are the turnarounds', () => {
    assertHolds(
      (scenario) => {
        const { trace } = run(scenario);
        const times = jobTimes(trace);
        if (times.some(({ end }) => end === undefined)) return;
        expect(jobTicks(trace)).toBe(times.reduce((sum, { arrival, end }) => sum + end! - arrival, 0));
      },
      anyScenario,
      300
    );
  });
});

describe("Graham's bound", { timeout: 60_000 }, () => {
  it('holds for the makespan under every order: servers are never idle while jobs wait', () => {
    const sketches = fc
      .record({
        services: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 12 }),
        servers: fc.integer({ min: 1, max: 4 }),
        order: fc.constantFrom('fifo' as const, 'shortest-first' as const, 'round-robin' as const)
      })
      .map(({ services, servers, order }): Sketch => ({
        cluster: nodes({ pool: servers }),
        policy: { order },
        jobs: services.map((service, i) => job(`j${i}`, 0, service))
      }));
    assertHolds(
      (scenario) => {
        const service = [...scenario.jobs.service];
        const servers = scenario.nodes[0]!.allocatable[0]!;
        const longest = Math.max(...service);
        const total = service.reduce((a, b) => a + b, 0);
        const { makespan } = metricsOf(run(scenario).trace);
        expect(servers * makespan!).toBeLessThanOrEqual(total + (servers - 1) * longest);
        expect(makespan).toBeGreaterThanOrEqual(Math.max(longest, Math.ceil(total / servers)));
      },
      sketches,
      300
    );
  });
});

describe('checkpoints of a job whose program fails now and then', () => {
  const COST = 20;
  const MTBF = 4000;
  const WORK = 2_000_000;

  /** When each of some attempts fails. */
  function failures(mtbf: number, attempts: number) {
    const lifetime = exponential(mtbf);
    const random = stream(1, 'failures');
    return Array.from({ length: attempts }, (_, i) => ({
      attempt: i + 1,
      after: Math.max(1, Math.round(lifetime(random)))
    }));
  }
  const often = failures(MTBF, 1500);

  /** Ticks in which the job held its place beyond those of its work, as a share of the work. */
  function overhead(every: number, cost = COST, fails = often): number {
    const more = { fails, backoffLimit: fails.length, checkpoint: { every: Math.round(every), cost } };
    const { trace } = runOf({ cluster: nodes({ n: 1 }), jobs: [job('a', 0, WORK, 1, more)] });
    const [times] = jobTimes(trace);
    expect(times?.finished).toBe('released');
    return times!.held / WORK - 1;
  }

  const young = youngInterval(COST, MTBF);
  const shares = [young / 4, young / 2, young, young * 2, young * 4].map((every) => [every, overhead(every)] as const);

  it("cost least at Young's interval, and more the further from it", () => {
    const [quarter, half, best, twice, fourTimes] = shares.map(([, share]) => share);
    expect([quarter! > half!, half! > best!, best! < twice!, twice! < fourTimes!]).toEqual([true, true, true, true]);
  });

  it('cost there what the first order says', () => {
    const [every, share] = shares[2]!;
    expect(share / checkpointOverhead(every, COST, MTBF)).toBeGreaterThan(0.9);
    expect(share / checkpointOverhead(every, COST, MTBF)).toBeLessThan(1.2);
  });

  it("cost less at Daly's interval than at Young's where failures come nearly as fast as checkpoints are written", () => {
    // The last of the paper's three cases, in seconds: 5 minutes a checkpoint, a failure every 15 minutes.
    const [cost, mtbf] = [300, 900];
    const fails = failures(mtbf, 8000);
    const at = (every: number): number => overhead(every, cost, fails);
    const young = youngInterval(cost, mtbf);
    const daly = at(dalyInterval(cost, mtbf));
    expect(daly).toBeLessThan(at(young));
    // Daly's first term alone.
    expect(daly).toBeLessThan(at(young - cost));
  });
});
