import { stream } from '#lib/base/random/index.ts';
import { keyOf, optionsOf, type Item } from './types.ts';

/**
 * The positions of an item's options in the order they are shown: another one for each item and attempt, and the same
 * on every device. Entries to be put in order never begin in the right one.
 */
export function shownOrder(item: Item, attempt: string): number[] {
  const n = item.type === 'match' ? item.pairs.length : optionsOf(item).length;
  const positions = Array.from({ length: n }, (_, i) => i);
  const shuffled = stream(0, `options of ${item.id} in ${attempt}`).shuffle(positions);
  return item.type === 'order' && String(shuffled) === String(keyOf(item)) ? shuffled.reverse() : shuffled;
}
