import { readFileSync } from 'node:fs';
import { readScenario } from '#lib/allocator/scenario/index.ts';
import { run, type FinishedRun } from '#lib/allocator/sim/index.ts';
import { viewRun, type RunView } from '#lib/teaching/explain/index.ts';

/** Runs a scenario given as YAML; throws with every problem of one that does not read. */
export function runText(text: string): FinishedRun {
  const read = readScenario(text);
  if (!read.ok) throw new Error(read.problems.map((p) => `${p.line}:${p.col} ${p.message}`).join('\n'));
  return run(read.scenario);
}

/** Runs a scenario of the content. */
export const runContent = (id: string): FinishedRun => runText(readFileSync(`content/scenarios/${id}.yaml`, 'utf8'));

/** Shows a scenario of the content. */
export const viewContent = (id: string): RunView => viewRun(runContent(id));
