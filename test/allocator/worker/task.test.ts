import { describe, expect, it } from 'vitest';
import { figuresOf, jobTimes, metricsOf } from '#lib/allocator/metrics/index.ts';
import { count, finishedRun, isCountable, run } from '#lib/allocator/sim/index.ts';
import { Trace } from '#lib/allocator/trace/index.ts';
import { counting, recording, type Task } from '#lib/allocator/worker/index.ts';
import { scenarioOf, type Sketch } from '../scenario/timeline.ts';
import { anyScenario, assertHolds } from '../sim/scenarios.ts';

/** Carries a task out; its progress is checked on the way. */
function carriedOut<T>(task: Task<T>): T {
  let before = 0;
  for (;;) {
    const over = task.advance();
    expect(task.progress).toBeGreaterThanOrEqual(before);
    expect(task.progress).toBeLessThanOrEqual(1);
    before = task.progress;
    if (over) return task.result();
  }
}

const pool = (n: number, more: Partial<Sketch> = {}): Sketch => ({
  cluster: { nodes: [{ name: 'pool', allocatable: { cpu: 4 } }] },
  workload: { n, arrival: { exponential: 100 }, service: { exponential: 300 } },
  ...more
});

/** The figures that a run of the engine has, from its records. */
function figuresFromRecords(sketch: Sketch) {
  const { utilisation: _, fairness: __, ...figures } = metricsOf(run(scenarioOf(sketch)).trace);
  return figures;
}

describe('counting()', () => {
  it('gives the counts of the engine and the figures of its records on any scenario', () => {
    assertHolds(
      (scenario) => {
        const { trace, counts, end } = run(scenario);
        const { utilisation: _, fairness: __, ...figures } = metricsOf(trace);
        const measured = carriedOut(counting(scenario));
        expect(measured.figures).toEqual(figures);
        expect(measured.end).toBe(end);
        if (!isCountable(scenario)) expect(measured.counts).toEqual(counts);
      },
      anyScenario,
      150
    );
  });

  it('does so too where the loop for one pool counts, over several pieces', () => {
    const sketch = pool(10_000);
    expect(isCountable(scenarioOf(sketch))).toBe(true);
    const { figures, counts } = carriedOut(counting(scenarioOf(sketch)));
    expect(figures).toEqual(figuresFromRecords(sketch));
    expect({ ...counts, heapMoves: 0 }).toEqual({ ...count(scenarioOf(sketch)).counts, heapMoves: 0 });
  });

  it('tells jobs that are rejected from jobs that wait for ever', () => {
    const large = { jobs: [{ name: 'large', count: 3, resources: { requests: { cpu: 5 } } }], workload: undefined };
    const { workload: _, ...rejecting } = pool(1, { ...large });
    expect(carriedOut(counting(scenarioOf(rejecting))).figures.jobs).toMatchObject({ arrived: 3, rejected: 3 });
    const waiting: Sketch = { ...rejecting, policy: { neverFits: 'wait' } };
    expect(carriedOut(counting(scenarioOf(waiting))).figures).toEqual(figuresFromRecords(waiting));
  });

  it('gives a run up at the limits it is given', () => {
    const endless: Sketch = { ...pool(2000), policy: { preset: 'kubernetes' } };
    expect(carriedOut(counting(scenarioOf(endless), { limits: { steps: 100, work: 1e9 } })).end).toBe('limit');
  });
});

describe('the manner of a run', () => {
  it('with an index of places changes no time and no decision, only what is counted', () => {
    assertHolds(
      (scenario) => {
        const { figures, counts } = carriedOut(counting(scenario, { indexedFrom: 1 }));
        const scanned = carriedOut(counting(scenario, { indexedFrom: Infinity }));
        expect(figures).toEqual(scanned.figures);
        expect([counts.allocations, counts.checks]).toEqual([scanned.counts.allocations, scanned.counts.checks]);
      },
      anyScenario,
      100
    );
  });
});

describe('recording()', () => {
  it('gives columns from which the trace is made again, record for record', () => {
    assertHolds(
      (scenario) => {
        const direct = run(scenario);
        const { columns, counts, end } = carriedOut(recording(scenario));
        const sent = finishedRun(Trace.of(scenario, structuredClone(columns)), counts, end);
        expect([sent.counts, sent.end, sent.trace.last]).toEqual([direct.counts, direct.end, direct.trace.last]);
        for (let step = 0; step <= direct.trace.last; step++)
          expect(sent.trace.recordsOf(step)).toEqual(direct.trace.recordsOf(step));
        expect(jobTimes(sent.trace).map(figuresOf)).toEqual(jobTimes(direct.trace).map(figuresOf));
      },
      anyScenario,
      60
    );
  });

  it('keeps a trace that can be added to', () => {
    const trace = Trace.of(scenarioOf(pool(1)), new Trace(scenarioOf(pool(1))).columns());
    for (let i = 1; i <= 100; i++) {
      trace.step(i);
      trace.record(0, i, -1, 0);
    }
    expect([trace.last, trace.length, trace.tickOf(100), trace.subjectOf(99)]).toEqual([100, 100, 100, 100]);
  });
});
