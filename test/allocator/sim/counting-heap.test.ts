import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountingHeap } from '#lib/allocator/sim/counting-heap.ts';

/** Ticks to push, and pops in between; the few different ticks make ties. */
const turns = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant('pop' as const)), { size: 'large' });

describe('CountingHeap', () => {
  it('gives each end once, the earliest first, whatever comes between', () => {
    fc.assert(
      fc.property(turns, (list) => {
        const heap = new CountingHeap();
        const kept = new Map<number, number>();
        for (const [booking, turn] of list.entries()) {
          const least = Math.min(Infinity, ...kept.values());
          expect([heap.size, heap.tick]).toEqual([kept.size, least]);
          if (turn !== 'pop') {
            heap.push(turn, booking);
            kept.set(booking, turn);
          } else if (kept.size > 0) {
            const popped = heap.pop();
            expect(kept.get(popped)).toBe(least);
            kept.delete(popped);
          }
        }
      }),
      { seed: 20_261_121, numRuns: 100 }
    );
  });

  it('keeps all of many ends', () => {
    const heap = new CountingHeap();
    for (let i = 0; i < 1000; i++) heap.push((i * 617) % 1000, (i * 617) % 1000);
    for (let i = 0; i < 1000; i++) expect(heap.pop()).toBe(i);
    expect(heap.tick).toBe(Infinity);
  });

  it('moves nothing for an end that replaces the earliest and is the earliest again', () => {
    const heap = new CountingHeap();
    for (let tick = 1; tick <= 20; tick++) heap.push(tick, tick);
    const { moves } = heap;
    heap.pop();
    heap.push(1, 21);
    expect([heap.moves, heap.pop()]).toEqual([moves, 21]);
  });
});
