import { describe, expect, it } from 'vitest';
import {
  allocateRunRelease,
  momentsOf,
  submitAllThenWait,
  submitThenWait,
  type Moment
} from '#lib/teaching/measure/index.ts';

/** The lines at which a program stands, one after the other. */
const path = (moments: readonly Moment[]): string => moments.map(({ line }) => line).join('');
const final = (moments: readonly Moment[]): readonly number[] => moments.at(-1)!.counts;

describe('momentsOf()', () => {
  it('steps through the loop of the course page, a task at a time', () => {
    expect(path(momentsOf(allocateRunRelease, 2, { D: 40, a: 20, r: 5 }))).toBe('11231123');
  });

  it('runs each line of that loop once a task: n allocations, n runs, n releases', () => {
    expect(final(momentsOf(allocateRunRelease, 5, { D: 40, a: 20, r: 5 }))).toEqual([5, 5, 5, 5]);
  });

  it('counts no line less from one step to the next, and the header ahead of what is in the loop', () => {
    const moments = momentsOf(allocateRunRelease, 3, { D: 40, a: 20, r: 5 });
    moments.reduce(
      (before, { counts }) => {
        counts.forEach((count, line) => expect(count).toBeGreaterThanOrEqual(before[line]!));
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        return counts;
      },
      [0, 0, 0, 0] as readonly number[]
    );
  });

  it('submits a job only when the one before has ended, whatever slots are free', () => {
    const moments = momentsOf(submitThenWait, 3, { D: 10, p: 4 });
    expect(path(moments)).toBe('122212221222');
    expect(final(moments)).toEqual([3, 3, 3]);
  });

  it('submits all before it waits for any', () => {
    const moments = momentsOf(submitAllThenWait, 3, { D: 10, p: 1 });
    expect(path(moments)).toMatch(/^1+2+$/);
    const firstEnd = moments.findIndex(({ counts }) => counts[2]! > 0);
    expect(moments[firstEnd]!.counts).toEqual([3, 3, 1]);
    expect(final(moments)).toEqual([3, 3, 3]);
  });

  it('says of each step what the allocator did', () => {
    const [first, second] = momentsOf(allocateRunRelease, 1, { D: 40, a: 20, r: 5 });
    expect(first!.sentence).toContain('asks for');
    expect(second!.sentence).toContain('gets');
  });

  it('throws for values that make no scenario', () => {
    expect(() => momentsOf(allocateRunRelease, 1, { D: 0.5, a: 0, r: 0 })).toThrow(RangeError);
  });
});
