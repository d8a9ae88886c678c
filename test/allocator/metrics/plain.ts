import { figuresOf, FigureSums, jain, jobTimes, type Metrics } from '#lib/allocator/metrics/index.ts';
import { nodeOf, World, type Trace } from '#lib/allocator/trace/index.ts';

/** The figures of a run up to a step, added up from its first record on, job by job and node by node. */
export function plainMetrics(trace: Trace, step: number): Metrics {
  const times = jobTimes(trace, step);
  const sums = new FigureSums();
  for (const t of times) sums.add(t);
  const first = Math.min(...times.map(({ arrival }) => arrival));
  return {
    ...sums.figures(),
    utilisation: utilisation(trace, step, first),
    fairness: jain(times.flatMap((t) => figuresOf(t)?.slowdown ?? []))
  };
}

function utilisation(trace: Trace, last: number, first: number): Record<string, number> {
  const { scenario } = trace;
  const { resources } = scenario;
  const held = resources.map(() => 0);
  const offered = resources.map(() => 0);
  const world = new World(scenario);
  for (let step = 1; step <= last; step++) {
    const span = trace.tickOf(step) - Math.max(first, trace.tickOf(step - 1));
    for (const node of span > 0 ? world.up.keys() : [])
      if (world.up[node] === 1)
        nodeOf(scenario, node).allocatable.forEach((amount, r) => {
          offered[r]! += span * amount;
          held[r]! += span * (amount - world.free[node * resources.length + r]!);
        });
    trace.replay(world, trace.firstOf(step), trace.firstOf(step + 1));
  }
  return Object.fromEntries(resources.flatMap((name, r) => (offered[r]! > 0 ? [[name, held[r]! / offered[r]!]] : [])));
}
