import { parseArgs } from 'node:util';
import { benchmarks } from '../bench/index.ts';
import { Tools } from '../bench/tools.ts';

const usage = `usage: npm run bench -- [--only NAME] [--quick]; NAME is one of ${Object.keys(benchmarks).join(', ')}`;

/**
 * `npm run bench`: prints a JSON line a figure, each with its reference from the same rounds. `--only` runs one
 * benchmark, `--quick` does a tenth of the work. Exit 0 whether goals are met or not, 2 on bad words.
 */
export async function main(args: readonly string[]): Promise<number> {
  let only: string | undefined;
  let quick: boolean;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } }
    });
    ({ only, quick } = values);
  } catch (e) {
    console.error(`${(e as Error).message}\n${usage}`);
    return 2;
  }
  if (only !== undefined && !(only in benchmarks)) {
    console.error(`there is no benchmark "${only}"\n${usage}`);
    return 2;
  }
  const tools = new Tools();
  try {
    const effort = quick ? { jobs: 100_000, rounds: 3 } : { jobs: 1_000_000, rounds: 5 };
    for (const name of only === undefined ? Object.keys(benchmarks) : [only])
      for await (const line of benchmarks[name]!(tools, effort)) console.log(JSON.stringify(line));
  } finally {
    tools.remove();
  }
  return 0;
}
