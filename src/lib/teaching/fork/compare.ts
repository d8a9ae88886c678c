import type { Trace } from '#lib/allocator/trace/index.ts';
import { differenceOf, figuresOf, valueOf, viewRun, type Figure, type RunView } from '#lib/teaching/explain/index.ts';
import { formatClock } from '#lib/base/units/index.ts';
import { parse, stringify } from 'yaml';
import type { MakeRun } from './make.ts';
import type { NamedPolicy } from './policies.ts';

/** One of the runs that are compared. */
export interface Side {
  readonly policy: NamedPolicy;
  readonly run: RunView;
  readonly trace: Trace;
  /** What it comes to up to a step. */
  readonly figures: (step: number) => readonly Figure[];
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
export async function compare(source: string, chosen: readonly NamedPolicy[], make: MakeRun): Promise<Comparison> {
  const file = parse(source) as Record<string, unknown>;
  const sides: Side[] = [];
  const troubles: string[] = [];
  for (const named of chosen) {
    const made = await sideOf(file, named, make);
    if (typeof made === 'string') troubles.push(`${named.name}: ${made}`);
    else sides.push(made);
  }
  return { sides, troubles, ticks: ticksOf(sides.map(({ trace }) => trace)) };
}

async function sideOf(file: Record<string, unknown>, named: NamedPolicy, make: MakeRun): Promise<Side | string> {
  const text = stringify(named.policy === undefined ? file : { ...file, policy: named.policy });
  const finished = await make(text).catch((e: Error) => e);
  if (finished instanceof Error) return `it cannot be run: ${finished.message}.`;
  if (finished.end === 'limit') return 'the run comes to no end, or to one too far off, so it is not shown.';
  const { trace } = finished;
  return { policy: named, run: viewRun(finished), trace, figures: figuresOf(trace) };
}

/** The ticks of all steps, each once, in order: those of each run stand in order. */
function ticksOf(traces: readonly Trace[]): number[] {
  const at = traces.map(() => 1);
  const ticks = [0];
  for (;;) {
    const next = Math.min(...traces.map((trace, i) => tickFrom(trace, at[i] as number)));
    if (next === Infinity) return ticks;
    if (next > 0) ticks.push(next);
    traces.forEach((trace, i) => {
      while (tickFrom(trace, at[i] as number) === next) at[i] = (at[i] as number) + 1;
    });
  }
}

const tickFrom = (trace: Trace, step: number): number => (step > trace.last ? Infinity : trace.tickOf(step));

/** The last step of a side at or before a tick; 0 before anything happens. */
export const stepAtTick = ({ trace }: Side, tick: number): number =>
  lastUpTo(trace.last, (step) => trace.tickOf(step) <= tick);

/** The position among the ticks of a comparison that stands for a tick: the last one not after it. */
export const positionOfTick = ({ ticks }: Comparison, tick: number): number =>
  lastUpTo(ticks.length - 1, (position) => (ticks[position] as number) <= tick);

/** The last number from 0 to `last` of which something holds that holds of none behind one of which it does not; else 0. */
function lastUpTo(last: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

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
  const all = sides.map((side) => side.figures(stepAtTick(side, tick)));
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
