import type { ItemType } from './item-type.ts';
import { isPermutation } from './lists.ts';
import type { Order } from './schema/order.ts';

/** Pairs that stand the wrong way round: how many swaps of neighbours an order is away from the right one. */
function inversions(answer: readonly number[]): number {
  return answer.reduce((sum, x, i) => sum + answer.slice(i + 1).filter((later) => later < x).length, 0);
}

/**
 * Marks follow Kendall's tau: 1 for the right order, 0 from the point where half of all pairs stand the wrong way
 * round, which is what shuffling blindly comes to.
 */
export const order: ItemType<Order, readonly number[]> = {
  parse: ({ entries }, given) => (isPermutation(given, entries.length) ? given : undefined),
  score({ entries: { length: n } }, answer) {
    const pairs = (n * (n - 1)) / 2;
    return Math.max(0, 1 - (2 * inversions(answer)) / pairs);
  },
  key: ({ entries }) => entries.map((_, i) => i),
  keyValue: ({ entries }) => entries.map((e) => e.text),
  rationale: ({ entries }, answer) =>
    entries.map((e, i) => ({ of: e.text, right: true, chosen: answer?.[i] === i, text: e.rationale })),
  options: ({ entries }) => entries.map((e) => e.text)
};
