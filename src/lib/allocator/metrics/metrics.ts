import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { nodeOf, type Trace, World } from '#lib/allocator/trace/index.ts';
import { FigureSums, figuresOf, type Figures } from './figures.ts';
import { jobTimes } from './job-times.ts';

/** Figures of a run up to a step. */
export interface Metrics extends Figures {
  /** Held over offered, 0 to 1, by resource, between the first arrival and the last end (or the present tick). */
  readonly utilisation: Readonly<Record<string, number>>;
  /** Jain's index of the jobs' slowdowns: 1 when all were slowed alike, 1/n when one bore it all. */
  readonly fairness: number | undefined;
}

/** The figures of a run up to the end of a step. */
export function metricsOf(trace: Trace, step = trace.last): Metrics {
  const times = jobTimes(trace, step);
  const sums = new FigureSums();
  for (const t of times) sums.add(t);
  const allOver = times.length > 0 && times.every(({ end }) => end !== undefined);
  const until = allOver ? sums.lastEnd : trace.tickOf(step);
  return {
    ...sums.figures(),
    utilisation: utilisation(trace, step, sums.firstArrival, until),
    fairness: jain(times.flatMap((t) => figuresOf(t)?.slowdown ?? []))
  };
}

/** Jain's fairness index, (Σx)² / (n·Σx²). Source: Jain, Chiu and Hawe, 1984. */
export function jain(xs: readonly number[]): number | undefined {
  const squares = xs.reduce((sum, x) => sum + x * x, 0);
  if (squares === 0) return undefined;
  const sum = xs.reduce((a, b) => a + b, 0);
  return (sum * sum) / (xs.length * squares);
}

/** Amounts held over amounts offered by the nodes that were up, each summed over the ticks from one to another. */
function utilisation(trace: Trace, step: number, from: number, until: number): Record<string, number> {
  const { scenario } = trace;
  const width = scenario.resources.length;
  const held = new Float64Array(width);
  const offered = new Float64Array(width);
  const world = new World(scenario);
  let tick = from;
  const settle = (to: number): void => {
    const span = to - tick;
    if (span > 0) addSpan(world, scenario, held, offered, span);
    tick = Math.max(tick, to);
  };
  for (let s = 1; s <= step; s++) {
    settle(trace.tickOf(s));
    trace.replay(world, trace.firstOf(s), trace.firstOf(s + 1));
  }
  settle(until);
  return Object.fromEntries(
    scenario.resources.flatMap((name, r) =>
      (offered[r] as number) > 0 ? [[name, (held[r] as number) / (offered[r] as number)]] : []
    )
  );
}

function addSpan(world: World, scenario: Scenario, held: Float64Array, offered: Float64Array, span: number): void {
  const width = scenario.resources.length;
  for (let node = 0; node < world.up.length; node++) {
    if (world.up[node] !== 1) continue;
    nodeOf(scenario, node).allocatable.forEach((amount, r) => {
      offered[r] = (offered[r] as number) + span * amount;
      held[r] = (held[r] as number) + span * (amount - (world.free[node * width + r] as number));
    });
  }
}
