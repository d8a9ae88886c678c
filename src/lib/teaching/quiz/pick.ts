import { stream } from '#lib/base/random/index.ts';
import type { Difficulty, Item } from './schema/item.ts';

const rising: readonly Difficulty[] = ['easy', 'medium', 'hard'];

/** How many items of each difficulty a test of ten asks, where the bank has them. */
const wanted: Readonly<Record<Difficulty, number>> = { easy: 3, medium: 4, hard: 3 };

/** Number of items in a test. */
export const testLength = 10;

const byDifficulty = (a: Item, b: Item): number => rising.indexOf(a.difficulty) - rising.indexOf(b.difficulty);

/** Shuffled, and then so that no objective comes a second time before each has come once. */
function spread(items: readonly Item[], seed: number, purpose: string): Item[] {
  const seen = new Map<string, number>();
  const turns = stream(seed, purpose)
    .shuffle(items)
    .map((item) => {
      const turn = seen.get(item.objective) ?? 0;
      seen.set(item.objective, turn + 1);
      return { item, turn };
    });
  return turns.toSorted((a, b) => a.turn - b.turn).map(({ item }) => item);
}

/** All items for practice: from easy to hard, and within a difficulty in an order of this seed. */
export const practiceItems = (items: readonly Item[], seed: number): Item[] =>
  spread(items, seed, 'practice').toSorted(byDifficulty);

/**
 * The items of a test, from easy to hard: the same for everybody with this seed and bank. A bank that is short of one
 * difficulty gives more of the others; one with fewer than ten items gives them all.
 */
export function testItems(items: readonly Item[], seed: number): Item[] {
  const mixed = spread(items, seed, 'test');
  const first = rising.flatMap((d) => mixed.filter((item) => item.difficulty === d).slice(0, wanted[d]));
  const others = mixed.filter((item) => !first.includes(item));
  return [...first, ...others].slice(0, testLength).toSorted(byDifficulty);
}
