import { stream } from '#lib/base/random/index.ts';
import type { Item } from './schema/item.ts';
import { keyOf, optionsOf } from './types.ts';

/** Types whose options have an order of their own: steps of a run, states in a cell, lines of a manifest. */
const inPlace: ReadonlySet<Item['type']> = new Set(['step', 'fill', 'line']);

/**
 * The positions of an item's options in the order they are shown: another one for each item and attempt, and the same
 * on every device. Entries to be put in order never begin in the right one; steps and lines stay where they stand.
 */
export function shownOrder(item: Item, attempt: string): number[] {
  const n = item.type === 'match' ? item.pairs.length : optionsOf(item).length;
  const positions = Array.from({ length: n }, (_, i) => i);
  if (inPlace.has(item.type)) return positions;
  const shuffled = stream(0, `options of ${item.id} in ${attempt}`).shuffle(positions);
  return item.type === 'order' && String(shuffled) === String(keyOf(item)) ? shuffled.reverse() : shuffled;
}
