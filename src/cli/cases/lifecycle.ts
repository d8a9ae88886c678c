import { stateName, statusOf, type Status } from '#lib/allocator/lifecycle/index.ts';
import { jobTimes, metricsOf } from '#lib/allocator/metrics/index.ts';
import type { Preset } from '#lib/allocator/scenario/index.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { Cursor, type World } from '#lib/allocator/trace/index.ts';
import { type Case, differences, near, UnknownKind } from '../case-kit.ts';
import { byId, mean, readCase, simulate, type CaseJob, type CaseRun } from '../case-simulator.ts';

const gpu = { gpu: 1 };
const fifo = { preset: 'textbook' } as const;

interface TraceCase {
  readonly capacity: number;
  readonly steps: readonly string[];
}

const statusIn = (world: World, job: number): Status => {
  const state = world.state[job] ?? 0;
  return state === 0 ? 'none' : statusOf[stateName(state - 1)];
};

/** The process table: the second job arrives as the first one ends. */
function trace(c: TraceCase) {
  const service = 10;
  const jobs = [0, service].map((arrival, i): CaseJob => ({ id: `${i}`, arrival, service, request: gpu }));
  const cursor = new Cursor(simulate({ gpu: c.capacity }, jobs, fifo).trace);
  const rows = [...Array(c.steps.length + 1).keys()].map((step) => {
    const world = cursor.seek(step);
    return { free: world.free[0], first: statusIn(world, 0), second: statusIn(world, 1) };
  });
  return {
    gpuFree: rows.map(({ free }) => free),
    firstJob: rows.map(({ first }) => first),
    secondJob: rows.map(({ second }) => second)
  };
}

function operationCount({ tasks }: { readonly tasks: number }) {
  const jobs = Array.from({ length: tasks }, (_, i): CaseJob => ({ id: `${i}`, arrival: 0, service: 1, request: gpu }));
  const { counts, trace } = simulate(gpu, jobs, fifo);
  const free = new Cursor(trace).seek(trace.last).free[0];
  return {
    allocations: counts.allocations,
    releases: counts.releases,
    freeAtEnd: free === gpu.gpu ? 'equal to the capacity' : free
  };
}

interface FifoCase {
  readonly capacity: Readonly<Record<string, number>>;
  readonly jobs: readonly {
    readonly id: string;
    readonly arrival: number;
    readonly runtime: number;
    readonly request: Readonly<Record<string, number>>;
  }[];
}

/** What is free of each resource once everything of a tick has happened. */
function freeByTick({ trace, scenario }: CaseRun, columns: readonly string[]): number[][] {
  const cursor = new Cursor(trace);
  const at = columns.map((resource) => scenario.resources.indexOf(`case/${resource}`));
  const rows: number[][] = [];
  for (let step = 1; step <= trace.last; step++) {
    if (step < trace.last && trace.tickOf(step + 1) === trace.tickOf(step)) continue;
    const { free } = cursor.seek(step);
    rows.push([trace.tickOf(step), ...at.map((r) => free[r]!)]);
  }
  return rows;
}

function fifoTrace({ capacity, jobs }: FifoCase) {
  const asked = jobs.map(({ runtime, ...job }): CaseJob => ({ ...job, service: runtime }));
  const finished = simulate(capacity, asked, fifo);
  const { times, counts, trace } = finished;
  const { makespan = NaN, utilisation } = metricsOf(trace);
  // The cases count from tick 0, we from the first arrival.
  const lastEnd = trace.tickOf(trace.last);
  const resources = Object.keys(capacity);
  const rows = freeByTick(finished, resources);
  const waits = times.map(({ arrival, start }) => (start ?? NaN) - arrival);
  const perResource = (figure: (resource: string, column: number) => number | undefined) =>
    Object.fromEntries(resources.map((resource, i) => [resource, figure(resource, i + 1)]));
  return {
    start: byId(
      asked,
      times.map(({ start }) => start)
    ),
    end: byId(
      asked,
      times.map(({ end }) => end)
    ),
    wait: byId(asked, waits),
    freeAfterEvent: { columns: ['time', ...resources], rows },
    allocations: counts.allocations,
    releases: counts.releases,
    makespan: lastEnd,
    busyUnitSeconds: perResource((resource) =>
      times.reduce((sum, { held }, i) => sum + held * (jobs[i]!.request[resource] ?? 0), 0)
    ),
    utilisation: perResource((resource) => (utilisation[`case/${resource}`]! * makespan) / lastEnd),
    peakUse: perResource((resource, column) => Math.max(...rows.map((row) => capacity[resource]! - row[column]!))),
    meanWait: mean(waits)
  };
}

interface BatchingCase {
  readonly tasks: number;
  readonly allocateCost: number;
  readonly workCost: number;
  readonly releaseCost: number;
}

/** What allocating and releasing cost is time in which the resource is held; batched, one job does all the work. */
function batching({ tasks, allocateCost, workCost, releaseCost }: BatchingCase) {
  const asOneJob = (id: string, works: number): CaseJob => ({
    id,
    arrival: 0,
    service: allocateCost + works * workCost + releaseCost,
    request: gpu
  });
  const separate = simulate(
    gpu,
    Array.from({ length: tasks }, (_, i) => asOneJob(`${i}`, 1)),
    fifo
  );
  const batched = simulate(gpu, [asOneJob('all', tasks)], fifo);
  return {
    separate: metricsOf(separate.trace).makespan,
    batched: metricsOf(batched.trace).makespan,
    allocationsSeparate: separate.counts.allocations,
    allocationsBatched: batched.counts.allocations
  };
}

interface DecisionCase {
  readonly nodeGpu: number;
  readonly freeGpu: number;
  readonly requestGpu: number;
  readonly currentNodes: number;
  readonly maxNodes: number;
  readonly preset?: Preset;
}

/** What the check of one request decides on nodes of which everything that is not free is held. */
function decision({ nodeGpu, freeGpu, requestGpu, currentNodes, maxNodes, preset = 'textbook' }: DecisionCase) {
  const held = nodeGpu - freeGpu;
  const resources = (amount: number) => ({ limits: { 'case/gpu': amount } });
  const scenario = readCase({
    cluster: {
      nodes: [{ name: 'node', count: currentNodes, allocatable: { 'case/gpu': nodeGpu } }],
      ...(maxNodes > currentNodes
        ? { autoscaler: { max: maxNodes, template: { allocatable: { 'case/gpu': nodeGpu } } } }
        : {})
    },
    policy: { preset, rank: 'least-allocated', preemption: 'never' },
    until: { tick: '1s' },
    jobs: [
      ...(held > 0 ? [{ name: 'holder', count: currentNodes, service: '1h', resources: resources(held) }] : []),
      { name: 'asks', arrival: '1s', service: '1h', resources: resources(requestGpu) }
    ]
  });
  const { trace } = run(scenario);
  const asks = jobTimes(trace).at(-1)!.job;
  const world = new Cursor(trace).seek(trace.last);
  const state = stateName(world.state[asks]! - 1);
  return { decision: state === 'waiting.scaling' ? 'scaleUp' : decisions[statusOf[state]] };
}

const decisions: Readonly<Partial<Record<Status, string>>> = {
  allocated: 'allocate',
  running: 'allocate',
  waiting: 'queue',
  rejected: 'reject'
};

const kinds: Readonly<Record<string, (c: never) => unknown>> = {
  trace,
  operationCount,
  fifoTrace,
  batching,
  decision
};

/** Topic `lifecycle`: the five steps of the process table, strict FIFO on one pool, and what a check decides. */
export function check(c: Case) {
  const answer = kinds[c.kind ?? ''];
  if (answer === undefined) throw new UnknownKind(c.kind);
  return differences(c.expect, answer(c as never), near(1e-12));
}
