import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Treap } from '#lib/allocator/sim/treap.ts';

/** Things from 0 on in a shuffled order, with a value each. */
const things = fc.integer({ min: 1, max: 60 }).chain((n) =>
  fc.record({
    place: fc.shuffledSubarray([...Array(n).keys()], { minLength: n }),
    value: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }),
    turns: fc.array(fc.integer({ min: 0, max: n - 1 }), { maxLength: 150 })
  })
);

describe('Treap', () => {
  it('finds the first behind another with a small enough value, whatever came and went', () => {
    fc.assert(
      fc.property(things, ({ place, value, turns }) => {
        const tree = new Treap(
          (a, b) => place[a]! - place[b]!,
          (item) => value[item]!
        );
        const kept = new Set<number>();
        for (const item of turns) {
          if (kept.delete(item)) tree.remove(item);
          else {
            kept.add(item);
            tree.add(item);
          }
        }
        expect(tree.size).toBe(kept.size);
        const inOrder = place.map((_, at) => place.indexOf(at)).filter((item) => kept.has(item));
        for (const behind of [-1, ...place.keys()])
          for (const most of [-1, 0, 3, 9, Infinity])
            expect(tree.first(behind, most)).toBe(
              inOrder.find((item) => (behind < 0 || place[item]! > place[behind]!) && value[item]! <= most) ?? -1
            );
      }),
      { seed: 20_261_121, numRuns: 300 }
    );
  });

  it('looks at a few dozen of a hundred thousand to find one, in whatever order they came', () => {
    for (const [name, order] of [
      ['rising', (a: number, b: number) => a - b],
      ['falling', (a: number, b: number) => b - a]
    ] as const) {
      const rare = 77_777;
      const tree = new Treap(order, (item) => (item === rare ? 0 : 1));
      for (let item = 0; item < 100_000; item++) tree.add(item);
      expect(tree.first(50_000, 0), name).toBe(name === 'rising' ? rare : -1);
      expect(tree.first(-1, 0), name).toBe(rare);
      expect(tree.visits, name).toBeLessThan(200);
    }
  });

  it('keeps nothing twice in trees that share their branches', () => {
    const order = (a: number, b: number): number => a - b;
    const one = new Treap(order, () => 0);
    const other = new Treap(order, () => 0, one.branches);
    for (let item = 0; item < 200; item++) (item % 2 === 0 ? one : other).add(item);
    one.remove(100);
    expect([one.first(98, 0), other.first(98, 0), one.size, other.size]).toEqual([102, 99, 99, 100]);
  });
});
