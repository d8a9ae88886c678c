import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalIncomes, progressiveFilling, serveTasks } from '#lib/allocator/rules/drf-filling.ts';
import { dominantShare } from '#lib/allocator/rules/drf.ts';

// The example of the paper: 9 CPUs and 18 GB; a task of A takes 1 and 4, one of B takes 3 and 1.
const capacity = [9, 18];
const A = { demand: [1, 4], weight: 1 };
const B = { demand: [3, 1], weight: 1 };

describe('serveTasks()', () => {
  it('gives A three tasks and B two, each two thirds of its dominant resource', () => {
    const served = serveTasks([B, A], capacity);
    expect(served.map(({ owner }) => 'BA'[owner])).toEqual(['B', 'A', 'A', 'B', 'A']);
    expect(served.at(-1)?.shares).toEqual([2 / 3, 2 / 3]);
  });

  it('goes on with those whose next task fits', () => {
    expect(
      serveTasks(
        [
          { demand: [1, 0], weight: 1 },
          { demand: [4, 0], weight: 1 }
        ],
        [6, 1]
      )
    ).toHaveLength(3);
  });
});

describe('progressiveFilling()', () => {
  it('equalises dominant shares', () => {
    expect([...progressiveFilling([A, B], capacity, 'dominant')]).toEqual([3, 2].map((n) => expect.closeTo(n, 12)));
  });

  it('equalises the sum of shares under asset fairness', () => {
    const [a, b] = progressiveFilling([A, B], capacity, 'assets');
    expect(a).toBeCloseTo(63 / 25, 12);
    expect(b).toBeCloseTo(54 / 25, 12);
  });

  it('lets a tenant grow on that needs nothing of what is used up', () => {
    const owners = [
      { demand: [2, 1, 0], weight: 1 },
      { demand: [1, 2, 0], weight: 1 },
      { demand: [0, 1, 5], weight: 1 }
    ];
    expect([...progressiveFilling(owners, [10, 100, 50], 'dominant')]).toEqual([2.5, 5, 10]);
  });

  it('gives shares in proportion to weights', () => {
    const [a, b] = progressiveFilling([{ ...A, weight: 2 }, B], capacity, 'dominant');
    expect(a).toBeCloseTo(54 / 13, 12);
    expect(b).toBeCloseTo(18 / 13, 12);
  });

  it('uses up the resource that is short and no more, with equal shares for all who need it', () => {
    const demand = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(demand, { minLength: 1, maxLength: 5 }), (demands) => {
        const owners = demands.map((d) => ({ demand: d, weight: 1 }));
        const tasks = progressiveFilling(owners, [50, 70], 'dominant');
        const used = [0, 1].map((r) => demands.reduce((sum, d, i) => sum + d[r]! * tasks[i]!, 0));
        expect(Math.max(used[0]! / 50, used[1]! / 70)).toBeCloseTo(1, 9);
        const shares = demands.map(
          (d, i) => dominantShare({ allocated: d.map((x) => x * tasks[i]!), weight: 1, served: 0 }, [50, 70]).share
        );
        for (const share of shares) expect(share).toBeCloseTo(shares[0]!, 9);
      })
    );
  });
});

describe('equalIncomes()', () => {
  it('gives 45/11 and 18/11 tasks in the example of the paper', () => {
    const [a, b] = equalIncomes([A, B], capacity);
    expect(a).toBeCloseTo(45 / 11, 9);
    expect(b).toBeCloseTo(18 / 11, 9);
  });

  it('leaves a resource that nobody fights for without a price', () => {
    const [a, b] = equalIncomes(
      [
        { demand: [1, 1], weight: 1 },
        { demand: [2, 1], weight: 1 }
      ],
      [12, 100]
    );
    expect(a).toBeCloseTo(6, 9);
    expect(b).toBeCloseTo(3, 9);
  });

  it('gives incomes in proportion to weights', () => {
    const [a, b] = equalIncomes(
      [
        { demand: [1], weight: 3 },
        { demand: [1], weight: 1 }
      ],
      [8]
    );
    expect(a).toBeCloseTo(6, 9);
    expect(b).toBeCloseTo(2, 9);
  });
});
