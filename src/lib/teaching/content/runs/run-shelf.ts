import { metricsOf, type Metrics } from '#lib/allocator/metrics/index.ts';
import { readScenario, type Setting } from '#lib/allocator/scenario/index.ts';
import { run, type FinishedRun } from '#lib/allocator/sim/index.ts';
import { formatProblem, type Problem } from '#lib/base/input/index.ts';
import { viewRun, type RunView } from '#lib/teaching/explain/index.ts';

/** A scenario that was run, with everything that content may ask of it. */
export interface ShelvedRun {
  readonly id: string;
  /** What was changed in the scenario, as `policy.rank=best-fit; seed=3`; empty for the scenario as it is. */
  readonly set: string;
  readonly run: FinishedRun;
  readonly view: RunView;
  readonly metrics: Metrics;
}

/** `policy.rank=best-fit; seed=3` → settings; `undefined` where a part has no `=`. */
export function readSettings(text: string): readonly Setting[] | undefined {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const settings = parts.map((part) => {
    const at = part.indexOf('=');
    return at < 1 ? undefined : { path: part.slice(0, at).trim(), value: part.slice(at + 1).trim() };
  });
  return settings.includes(undefined) ? undefined : settings.filter((setting) => setting !== undefined);
}

/** All scenarios of the content, each run when it is first asked for, and once. */
export class RunShelf {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #runs = new Map<string, ShelvedRun | readonly Problem[]>();

  /** @param texts scenario files by id */
  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /** Ids of all scenarios, in order of their names. */
  get ids(): string[] {
    return [...this.#texts.keys()].sort((a, b) => (a < b ? -1 : 1));
  }

  /** Everything wrong with a scenario as it stands in its file. */
  problemsOf(id: string): readonly Problem[] {
    const found = this.#find(id, '');
    return Array.isArray(found) ? (found as readonly Problem[]) : [];
  }

  /** The run of a scenario, or one sentence that says why there is none. */
  get(id: string, set = ''): ShelvedRun | string {
    if (!this.#texts.has(id)) return `there is no scenario "${id}"`;
    const found = this.#find(id, set);
    if ('run' in found) return found;
    const [first] = found;
    return set === '' || first === undefined
      ? `scenario "${id}" does not read`
      : `scenario "${id}" with ${set}: ${formatProblem(id, first)}`;
  }

  #find(id: string, set: string): ShelvedRun | readonly Problem[] {
    const key = `${id}?${set}`;
    const known = this.#runs.get(key);
    if (known !== undefined) return known;
    const made = this.#make(id, set);
    this.#runs.set(key, made);
    return made;
  }

  #make(id: string, set: string): ShelvedRun | readonly Problem[] {
    const settings = readSettings(set);
    if (settings === undefined)
      return [{ line: 1, col: 1, path: '', message: `a setting is PATH=VALUE, this is "${set}"` }];
    const read = readScenario(this.#texts.get(id) ?? '', settings);
    if (!read.ok) return read.problems;
    if (read.scenario.id !== id)
      return [{ line: 1, col: 1, path: 'id', message: `the id is "${read.scenario.id}", the file's name is "${id}"` }];
    const finished = run(read.scenario);
    return { id, set, run: finished, view: viewRun(finished), metrics: metricsOf(finished.trace) };
  }
}
