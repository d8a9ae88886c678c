import { readYaml } from '#lib/base/input/index.ts';
import type { Root } from 'mdast';
import {
  array,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  pipe,
  strictObject,
  string
} from 'valibot';
import { checkKnown, idSchema } from '../lists/entries.ts';
import type { Report } from '../problem.ts';
import type { RunShelf } from '../runs/run-shelf.ts';
import { checkGrowth, growthSchema } from './growth.ts';
import type { Head } from './types.ts';

const headSchema = strictObject({
  title: pipe(string(), minLength(3), maxLength(60)),
  summary: pipe(string(), minLength(50), maxLength(160)),
  objective: pipe(string(), minLength(10)),
  minutes: pipe(number(), integer(), minValue(1), maxValue(30)),
  needs: array(idSchema),
  runs: pipe(array(idSchema), minLength(1)),
  growth: optional(growthSchema)
});

/** What a head may name: lessons, and scenarios with their runs. */
interface Known {
  readonly lessons: readonly string[];
  readonly runs: RunShelf;
}

/** Reads the YAML between the two `---` at the start of a lesson; `undefined` if it has problems. */
export function readHead(tree: Root, known: Known, report: Report): Head | undefined {
  const [first] = tree.children;
  if (first?.type !== 'yaml') {
    report.add(undefined, 'a lesson begins with its head between two lines of ---');
    return undefined;
  }
  const above = first.position?.start.line ?? 1;
  const read = readYaml(first.value, headSchema);
  if ('problems' in read) {
    for (const { message, ...place } of read.problems) report.add(place, message, above);
    return undefined;
  }
  const inFile = (path: readonly (string | number)[]): { line: number; col: number } => {
    const { line, col } = read.at(path);
    return { line: line + above, col };
  };
  const { needs, runs, growth } = read.value;
  for (const [i, slug] of needs.entries()) checkKnown('lesson', slug, known.lessons, inFile(['needs', i]), report);
  const there = runs.filter((id, i) => checkKnown('scenario', id, known.runs.ids, inFile(['runs', i]), report));
  if (growth !== undefined) checkGrowth(growth, runs, known.runs, report, inFile(['growth']));
  return there.length === runs.length ? read.value : undefined;
}
