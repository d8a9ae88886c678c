import { readScenario, type Scenario } from '#lib/allocator/scenario/index.ts';
import { pageLimits, run } from '#lib/allocator/sim/index.ts';
import { viewRun, type NumberRow, type RunView } from '#lib/teaching/explain/index.ts';
import { labelOf, withIntervention, type Intervention } from './change.ts';

/** Branches that stand beside a run at once: more are no longer compared by eye. */
export const MOST_BRANCHES = 4;

/** A run with one thing changed, beside the run it came from. */
export interface Branch {
  readonly label: string;
  /** Where the change was made. */
  readonly step: number;
  readonly intervention: Intervention;
  /** The text of its scenario. */
  readonly source: string;
  readonly run: RunView;
  readonly difference: Difference | undefined;
}

/** The first step that the two runs do not share, as each tells it; one of them may be over by then. */
export interface Difference {
  readonly step: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Runs a scenario with one thing changed.
 *
 * @param source the text of the scenario that `base` came from
 * @param intervention checked here: it may come from a link
 * @throws {Error} with every problem where the change makes it a scenario that cannot be run, or one that comes to no end
 */
export function branchOff(source: string, base: RunView, intervention: Intervention): Branch {
  const before = scenarioOf(source);
  const changed = withIntervention(source, intervention);
  const finished = run(scenarioOf(changed), undefined, pageLimits);
  if (finished.end === 'limit') throw new Error('With this change the run comes to no end, so it cannot be shown.');
  const view = viewRun(finished);
  return {
    label: labelOf(intervention, before),
    step: intervention.step,
    intervention,
    source: changed,
    run: view,
    difference: firstDifference(base, view)
  };
}

function scenarioOf(text: string): Scenario {
  const read = readScenario(text);
  if (read.ok) return read.scenario;
  throw new Error(read.problems.map(({ message }) => message).join('; '));
}

/** The first step at which two runs do not tell the same at the same time; undefined where there is none. */
export function firstDifference(base: RunView, changed: RunView): Difference | undefined {
  const last = Math.max(base.last, changed.last);
  for (let step = 0; step <= last; step++) {
    const [before, after] = [told(base, step), told(changed, step)];
    if (before !== after) return { step, before, after };
  }
  return undefined;
}

function told(run: RunView, step: number): string {
  if (step > run.last) return 'This run is over.';
  const { clock, sentence } = run.at(step);
  return `${clock} · ${sentence}`;
}

/** A figure of two runs beside each other. */
export interface NumberPair extends Pick<NumberRow, 'label'> {
  readonly before: string;
  readonly after: string;
}

/** The figures at the end of two runs; a figure that one of them lacks reads `–`. */
export function numbersBeside(base: RunView, changed: RunView): NumberPair[] {
  const [before, after] = [base.numbers(base.last), changed.numbers(changed.last)];
  const valueIn = (rows: readonly NumberRow[], label: string): string =>
    rows.find((row) => row.label === label)?.value ?? '–';
  const labels = new Set([...before, ...after].map(({ label }) => label));
  return [...labels].map((label) => ({ label, before: valueIn(before, label), after: valueIn(after, label) }));
}
