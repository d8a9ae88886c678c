import { viewRun, type NumberRow, type RunView } from '#lib/teaching/explain/index.ts';
import { labelOf, withIntervention, type Intervention } from './change.ts';
import { scenarioOf, type MakeRun } from './make.ts';

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
 * Runs a scenario with one thing changed. Rejects with an Error: with every problem where the change makes it a scenario
 * that cannot be run, or one that comes to no end.
 *
 * @param source the text of the scenario that `base` came from
 * @param intervention checked here: it may come from a link
 */
export async function branchOff(
  source: string,
  base: RunView,
  intervention: Intervention,
  make: MakeRun
): Promise<Branch> {
  const before = scenarioOf(source);
  const changed = withIntervention(source, intervention);
  const finished = await make(changed);
  if (finished.end === 'limit') throw new Error('with this change the run comes to no end, or to one too far off');
  const view = viewRun(finished);
  return {
    label: labelOf(intervention, before),
    step: intervention.step,
    intervention,
    source: changed,
    run: view,
    difference: await firstDifference(base, view, intervention.step)
  };
}

/**
 * The first step at which two runs do not tell the same at the same time; undefined where there is none.
 *
 * @param from a step up to which they are the same run
 */
export async function firstDifference(base: RunView, changed: RunView, from = 0): Promise<Difference | undefined> {
  const last = Math.max(base.last, changed.last);
  let step = from;
  while (step <= last && told(base, step) === told(changed, step)) step++;
  if (step > last) return undefined;
  for (const run of [base, changed]) await run.fetch?.(Math.min(step, run.last));
  return { step, before: told(base, step), after: told(changed, step) };
}

function told(run: RunView, step: number): string {
  const [said] = run.said(step, Math.min(step, run.last));
  return said === undefined ? 'This run is over.' : `${said.clock} · ${said.sentence}`;
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
