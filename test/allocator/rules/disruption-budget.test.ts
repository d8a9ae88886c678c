import { describe, expect, it } from 'vitest';
import { splitByBudget } from '../../../src/lib/allocator/rules/disruption-budget.ts';

const covering = (allowed: number, ...pods: number[]) => ({ allowed, covers: (pod: number) => pods.includes(pod) });

describe('splitByBudget()', () => {
  it('lets the first go within the budget and counts the rest as violations', () => {
    expect(splitByBudget([3, 1, 2], [covering(1, 1, 2, 3)])).toEqual({ violating: [1, 2], harmless: [3] });
  });

  it('finds nothing to violate for pods that no budget covers', () => {
    expect(splitByBudget([1, 2], [covering(0, 9)])).toEqual({ violating: [], harmless: [1, 2] });
  });

  it('takes from every budget that covers a pod, even where one is already broken', () => {
    expect(splitByBudget([1, 2], [covering(0, 1), covering(1, 1, 2)])).toEqual({ violating: [1, 2], harmless: [] });
  });
});
