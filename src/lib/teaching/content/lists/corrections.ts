import {
  array,
  integer,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
  union,
  type InferOutput
} from 'valibot';
import type { Place } from '#lib/base/input/index.ts';
import type { Report } from '../problem.ts';
import { runValue, states } from '../runs/run-value.ts';
import type { Shelf } from '../shelf.ts';
import { checkKnown, idSchema, readEntries, textSchema } from './entries.ts';

const correctionSchema = strictObject({
  id: idSchema,
  taught: textSchema,
  verdict: picklist(['wrong', 'outdated', 'imprecise']),
  truth: textSchema,
  sources: optional(array(idSchema), []),
  run: optional(idSchema),
  step: optional(pipe(number(), integer(), minValue(0))),
  gives: optional(string()),
  is: optional(union([string(), number()]))
});

/**
 * Something that is often taught, and what is true. A run or a source shows it; `step` is one of the run's, and what the
 * run `gives` there, or in all, `is` what the truth rests on.
 */
export type Correction = Readonly<InferOutput<typeof correctionSchema>>;

/** Reads the corrections; each has a run or a source, they exist, and the runs give what they are said to give. */
export function readCorrections(
  text: string,
  shelf: Pick<Shelf, 'runs' | 'sources'>,
  report: Report
): readonly Correction[] {
  const { list, at } = readEntries(text, correctionSchema, report);
  for (const [i, correction] of list.entries()) {
    for (const [j, source] of correction.sources.entries())
      checkKnown('source', source, shelf.sources.keys(), at([i, 'sources', j]), report);
    if (correction.run !== undefined) checkRun(correction, shelf, (field) => at([i, field]), report);
    else if (correction.sources.length === 0)
      report.add(at([i]), `correction "${correction.id}" has neither a run nor a source`);
    else if (correction.step !== undefined || correction.gives !== undefined)
      report.add(at([i]), 'step and gives need their run');
  }
  return list;
}

function checkRun(
  { run = '', step, gives, is }: Correction,
  { runs }: Pick<Shelf, 'runs'>,
  at: (field: 'run' | 'step' | 'gives' | 'is') => Place,
  report: Report
): void {
  if (!checkKnown('scenario', run, runs.ids, at('run'), report)) return;
  const shelved = runs.get(run);
  // A scenario that does not read is told at its own file.
  if (typeof shelved === 'string') return;
  if ((step ?? 0) > shelved.view.last) {
    report.add(at('step'), `run "${run}" has steps 0 to ${shelved.view.last}, not ${step}`);
    return;
  }
  if (gives === undefined) return;
  const asked = runValue(shelved, gives, step);
  if ('problem' in asked) report.add(at('gives'), asked.problem);
  else if (!states(String(is), asked.value))
    report.add(at('is'), `the run gives ${asked.value} for "${gives}", this says ${is}`);
}
