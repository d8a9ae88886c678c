import { describe, expect, it } from 'vitest';
import { bestFit, compareFree, firstFit, highestScore } from '../../../src/lib/allocator/rules/rank.ts';

// Four nodes of (gpu, cpu):    0: 2,9    1: 1,8    2: 1,6    3: 1,6
const FREE = [2, 9, 1, 8, 1, 6, 1, 6];
const ALL = [0, 1, 2, 3];

describe('firstFit()', () => {
  it('takes the first node that is left', () => {
    expect(firstFit([2, 3])).toBe(2);
    expect(firstFit([])).toBe(-1);
  });
});

describe('highestScore()', () => {
  it('takes the highest, and the lowest index of equals', () => {
    expect(highestScore(ALL, (node) => [5, 9, 9, 1][node]!)).toBe(1);
  });

  it('finds none among none', () => {
    expect(highestScore([], () => 1)).toBe(-1);
  });
});

describe('bestFit()', () => {
  it('takes the least left of the scarcest resource, then of the next, then the lowest index', () => {
    expect(bestFit(ALL, FREE, 2, [0])).toBe(1);
    expect(bestFit(ALL, FREE, 2, [0, 1])).toBe(2);
  });

  it('finds none among none', () => {
    expect(bestFit([], FREE, 2, [0])).toBe(-1);
  });
});

describe('compareFree()', () => {
  it('is 0 for nodes that are alike in every resource looked at', () => {
    expect(compareFree(2, 3, FREE, 2, [0, 1])).toBe(0);
    expect(compareFree(0, 1, FREE, 2, [])).toBe(0);
  });
});
