import * as v from 'valibot';
import { slug, text } from './fields.ts';

/** One row of the process table that a question shows, with a value for each of its columns. */
export interface ShownRow {
  readonly step: number;
  readonly clock: string;
  readonly action: string;
  /** What the run says of the step, as one sentence. */
  readonly sentence: string;
  readonly values: readonly string[];
}

const firstStep = v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1, 'must be at least 1'));

/**
 * The part of a run that a question shows: its steps `from` to `to`, with variables of the status tracker as columns.
 * The file names them; the rows are empty until whoever holds the runs has looked them up.
 */
export const shownRun = v.pipe(
  v.strictObject({
    run: slug,
    set: v.optional(v.string(), ''),
    from: firstStep,
    to: firstStep,
    columns: v.pipe(v.array(text), v.minLength(1, 'must name at least 1 variable of the status tracker'))
  }),
  v.check(({ from, to }) => to - from >= 2, 'must show at least 3 steps'),
  v.transform((shows) => ({ ...shows, rows: [] as readonly ShownRow[] }))
);

export type ShownRun = v.InferOutput<typeof shownRun>;
