import type { Item } from './schema/item.ts';
import type { ShownRun } from './schema/shown-run.ts';
import { shownOrder } from './shown-order.ts';
import { optionsOf, rationaleOf } from './types.ts';

/** An item on paper: what is asked, and what is on the back. Text between backticks is code, as in the item. */
export interface Card {
  readonly id: string;
  readonly question: string;
  /** A manifest or an output, or the part of a run that is asked about; empty where there is neither. */
  readonly exhibit: string;
  /** What there is to choose from, in the order to show it; empty where nothing is chosen. */
  readonly options: readonly string[];
  /** The key, each part of it with its reason. */
  readonly answer: readonly { readonly text: string; readonly because: string }[];
  readonly solution: readonly string[];
}

/** The card of an item. Options are shuffled as in a sitting, and the same each time. */
export function cardOf(item: Item): Card {
  return {
    id: item.id,
    question: item.stem,
    exhibit: exhibitOf(item),
    options: choicesOf(item),
    answer: rationaleOf(item).flatMap(({ right, of, text }) => (right ? [{ text: of, because: text }] : [])),
    solution: item.solution
  };
}

function choicesOf(item: Item): string[] {
  const shuffled = <T>(list: readonly T[]): T[] => shownOrder(item, 'card').map((position) => list[position] as T);
  switch (item.type) {
    case 'number':
      return [`in ${item.answer.unit}`];
    case 'match':
      return [...item.pairs.map(({ text }) => `${text}: ?`), ...shuffled(item.pairs).map((pair) => pair.with)];
    case 'fill':
      return [...item.choices];
    // Their lines and rows are the exhibit.
    case 'step':
    case 'line':
      return [];
    default:
      return shuffled(optionsOf(item));
  }
}

function exhibitOf(item: Item): string {
  if (item.type === 'step') return tableOf(item.shows, () => false);
  if (item.type === 'fill')
    return tableOf(item.shows, (step, column) => item.cells.some((cell) => cell.step === step && cell.of === column));
  return item.type === 'line' ? optionsOf(item).join('\n') : (item.code ?? '');
}

/** The rows of a run as lines, cells parted by bars. */
function tableOf({ columns, rows }: ShownRun, isOpen: (step: number, column: string) => boolean): string {
  const cells = rows.map(({ step, clock, action, values }) => [
    String(step),
    clock,
    action,
    ...values.map((value, i) => (isOpen(step, columns[i] ?? '') ? '?' : value))
  ]);
  return [['Step', 'Time', 'Action', ...columns], ...cells].map((row) => row.join(' | ')).join('\n');
}
