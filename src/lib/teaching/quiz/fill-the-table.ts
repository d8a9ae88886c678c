import * as v from 'valibot';
import { common, text, type Fact } from './fields.ts';
import type { ItemType, Rationale } from './item-type.ts';
import { isListBelow } from './lists.ts';
import { isShown, shownRun, type ShownRun } from './shown-run.ts';

const cell = v.strictObject({ step: v.number(), of: text, is: text, rationale: text });
type Cell = v.InferOutput<typeof cell>;

const nameOf = ({ step, of }: Cell): string => `${of} after step ${step}`;

/** What the run shown must give for the cells to be right. */
const factsOf = ({ run, set }: ShownRun, cells: readonly Cell[]): Fact[] =>
  cells.map(({ step, of, is }) => ({ run, set, at: step, gives: of, is }));

/** How many cells are right for somebody who chooses the same everywhere, and is lucky. */
const blindHits = (cells: readonly Cell[]): number =>
  Math.max(...cells.map(({ is }) => cells.filter((other) => other.is === is).length));

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

/**
 * The answer gives for each cell the position of the choice. Marks count the right ones beyond those that the same choice
 * everywhere could earn.
 */
export const fillTheTable: ItemType<FillTheTable, readonly number[]> = {
  parse: ({ cells, choices }, given) =>
    isListBelow(given, choices.length) && given.length === cells.length ? given : undefined,
  score(item, answer) {
    const { cells, choices } = item;
    const hits = cells.filter(({ is }, i) => choices[answer[i] as number] === is).length;
    const blind = blindHits(cells);
    return Math.max(0, (hits - blind) / (cells.length - blind));
  },
  key: ({ cells, choices }) => cells.map(({ is }) => choices.indexOf(is)),
  keyValue: ({ cells }) => cells.map((c) => `${nameOf(c)}: ${c.is}`),
  rationale: ({ cells, choices }, answer) =>
    cells.flatMap((c, i): Rationale[] => {
      const given = answer === undefined ? undefined : choices[answer[i] as number];
      const right = { of: `${nameOf(c)}: ${c.is}`, right: true, chosen: given === c.is, text: c.rationale };
      if (given === undefined || given === c.is) return [right];
      return [{ of: `${nameOf(c)}: ${given}`, right: false, chosen: true, text: `The run says ${c.is}.` }, right];
    }),
  options: ({ choices }) => choices
};
