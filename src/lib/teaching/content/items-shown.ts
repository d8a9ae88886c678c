import { didYouMean } from '#lib/base/input/index.ts';
import type { Item, ShownRow, ShownRun } from '#lib/teaching/quiz/index.ts';
import type { PlaceOf } from './items-check.ts';
import type { Report } from './problem.ts';
import type { RunShelf, ShelvedRun } from './runs/run-shelf.ts';

/** An item with the rows of the run that it shows; where the run has no such part, that is reported and the rows are none. */
export function withRows(item: Item, at: PlaceOf, runs: RunShelf, report: Report): Item {
  if (!('shows' in item)) return item;
  const { shows } = item;
  const shelved = runs.get(shows.run, shows.set);
  const problem = typeof shelved === 'string' ? shelved : problemOf(shows, shelved);
  if (problem !== undefined) report.add(at(['shows']), `item "${item.id}" cannot be shown: ${problem}`);
  if (problem !== undefined || typeof shelved === 'string') return item;
  return { ...item, shows: { ...shows, rows: rowsOf(shows, shelved) } };
}

function problemOf({ run, to, columns }: ShownRun, { view }: ShelvedRun): string | undefined {
  if (to > view.last) return `run "${run}" has steps 1 to ${view.last}, not ${to}`;
  const labels = view.tracker.map(({ label }) => label);
  const unknown = columns.find((column) => !labels.includes(column));
  return unknown === undefined
    ? undefined
    : `the status tracker of run "${run}" has no "${unknown}"${didYouMean(unknown, labels)}`;
}

function rowsOf({ from, to, columns }: ShownRun, { view }: ShelvedRun): ShownRow[] {
  const tracked = new Map(view.tracker.map(({ label, values }) => [label, values]));
  return view.rows(from, to).map(({ step, clock, action }) => ({
    step,
    clock,
    action,
    sentence: view.at(step).sentence,
    values: columns.map((column) => tracked.get(column)?.[step] ?? 'none')
  }));
}
