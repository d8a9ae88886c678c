import type { ItemType, Rationale } from './item-type.ts';
import { isListBelow } from './lists.ts';
import type { Cell, FillTheTable } from './schema/fill-the-table.ts';

/** A cell in words. */
export const nameOf = ({ step, of }: Cell): string => `${of} after step ${step}`;

/** How many cells are right for somebody who chooses the same everywhere, and is lucky. */
export const blindHits = (cells: readonly Cell[]): number =>
  Math.max(...cells.map(({ is }) => cells.filter((other) => other.is === is).length));

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
