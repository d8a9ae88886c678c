import * as v from 'valibot';
import { common, text, type Fact } from './fields.ts';
import { blindHits, nameOf } from '../fill-the-table.ts';
import { isShown } from '../shown-run.ts';
import { shownRun, type ShownRun } from './shown-run.ts';

const cell = v.strictObject({ step: v.number(), of: text, is: text, rationale: text });

/** One cell to choose: what the column `of` says after a step. */
export type Cell = v.InferOutput<typeof cell>;

/** What the run shown must give for the cells to be right. */
const factsOf = ({ run, set }: ShownRun, cells: readonly Cell[]): Fact[] =>
  cells.map(({ step, of, is }) => ({ run, set, at: step, gives: of, is }));

/** Fill the state column: some cells of a run's table are left to choose. The run itself must say what each of them is. */
export const fillTheTableSchema = v.pipe(
  v.strictObject({
    type: v.literal('fill'),
    ...common,
    shows: shownRun,
    /** What can be chosen in every cell, in the order to offer it. */
    choices: v.pipe(v.array(text), v.minLength(3, 'must have at least 3 choices')),
    cells: v.pipe(
      v.array(cell),
      v.minLength(3, 'must have at least 3 cells'),
      v.maxLength(8, 'must have at most 8 cells'),
      v.check((cells) => new Set(cells.map(nameOf)).size === cells.length, 'names a cell twice')
    )
  }),
  v.forward(
    v.check(
      ({ shows, cells }) => cells.every(({ step, of }) => isShown(shows, step) && shows.columns.includes(of)),
      'names a cell that is not shown'
    ),
    ['cells']
  ),
  v.forward(
    v.check(
      ({ choices, cells }) => cells.every(({ is }) => choices.includes(is)),
      'has a cell that no choice is right for'
    ),
    ['cells']
  ),
  v.forward(
    v.check((item) => blindHits(item.cells) < item.cells.length, 'must not all be the same'),
    ['cells']
  ),
  v.transform((item) => ({ ...item, check: [...item.check, ...factsOf(item.shows, item.cells)] }))
);

export type FillTheTable = v.InferOutput<typeof fillTheTableSchema>;
