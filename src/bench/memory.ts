import type { Effort } from './counting.ts';
import { line, type Line } from './line.ts';
import type { Tools } from './tools.ts';

/** What a counting run takes for each of its jobs. */
export async function* remembering(tools: Tools, { jobs }: Effort): AsyncGenerator<Line> {
  const full = await tools.ask<number>('memory', 'kept', jobs);
  const lean = await tools.ask<number>('memory', 'grown', 10 * jobs);
  const name = (count: number): string => `counting run of ${count} jobs`;
  const most = (bound: number) => ({ of: 'value', is: 'at most', bound }) as const;
  yield line(
    `${name(jobs)}: memory`,
    full,
    'bytes/job',
    most(48),
    undefined,
    'the jobs, their names left out, and the start and end of each'
  );
  yield line(
    `${name(10 * jobs)}, nothing kept of a job: memory`,
    lean,
    'bytes/job',
    most(1),
    undefined,
    'growth of the whole process; jobs are drawn as they arrive'
  );
}
