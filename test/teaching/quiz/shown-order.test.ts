import { describe, expect, it } from 'vitest';
import { keyOf, shownOrder } from '#lib/teaching/quiz/index.ts';
import { everyType, faulty, filled, matched, one, ordered, pointed } from './items.ts';

const attempts = Array.from({ length: 40 }, (_, i) => `practice-${i}`);

describe('shownOrder()', () => {
  it('shows every option once', () => {
    for (const item of everyType)
      for (const attempt of attempts) {
        const shown = shownOrder(item, attempt);
        expect(shown.toSorted((a, b) => a - b)).toEqual(shown.map((_, i) => i));
      }
  });

  it('is the same for the same attempt and changes from attempt to attempt', () => {
    const item = one('abcd', 'a');
    expect(shownOrder(item, 'test-7')).toEqual(shownOrder(item, 'test-7'));
    expect(new Set(attempts.map((attempt) => String(shownOrder(item, attempt)))).size).toBeGreaterThan(10);
  });

  it('puts the key in every place', () => {
    const item = one('abcd', 'a');
    expect(new Set(attempts.map((attempt) => shownOrder(item, attempt).indexOf(0)))).toEqual(new Set([0, 1, 2, 3]));
  });

  it('never begins with the entries in their right order', () => {
    const item = ordered('abc');
    for (const attempt of attempts) expect(shownOrder(item, attempt)).not.toEqual(keyOf(item));
  });

  it.each([pointed(1, 5, 3, 2), filled('wrrc', 'wrc'), faulty('abcdef', 'c')])(
    'leaves what has an order of its own in it',
    (item) => {
      for (const attempt of attempts)
        expect(shownOrder(item, attempt)).toEqual(shownOrder(item, '').toSorted((a, b) => a - b));
    }
  );

  it('shows a match one partner a pair', () => {
    expect(shownOrder(matched('a1 b2 c3'), 'x')).toHaveLength(3);
  });
});
