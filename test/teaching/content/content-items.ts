import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readBank, RunShelf, type Bank } from '#lib/teaching/content/index.ts';

const textOf = (path: string): string => readFileSync(path, 'utf8');

/** Paths of all files below a folder of the content whose names end so. */
const filesIn = (folder: string, end: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => join(folder, file).replaceAll('\\', '/'));

/** All scenarios of the content. */
export const contentRuns = (): RunShelf =>
  new RunShelf(
    new Map(filesIn('content/scenarios', '.yaml').map((file) => [file.slice(18, -'.yaml'.length), textOf(file)]))
  );

/** The bank as the site has it. */
export function contentBank(): Bank {
  const sources = parse(textOf('content/sources.yaml')) as { id: string }[];
  return readBank({
    items: new Map(filesIn('content', 'items.yaml').map((file) => [file, textOf(file)])),
    objectives: textOf('content/objectives.yaml'),
    sources: new Set(sources.map(({ id }) => id)),
    runs: contentRuns()
  });
}
