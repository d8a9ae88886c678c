import type { Fact } from '#lib/teaching/quiz/index.ts';
import type { ShelvedRun } from './runs/run-shelf.ts';
import { RunShelf } from './runs/run-shelf.ts';
import { runValue, states } from './runs/run-value.ts';

type Value = number | string | readonly string[];

/** What a fact's run gives, or why it gives nothing. */
export type Recomputed = { readonly value: Value } | { readonly problem: string };

/** Names beside those of `runValue`: what only questions ask. Each gives undefined where the run has no such thing. */
const lists: Readonly<Record<string, (run: ShelvedRun) => readonly string[]>> = {
  'order of starts': (shelved) => jobsOf(shelved, 'Run'),
  'order of ends': (shelved) => jobsOf(shelved, 'Release')
};

/** Jobs in the order in which an action first happened to each. */
function jobsOf({ view }: ShelvedRun, action: string): readonly string[] {
  const jobs = new Set<string>();
  for (let step = 1; step <= view.last; step++) {
    const row = view.at(step).row;
    if (row?.action.startsWith(action) === true) jobs.add(row.job);
  }
  return [...jobs];
}

/** What `kubectl describe` would print of a step; undefined where it would print nothing. */
const messageAt = ({ view }: ShelvedRun, step: number): string | undefined =>
  view.at(step).why?.real.find(({ system }) => system === 'kubectl describe')?.text;

/** Runs what a fact names and looks its value up. Inline scenarios need no `schema` and no `id`. */
export function recompute({ run, scenario, set, gives, at }: Fact, runs: RunShelf): Recomputed {
  const shelved = scenario === undefined ? runs.get(run ?? '', set) : inlineRun(scenario, set);
  if (typeof shelved === 'string') return { problem: shelved };
  const list = lists[gives];
  if (list !== undefined) return { value: list(shelved) };
  if (gives !== 'message') return runValue(shelved, gives, at);
  const message = messageAt(shelved, at ?? shelved.view.last);
  return message === undefined ? { problem: 'kubectl prints nothing at this step' } : { value: message };
}

function inlineRun(scenario: object, set: string): ShelvedRun | string {
  const id = 'inline';
  // JSON is YAML, so an inline scenario is read, checked and changed like any file.
  const shelf = new RunShelf(new Map([[id, JSON.stringify({ schema: 1, id, ...scenario })]]));
  const [problem] = shelf.problemsOf(id);
  return problem === undefined ? shelf.get(id, set) : `${problem.path} ${problem.message}`.trim();
}

/** Whether a run gave what an item says. Numbers may be rounded as in a lesson; lists must be equal. */
export function agrees(said: Value, given: Value): boolean {
  if (typeof said === 'object' || typeof given === 'object') return String(said) === String(given);
  return states(String(said), given);
}
