/** Runs of the content, computed at build. */
import { formatProblem } from '#lib/base/input/index.ts';
import { readScenario } from '#lib/allocator/scenario/index.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { runData, viewRun, type RunData } from '#lib/teaching/explain/index.ts';

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
export function runOf(id: string): RunData {
  const text = byId.get(id);
  if (text === undefined) throw new Error(`There is no scenario "${id}" in content/scenarios`);
  const read = readScenario(text);
  if (!read.ok) throw new Error(read.problems.map((p) => formatProblem(`content/scenarios/${id}.yaml`, p)).join('\n'));
  return runData(viewRun(run(read.scenario)));
}
