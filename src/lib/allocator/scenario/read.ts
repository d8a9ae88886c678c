import { inOrder, pathText, readYaml, type Problem } from '#lib/base/input/index.ts';
import { expand } from './expand.ts';
import { scenarioSchema, type ScenarioFile } from './schema.ts';
import type { Scenario } from './types.ts';

/** A scenario that can be run, with the file it came from, or everything wrong with the text. */
export type ReadScenario =
  | { readonly ok: true; readonly file: ScenarioFile; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the text of a scenario file (YAML, schema 1). Every problem is told at once, with its line and column. */
export function readScenario(text: string): ReadScenario {
  const read = readYaml(text, scenarioSchema);
  if ('problems' in read) return { ok: false, problems: read.problems };
  const expanded = expand(read.value);
  if (expanded.ok) return { ok: true, file: read.value, scenario: expanded.scenario };
  const problems = expanded.complaints.map(({ path, message }) => ({
    ...read.at(path),
    path: pathText(path),
    message
  }));
  return { ok: false, problems: inOrder(problems) };
}
