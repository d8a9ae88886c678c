import { checkSchema, inOrder, parseYaml, pathText, type Placed, type Problem } from '#lib/base/input/index.ts';
import { parse } from 'yaml';
import { expand } from './expand.ts';
import { scenarioSchema, type ScenarioFile } from './schema.ts';
import type { Scenario } from './types.ts';

/** A scenario that can be run, with the file it came from, or everything wrong with the text. */
export type ReadScenario =
  | { readonly ok: true; readonly file: ScenarioFile; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A field to set before a file is checked: `policy.rank` to `best-fit`, `jobs.0.priority` to `5`. The value is YAML. */
export interface Setting {
  readonly path: string;
  readonly value: string;
}

/** Reads the text of a scenario file (YAML, schema 1). Every problem is told at once, with its line and column. */
export function readScenario(text: string, settings: readonly Setting[] = []): ReadScenario {
  const placed = placedIn(text);
  if ('problems' in placed) return { ok: false, problems: placed.problems };
  return checkScenario({ ...placed, value: settings.reduce(withSetting, placed.value) });
}

/** A checked file, or everything that the schema has against it. */
export type ReadScenarioFile =
  { readonly ok: true; readonly file: ScenarioFile } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a scenario file as far as its schema goes, at a cost that does not grow with the counts in it: what one field
 * says of another is found by `readScenario` alone.
 */
export function readScenarioFile(text: string): ReadScenarioFile {
  const placed = placedIn(text);
  const checked = 'problems' in placed ? placed : checkSchema(scenarioSchema, placed);
  return 'problems' in checked ? { ok: false, problems: checked.problems } : { ok: true, file: checked.value };
}

/** The one document of a scenario file. */
function placedIn(text: string): Placed | { readonly problems: readonly Problem[] } {
  const parsed = parseYaml(text);
  if ('problems' in parsed) return parsed;
  const [document, second] = parsed.documents;
  return document === undefined || second !== undefined
    ? { problems: [{ line: 1, col: 1, path: '', message: 'a scenario file holds one document' }] }
    : document;
}

/** Checks scenario data that was not read from a file here; every problem stands at line 1. */
export function readScenarioData(value: unknown): ReadScenario {
  const nowhere = (): { line: number; col: number } => ({ line: 1, col: 1 });
  return checkScenario({ value, at: nowhere, keyAt: nowhere });
}

function checkScenario(data: Placed): ReadScenario {
  const checked = checkSchema(scenarioSchema, data);
  if ('problems' in checked) return { ok: false, problems: checked.problems };
  const expanded = expand(checked.value);
  if (expanded.ok) return { ok: true, file: checked.value, scenario: expanded.scenario };
  const problems = expanded.complaints.map(({ path, message }) => ({
    ...data.at(path),
    path: pathText(path),
    message
  }));
  return { ok: false, problems: inOrder(problems) };
}

/** The same scenario data with one field set; objects and lists on the way are copied, missing ones are made. */
export function withSetting(data: unknown, { path, value }: Setting): unknown {
  const set = (at: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return parse(value);
    if (Array.isArray(at)) return at.map((item, i) => (String(i) === key ? set(item, rest) : (item as unknown)));
    const object = typeof at === 'object' && at !== null ? (at as Record<string, unknown>) : {};
    return { ...object, [key]: set(object[key], rest) };
  };
  return set(data, path.split('.'));
}
