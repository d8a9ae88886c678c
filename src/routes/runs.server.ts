/** Runs of the content, computed at build. */
import { formatProblem } from '#lib/base/input/index.ts';
import { readScenario, type ReadScenario } from '#lib/allocator/scenario/index.ts';
import { run, type FinishedRun } from '#lib/allocator/sim/index.ts';
import { runData, viewRun, type RunData } from '#lib/teaching/explain/index.ts';
import type { ShelfRun } from '#lib/ui/shelf/shelf.ts';

const texts = import.meta.glob<string>('../../content/scenarios/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true
});
const byId = new Map(
  Object.entries(texts).map(([file, text]) => [file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length), text])
);

/** The ids of all scenarios of the content, in order of their names. */
export const runIds = (): readonly string[] => [...byId.keys()].sort((a, b) => (a < b ? -1 : 1));

/** One scenario, run from its first step to its last. Throws with file and line for a scenario that does not read. */
export const finishedRunOf = (id: string): FinishedRun => run(read(id).scenario);

/** The same, ready to show. Throws as `finishedRunOf` does. */
export const runOf = (id: string): RunData => runData(viewRun(finishedRunOf(id)));

/** What the shelf says of one scenario. Throws as `runOf` does. */
export function shelfRunOf(id: string): ShelfRun {
  const { file, scenario } = read(id);
  const { objective, look, level } = file;
  return { id, title: scenario.title, objective, look, level, steps: run(scenario).trace.last };
}

/** The text of one scenario. Throws for an id that is none. */
export function textOf(id: string): string {
  const text = byId.get(id);
  if (text === undefined) throw new Error(`There is no scenario "${id}" in content/scenarios`);
  return text;
}

function read(id: string): Extract<ReadScenario, { ok: true }> {
  const scenario = readScenario(textOf(id));
  if (scenario.ok) return scenario;
  throw new Error(scenario.problems.map((p) => formatProblem(`content/scenarios/${id}.yaml`, p)).join('\n'));
}
