import {
  array,
  integer,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  type InferOutput
} from 'valibot';
import type { Report } from '../problem.ts';
import type { Shelf } from '../shelf.ts';
import { checkKnown, idSchema, readEntries, textSchema } from './entries.ts';

const correctionSchema = strictObject({
  id: idSchema,
  taught: textSchema,
  verdict: picklist(['wrong', 'outdated', 'imprecise']),
  truth: textSchema,
  sources: optional(pipe(array(idSchema), minLength(1)), []),
  run: optional(idSchema),
  step: optional(pipe(number(), integer(), minValue(0)))
});

/** Something that is often taught, and what is true. A run or a source shows it; `step` is one of the run's. */
export type Correction = Readonly<InferOutput<typeof correctionSchema>>;

/** Reads the corrections; each has a run or a source, and they exist. */
export function readCorrections(
  text: string,
  shelf: Pick<Shelf, 'runs' | 'sources'>,
  report: Report
): readonly Correction[] {
  const { list, at } = readEntries(text, correctionSchema, report);
  for (const [i, { id, sources, run, step }] of list.entries()) {
    for (const [j, source] of sources.entries())
      checkKnown('source', source, shelf.sources.keys(), at([i, 'sources', j]), report);
    if (run === undefined && sources.length === 0)
      report.add(at([i]), `correction "${id}" has neither a run nor a source`);
    if (run === undefined) {
      if (step !== undefined) report.add(at([i, 'step']), 'a step needs its run');
      continue;
    }
    if (!checkKnown('scenario', run, shelf.runs.ids, at([i, 'run']), report)) continue;
    const shelved = shelf.runs.get(run);
    if (typeof shelved !== 'string' && (step ?? 0) > shelved.view.last)
      report.add(at([i, 'step']), `run "${run}" has steps 0 to ${shelved.view.last}, not ${step}`);
  }
  return list;
}
