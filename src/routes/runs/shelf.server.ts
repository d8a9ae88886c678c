/** The shelf of runs: which stand under which topic, as content/shelf.yaml has it. */
import * as v from 'valibot';
import { formatProblem, readYaml, type Problem } from '#lib/base/input/index.ts';
import type { ShelfRun, ShelfTopic } from '#lib/ui/shelf/shelf.ts';
import text from '../../../content/shelf.yaml?raw';

const FILE = 'content/shelf.yaml';
const schema = v.array(v.strictObject({ topic: v.string(), runs: v.array(v.string()) }));

/** Runs by topic; those that stand in none come last. Throws with file and line for a name that is no run, or comes twice. */
export function shelve(runs: readonly ShelfRun[]): ShelfTopic[] {
  const read = readYaml(text, schema);
  if ('problems' in read) throw failure(read.problems);
  const left = new Map(runs.map((run) => [run.id, run]));
  const problems: Problem[] = [];
  const topics = read.value.map(({ topic, runs: ids }, t) => ({
    topic,
    runs: ids.flatMap((id, i) => {
      const run = left.get(id);
      left.delete(id);
      if (run !== undefined) return [run];
      const path = [t, 'runs', i];
      problems.push({
        ...read.at(path),
        path: path.join('.'),
        message: `"${id}" is no scenario, or stands here twice`
      });
      return [];
    })
  }));
  if (problems.length > 0) throw failure(problems);
  return left.size === 0 ? topics : [...topics, { topic: 'More runs', runs: [...left.values()] }];
}

const failure = (problems: readonly Problem[]): Error =>
  new Error(problems.map((problem) => formatProblem(FILE, problem)).join('\n'));
