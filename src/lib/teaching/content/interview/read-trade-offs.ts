import type { Place } from '#lib/base/input/index.ts';
import { checkKnown, readEntries } from '../lists/entries.ts';
import type { Report } from '../problem.ts';
import type { ShelvedRun } from '../runs/run-shelf.ts';
import type { Shelf } from '../shelf.ts';
import { figureName, figureOf } from './facts.ts';
import { tradeOffSchema } from './schema.ts';
import { readSpoken } from './spoken.ts';
import type { Side, TradeOff } from './types.ts';

/** Reads the trade-off cards and runs both sides of each. */
export function readTradeOffs(text: string, shelf: Shelf, report: Report): readonly TradeOff[] {
  const { list, at } = readEntries(text, tradeOffSchema, report);
  return list.flatMap((card, c) => {
    if (!checkKnown('scenario', card.run, shelf.runs.ids, at([c, 'run']), report)) return [];
    const sides = card.sides.map((side, s) => {
      const place = at([c, 'sides', s]);
      const shelved = shelf.runs.get(card.run, side.set);
      if (typeof shelved !== 'string') return sideOf(shelved, side, card.figures, place, report);
      report.add(place, shelved);
      return undefined;
    });
    const [left, right] = sides;
    if (left === undefined || right === undefined) return [];
    if (String(left.values) === String(right.values))
      report.add(at([c, 'figures']), 'both sides give the same figures');
    const field = { place: at([c, 'say']), name: card.id, report };
    const say = readSpoken(card.say, field, shelf, { id: card.run, set: '' });
    return { ...card, figures: card.figures.map(figureName), sides: [left, right] as const, say };
  });
}

function sideOf(
  shelved: ShelvedRun,
  { name, favours }: Pick<Side, 'name' | 'favours'>,
  figures: readonly string[],
  place: Place,
  report: Report
): Side {
  const values = figures.map((figure) => {
    const told = figureOf(shelved, figure);
    if ('text' in told) return told.text;
    report.add(place, told.problem);
    return '';
  });
  return { name, favours, values };
}
