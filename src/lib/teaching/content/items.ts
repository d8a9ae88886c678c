import { itemSchema, text, slug, type Item } from '#lib/teaching/quiz/index.ts';
import { strictObject, type InferOutput } from 'valibot';
import { checkItem, checkLengths, type ItemShelf } from './items-check.ts';
import { withRows } from './items-shown.ts';
import { readEntries } from './lists/entries.ts';
import { Report, type FileProblem } from './problem.ts';
import type { RunShelf } from './runs/run-shelf.ts';

const objectiveSchema = strictObject({ id: slug, topic: slug, title: text });

/** What a learner can do afterwards (`title`, after "you can"), and the topic under which it is practised. */
export type Objective = Readonly<InferOutput<typeof objectiveSchema>>;

/** The files that items are read from, and what they may refer to. */
export interface ItemFiles {
  /** Texts of the item files by path. */
  readonly items: ReadonlyMap<string, string>;
  /** Text of `objectives.yaml`. */
  readonly objectives: string;
  /** Ids of the sources. */
  readonly sources: ReadonlySet<string>;
  readonly runs: RunShelf;
}

/** All items and objectives, with everything wrong in any of their files. */
export interface Bank {
  readonly items: readonly Item[];
  readonly objectives: readonly Objective[];
  readonly problems: readonly FileProblem[];
}

/** Reads all item files together and recomputes every check; nothing is thrown. */
export function readBank({ items: files, objectives: objectivesText, sources, runs }: ItemFiles): Bank {
  const objectivesReport = new Report('content/objectives.yaml');
  const objectives = [...readEntries(objectivesText, objectiveSchema, objectivesReport).list];
  const shelf: ItemShelf = { runs, sources, objectives: new Set(objectives.map(({ id }) => id)) };
  const owners = new Map<string, string>();
  const read = [...files].map(([file, content]) => readItemFile(file, content, shelf, owners));
  return {
    items: read.flatMap(({ items }) => items),
    objectives,
    problems: [...objectivesReport.problems, ...read.flatMap(({ problems }) => problems)]
  };
}

function readItemFile(
  file: string,
  content: string,
  shelf: ItemShelf,
  owners: Map<string, string>
): { readonly items: readonly Item[]; readonly problems: readonly FileProblem[] } {
  const report = new Report(file);
  const { list, at } = readEntries(content, itemSchema, report);
  const items = list.map((item, i) => withRows(item, (path) => at([i, ...path]), shelf.runs, report));
  for (const [i, item] of items.entries()) {
    const owner = owners.get(item.id);
    if (owner !== undefined && owner !== file)
      report.add(at([i, 'id']), `id "${item.id}" is already that of an item of ${owner}`);
    owners.set(item.id, file);
    checkItem(item, (path) => at([i, ...path]), shelf, report);
  }
  checkLengths(items, at, report);
  return { items, problems: report.problems };
}
