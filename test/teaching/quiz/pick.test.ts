import { describe, expect, it } from 'vitest';
import { practiceItems, testItems } from '#lib/teaching/quiz/index.ts';
import { one } from './items.ts';

const rank = { easy: 0, medium: 1, hard: 2 };

/** A bank of so many easy, medium and hard items, each third of them for one objective. */
const bank = (...counts: readonly [number, number, number]) =>
  (['easy', 'medium', 'hard'] as const).flatMap((difficulty, d) =>
    Array.from({ length: counts[d] as number }, (_, i) =>
      one('xyz', 'x', { id: `${difficulty}-${i}`, difficulty, objective: `objective-${i % 3}` })
    )
  );

describe('testItems()', () => {
  it('asks three easy, four medium and three hard items, in that order', () => {
    const difficulties = testItems(bank(9, 9, 9), 7).map(({ difficulty }) => difficulty);
    expect(difficulties.join(' ')).toBe('easy easy easy medium medium medium medium hard hard hard');
  });

  it('asks the same of everybody with the same seed, and something else with another', () => {
    expect(testItems(bank(9, 9, 9), 7)).toEqual(testItems(bank(9, 9, 9), 7));
    expect(testItems(bank(9, 9, 9), 7)).not.toEqual(testItems(bank(9, 9, 9), 8));
  });

  it('fills up from the other difficulties where one is short', () => {
    const items = testItems(bank(9, 9, 1), 7);
    expect(items).toHaveLength(10);
    expect(new Set(items).size).toBe(10);
    const ranks = items.map(({ difficulty }) => rank[difficulty]);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('asks all items of a small bank', () => {
    expect(testItems(bank(2, 1, 0), 7)).toHaveLength(3);
  });

  it('asks of every objective', () => {
    for (let seed = 1; seed <= 20; seed++)
      expect(new Set(testItems(bank(9, 9, 9), seed).map(({ objective }) => objective)).size).toBe(3);
  });
});

describe('practiceItems()', () => {
  it('holds every item once, from easy to hard', () => {
    const items = practiceItems(bank(3, 3, 3), 1);
    expect(new Set(items).size).toBe(9);
    const ranks = items.map(({ difficulty }) => rank[difficulty]);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });
});
