import { describe, expect, it } from 'vitest';
import { markAfter, markBefore, readStep } from '#lib/teaching/player/index.ts';

describe('readStep()', () => {
  it.each([
    [null, 0, false],
    ['0', 0, false],
    ['7', 7, false],
    ['8', 8, false],
    ['9', 8, true],
    ['-1', 0, true],
    ['2.6', 3, true],
    ['', 0, true],
    ['two', 0, true],
    ['0x2', 0, true],
    ['1e400', 0, true],
    ['9'.repeat(400), 8, true]
  ])('reads %j in a run of 8 steps as step %i, mended: %s', (value, step, mended) => {
    expect(readStep(value, 8)).toEqual({ step, mended });
  });
});

describe('markAfter()', () => {
  it('finds the nearest mark ahead, in any order of marks', () => {
    expect(markAfter([7, 2, 5], 2)).toBe(5);
  });

  it('finds none after the last mark', () => {
    expect(markAfter([7, 2, 5], 7)).toBeUndefined();
  });
});

describe('markBefore()', () => {
  it('finds the nearest mark behind, in any order of marks', () => {
    expect(markBefore([7, 2, 5], 7)).toBe(5);
  });

  it('finds none before the first mark', () => {
    expect(markBefore([7, 2, 5], 2)).toBeUndefined();
  });
});
