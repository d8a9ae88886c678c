import type { Place } from '#lib/base/input/index.ts';
import { integer, maxValue, minValue, number, pipe, regex, strictObject, string } from 'valibot';
import { checkKnown, idSchema, textSchema } from '../lists/entries.ts';
import type { Report } from '../problem.ts';
import type { RunShelf } from '../runs/run-shelf.ts';
import { runValue } from '../runs/run-value.ts';
import type { LessonGrowth } from './types.ts';

/** What `growth` in the head of a lesson looks like. */
export const growthSchema = strictObject({
  run: idSchema,
  vary: pipe(string(), regex(/^\w+(\.[\w-]+)*$/, 'a field is written as jobs.0.count')),
  count: textSchema,
  most: pipe(number(), integer(), minValue(40), maxValue(1_000_000))
});

/** Two numbers of jobs for which the count is tried: small ones, since every step of them is kept. */
const TRIED = [4, 8];

/**
 * Finds what is wrong with a lesson's growth: its run must be the lesson's, take the number of jobs, and give a
 * number.
 *
 * @param own the runs that the lesson names
 */
export function checkGrowth(
  { run, vary, count }: LessonGrowth,
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
    const asked = runValue(shelved, count);
    if ('problem' in asked) return report.add(at, asked.problem);
    if (typeof asked.value !== 'number')
      return report.add(at, `run "${run}" gives "${asked.value}" for ${count}, no number`);
  }
}
