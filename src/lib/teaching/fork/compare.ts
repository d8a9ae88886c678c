import { readScenarioData } from '#lib/allocator/scenario/index.ts';
import { pageLimits, run } from '#lib/allocator/sim/index.ts';
import type { Trace } from '#lib/allocator/trace/index.ts';
import { differenceOf, figuresOf, valueOf, viewRun, type RunView } from '#lib/teaching/explain/index.ts';
import { formatClock } from '#lib/base/units/index.ts';
import { parse } from 'yaml';
import type { NamedPolicy } from './policies.ts';

/** One of the runs that are compared. */
export interface Side {
  readonly policy: NamedPolicy;
  readonly run: RunView;
  readonly trace: Trace;
}

/** One scenario under several policies. */
export interface Comparison {
  readonly sides: readonly Side[];
  /** Why there is no side for a policy, a sentence each. */
  readonly troubles: readonly string[];
  /** The ticks at which anything happens in any of the runs, in order; the first is 0. */
  readonly ticks: readonly number[];
}

/**
 * Runs a scenario under each of some policies; what else its file says, changes from outside included, stays as it is. A
 * policy under which the run comes to no end, or cannot be run at all, has no side and a sentence that says why.
 *
 * @param source the text of a scenario that reads
 */
export function compare(source: string, chosen: readonly NamedPolicy[]): Comparison {
  const file = parse(source) as Record<string, unknown>;
  const sides: Side[] = [];
  const troubles: string[] = [];
  for (const named of chosen) {
    const made = sideOf(file, named);
    if (typeof made === 'string') troubles.push(`${named.name}: ${made}`);
    else sides.push(made);
  }
  return { sides, troubles, ticks: ticksOf(sides.map(({ trace }) => trace)) };
}

function sideOf(file: Record<string, unknown>, named: NamedPolicy): Side | string {
  const read = readScenarioData(named.policy === undefined ? file : { ...file, policy: named.policy });
  if (!read.ok) return `it cannot be run: ${read.problems.map(({ message }) => message).join('; ')}.`;
  const finished = run(read.scenario, undefined, pageLimits);
  if (finished.end === 'limit') return 'the run comes to no end, so it is not shown.';
  return { policy: named, run: viewRun(finished), trace: finished.trace };
}

function ticksOf(traces: readonly Trace[]): number[] {
  const ticks = new Set([0]);
  for (const trace of traces) for (let step = 1; step <= trace.last; step++) ticks.add(trace.tickOf(step));
  return [...ticks].sort((a, b) => a - b);
}

/** The last step of a side at or before a tick; 0 before anything happens. */
export function stepAtTick({ trace }: Side, tick: number): number {
  let low = 0;
  let high = trace.last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (trace.tickOf(middle) <= tick) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The position among the ticks of a comparison that stands for a tick: the last one not after it. */
export const positionOfTick = ({ ticks }: Comparison, tick: number): number =>
  Math.max(
    0,
    ticks.findLastIndex((at) => at <= tick)
  );

/** A tick of a comparison as a clock, `0:40`. */
export const clockOfTick = ({ sides }: Comparison, tick: number): string =>
  formatClock(tick, sides[0]?.trace.scenario.tickMillis ?? 1000);

/** A figure of every side, with its difference from the first; empty for the first and where none is. */
export interface ComparedFigure {
  readonly label: string;
  readonly cells: readonly { readonly value: string; readonly difference: string }[];
}

/** The figures of all sides up to a tick. A figure that a side lacks reads `–`. */
export function figuresAtTick({ sides }: Comparison, tick: number): ComparedFigure[] {
  const all = sides.map((side) => figuresOf(side.trace, stepAtTick(side, tick)));
  const labels = [...new Set(all.flatMap((figures) => figures.map(({ label }) => label)))];
  return labels.map((label) => {
    const row = all.map((figures) => figures.find((figure) => figure.label === label));
    return {
      label,
      cells: row.map((figure, side) => ({
        value: valueOf(figure),
        difference: side === 0 ? '' : differenceOf(row[0], figure)
      }))
    };
  });
}

/** Whether a run makes a decision at a tick that the learner could predict. */
export function decidesAt(side: Side, tick: number): boolean {
  const last = stepAtTick(side, tick);
  for (let step = last; step > 0 && side.trace.tickOf(step) === tick; step--)
    if (side.run.decidesAfter(step - 1)) return true;
  return false;
}
