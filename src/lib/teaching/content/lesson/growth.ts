import type { Place } from '#lib/base/input/index.ts';
import { quantities } from '#lib/teaching/measure/index.ts';
import { integer, maxValue, minValue, number, picklist, pipe, regex, strictObject, string } from 'valibot';
import { checkKnown, idSchema } from '../lists/entries.ts';
import type { Report } from '../problem.ts';
import type { RunShelf } from '../runs/run-shelf.ts';
import type { LessonGrowth } from './types.ts';

/** What `growth` in the head of a lesson looks like. */
export const growthSchema = strictObject({
  run: idSchema,
  vary: pipe(string(), regex(/^\w+(\.[\w-]+)*$/, 'a field is written as jobs.0.count')),
  count: picklist(quantities.map(({ id }) => id)),
  most: pipe(number(), integer(), minValue(40), maxValue(1_000_000))
});

/** Two numbers of jobs that are tried: two, since a run may happen to have one of them. */
const TRIED = [4, 8];

/**
 * Finds what is wrong with a lesson's growth: its run must be one of the lesson's, and `vary` its number of jobs.
 *
 * @param own the runs that the lesson names
 */
export function checkGrowth(
  { run, vary }: LessonGrowth,
  own: readonly string[],
  runs: RunShelf,
  report: Report,
  at: Place | undefined
): void {
  if (!checkKnown('run of this lesson', run, own, at, report)) return;
  for (const jobs of TRIED) {
    const shelved = runs.get(run, `${vary}=${jobs}`);
    if (typeof shelved === 'string') return report.add(at, shelved);
    if (shelved.metrics.jobs.arrived !== jobs)
      return report.add(at, `with ${vary}=${jobs}, run "${run}" has ${shelved.metrics.jobs.arrived} jobs, not ${jobs}`);
  }
}
